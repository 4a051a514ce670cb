import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { problemOf, Refusal } from '../../../../lib/errors';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { type AuditMonth, judgeSample, readSamples, type SampledLog } from '../api';
import { actionName, type JudgingWords } from '../judging/item';
import { currentOf, type Pile, refill, step, without } from '../judging/pile';
import { useNotes } from '../judging/use-notes';
import { isGone } from '../queue/take-back';
import type { Choice } from './Verdict';

/** The sampled logs a moderator may judge a second time, and judging them. */
export function useSamples(
  t: Dictionary['moderation']['audit'],
  words: JudgingWords,
  first: AuditMonth[],
  onMove: () => void,
) {
  const { busy, problem, setProblem, run } = useTask();
  const [pile, setPile] = useState<Pile<SampledLog>>({ items: [], at: undefined });
  const [months, setMonths] = useState(first);
  const [isReading, setIsReading] = useState(true);
  const [choice, setChoice] = useState<Choice>();
  const [said, setSaid] = useState<string>();
  const notes = useNotes('audit-notes');
  const log = currentOf(pile);

  const read = async () => {
    setIsReading(true);
    try {
      const { samples, months: now } = await readSamples(await browserClient());
      setPile((before) => refill(before, samples));
      setMonths(now);
    } finally {
      setIsReading(false);
    }
  };
  useEffect(() => {
    read().catch((error) => setProblem(problemOf(error)));
  }, []);

  const moveOn = async (id: string) => {
    setChoice(undefined);
    setPile((before) => without(before, id));
    onMove();
    // What was said and is shown holds, whether the next ones can be read just now or not.
    await read().catch(() => {});
  };
  const save = (judged: SampledLog) =>
    run(async () => {
      const { id } = judged;
      const note = notes.of(id);
      const action = actionName(words, judged.action_code);
      setSaid(undefined);
      if (!choice) throw new Refusal({ code: 'verdict_missing', values: {} });
      try {
        await judgeSample(
          await browserClient(),
          id,
          choice === 'right' ? { approve: true, note } : { approve: false, reason: choice, note },
        );
      } catch (error) {
        if (isGone(problemOf(error).code)) await moveOn(id);
        throw error;
      }
      notes.put(id, '');
      setSaid(
        choice === 'right'
          ? fill(t.judgedRight, { action })
          : fill(t.judgedWrong, { action, reason: words.reasons[choice] }),
      );
      await moveOn(id);
    });

  return {
    pile,
    log,
    months,
    isReading,
    busy,
    problem,
    said,
    choice,
    choose: (one: Choice) => {
      setProblem(undefined);
      setChoice(one);
    },
    note: log ? notes.of(log.id) : '',
    write: (note: string) => log && notes.put(log.id, note),
    save: () => log && save(log),
    step(by: 1 | -1) {
      setChoice(undefined);
      setSaid(undefined);
      setPile((before) => step(before, by));
      onMove();
    },
  };
}
