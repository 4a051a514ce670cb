import { useRef, useState } from 'preact/hooks';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { formatMonth } from '../../../../lib/dates';
import type { IslandProps } from '../../../../lib/island';
import type { AuditMonth } from '../api';
import { type JudgingWords, reasonsIn } from '../judging/item';
import { KeyHelp } from '../judging/KeyHelp';
import { LogCard } from '../judging/LogCard';
import { useFocus } from '../judging/use-focus';
import { useKeySwitch, useKeys } from '../judging/use-keys';
import { useView } from '../judging/use-view';
import { Progress } from './Progress';
import { useSamples } from './use-samples';
import { type Choice, Verdict } from './Verdict';

interface Props extends IslandProps {
  t: Dictionary['moderation']['audit'];
  words: JudgingWords;
  months: AuditMonth[];
  /** Address of the queue. */
  queue: string;
}

/** The random audit: sampled logs judged again as if for the first time, by somebody who had no part in them. */
export default function AuditQueue({ t, words, errors, locale, queue, ...initial }: Props) {
  const focus = useFocus();
  const audit = useSamples(t, words, initial.months, focus.move);
  const { log, busy, problem, said } = audit;
  const view = useView(log);
  const keys = useKeySwitch();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const save = useRef<HTMLButtonElement>(null);
  const reasons = reasonsIn(words);
  const choose = (choice: Choice) => () => {
    if (!log) return;
    audit.choose(choice);
    save.current?.focus();
  };
  useKeys(keys.isOn, {
    a: choose('right'),
    ...Object.fromEntries(reasons.map((reason, n) => [String(n + 1), choose(reason)])),
    ...(log && {
      j: () => audit.step(1),
      arrowright: () => audit.step(1),
      k: () => audit.step(-1),
      arrowleft: () => audit.step(-1),
    }),
    z: view.zoom,
    c: view.compareNearest,
    '?': () => setIsHelpOpen((was) => !was),
  });

  return (
    <section class="section stack" ref={focus.root}>
      <h2 {...(!log && { tabIndex: -1, 'data-now': true })}>{t.heading}</h2>
      <Progress t={t} locale={locale} months={audit.months} />
      <KeyHelp
        t={words.keys}
        keys={[
          ['A', t.right],
          [`1–${reasons.length}`, words.keys.wrong],
          ['Enter', t.save],
          ['J →', words.keys.next],
          ['K ←', words.keys.previous],
          ['Z', words.item.zoom],
          ['C', words.item.compare],
          ['?', words.keys.help],
        ]}
        isOpen={isHelpOpen}
        onOpen={setIsHelpOpen}
        isOn={keys.isOn}
        onTurn={keys.turn}
      />
      <div role="status">{said && <p class="notice success">{said}</p>}</div>
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {log ? (
        <LogCard
          words={words}
          locale={locale}
          log={log}
          view={view}
          position={fill(t.month, { month: formatMonth(log.month, locale) })}
        >
          <Verdict
            t={t}
            words={words}
            choice={audit.choice}
            onChoose={audit.choose}
            note={audit.note}
            onNote={audit.write}
            isOn={keys.isOn}
            busy={busy}
            onSave={audit.save}
            save={save}
          />
          {audit.pile.items.length > 1 && (
            <button
              class="button quiet"
              type="button"
              disabled={busy}
              onClick={() => audit.step(1)}
            >
              {t.later}
            </button>
          )}
        </LogCard>
      ) : (
        <div class="stack">
          <p class="notice">{audit.isReading ? t.loading : t.empty}</p>
          <p>
            <a href={queue}>{t.toQueue}</a>
          </p>
        </div>
      )}
    </section>
  );
}
