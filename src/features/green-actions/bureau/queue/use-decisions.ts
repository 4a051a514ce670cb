import { useState } from 'preact/hooks';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { problemOf } from '../../../../lib/errors';
import { browserClient } from '../../../../lib/supabase/browser';
import { useTask } from '../../../../lib/use-task';
import { decideLog, type Load, undoDecision } from '../api';
import { actionName, type JudgedLog, type JudgingWords, type Reason } from '../judging/item';
import { useNotes } from '../judging/use-notes';
import { isGone, stands, type TakeBackable } from './take-back';
import { useHeld } from './use-held';

/** Judging what is held, taking that back, and what is said about it. */
export function useDecisions(
  t: Dictionary['moderation']['queue'],
  words: JudgingWords,
  first: Load,
  onMove: () => void,
) {
  const { busy, problem, setProblem, run } = useTask();
  const held = useHeld(first, setProblem);
  const notes = useNotes('moderation-notes');
  const [said, setSaid] = useState<string>();
  const [last, setLast] = useState<TakeBackable>();
  const { log } = held;

  const moveOn = () => {
    held.keepUp();
    onMove();
  };
  const decide = (judged: JudgedLog, reason?: Reason) =>
    run(async () => {
      const { id } = judged;
      const note = notes.of(id);
      const name = actionName(words, judged.action_code);
      const until = Date.now() + held.load.undo_seconds * 1_000;
      setSaid(undefined);
      try {
        const client = await browserClient();
        await decideLog(
          client,
          id,
          reason ? { approve: false, reason, note } : { approve: true, note },
        );
      } catch (error) {
        if (isGone(problemOf(error).code)) {
          held.drop(id);
          moveOn();
        }
        throw error;
      }
      notes.put(id, '');
      setLast({ logId: id, name, note, until });
      setSaid(
        reason
          ? fill(t.rejected, { action: name, reason: words.reasons[reason] })
          : fill(t.approved, { action: name }),
      );
      held.finish(id);
      moveOn();
    });
  const undo = ({ logId, name, note }: TakeBackable) =>
    run(async () => {
      setSaid(undefined);
      try {
        await undoDecision(await browserClient(), logId);
      } catch (error) {
        if (stands(problemOf(error).code)) setLast(undefined);
        throw error;
      }
      setLast(undefined);
      notes.put(logId, note);
      await held.takeUp(logId);
      setSaid(fill(t.undone, { action: name }));
      onMove();
    });
  const step = (by: 1 | -1) => {
    setSaid(undefined);
    held.step(by);
    onMove();
  };

  return {
    ...held,
    busy,
    problem,
    said,
    last,
    note: log ? notes.of(log.id) : '',
    write: (note: string) => log && notes.put(log.id, note),
    approve: () => log && decide(log),
    reject: (reason: Reason) => log && decide(log, reason),
    undo: () => last && undo(last),
    next: () => step(1),
    previous: () => step(-1),
    look: () => run(() => held.take().then(onMove)),
    release: () =>
      run(async () => {
        await held.release();
        setSaid(t.released);
        onMove();
      }),
  };
}
