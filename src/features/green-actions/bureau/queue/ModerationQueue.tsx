import { useState } from 'preact/hooks';
import { ProblemNotice } from '../../../../components/ProblemNotice';
import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import type { IslandProps } from '../../../../lib/island';
import type { Load } from '../api';
import { actionName, type JudgingWords, placeOf, reasonsIn } from '../judging/item';
import { KeyHelp } from '../judging/KeyHelp';
import { LogCard } from '../judging/LogCard';
import { numberOf } from '../judging/pile';
import { useFocus } from '../judging/use-focus';
import { useKeySwitch, useKeys } from '../judging/use-keys';
import { useView } from '../judging/use-view';
import { Decide } from './Decide';
import { Empty } from './Empty';
import { TakeBack } from './TakeBack';
import { Turn } from './Turn';
import { useDecisions } from './use-decisions';

interface Props extends IslandProps {
  t: Dictionary['moderation']['queue'];
  words: JudgingWords;
  load: Load;
  /** Address of the random audit. */
  audit: string;
}

/** The queue of a moderator: a few logs at a time, nobody else's meanwhile, judged by key, button or finger. */
export default function ModerationQueue({ t, words, errors, locale, load, audit }: Props) {
  const focus = useFocus();
  const queue = useDecisions(t, words, load, focus.move);
  const { log, pile, said, last, busy, problem } = queue;
  const view = useView(log);
  const keys = useKeySwitch();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const reasons = reasonsIn(words);
  useKeys(keys.isOn, {
    a: queue.approve,
    ...Object.fromEntries(reasons.map((reason, n) => [String(n + 1), () => queue.reject(reason)])),
    u: queue.undo,
    ...(log && {
      j: queue.next,
      arrowright: queue.next,
      k: queue.previous,
      arrowleft: queue.previous,
    }),
    z: view.zoom,
    c: view.compareNearest,
    '?': () => setIsHelpOpen((was) => !was),
  });
  const here =
    log &&
    fill(t.here, {
      action: actionName(words, log.action_code),
      place: placeOf(log.town_code, words, locale),
    });

  return (
    <section class="section stack" ref={focus.root}>
      <h2 {...(!log && { tabIndex: -1, 'data-now': true })}>{t.heading}</h2>
      <p>{fill(t.load, { waiting: queue.load.waiting, others: queue.load.with_colleagues })}</p>
      <KeyHelp
        t={words.keys}
        keys={[
          ['A', t.approve],
          [`1–${reasons.length}`, words.keys.reject],
          ['U', words.keys.undo],
          ['J →', t.next],
          ['K ←', t.previous],
          ['Z', words.item.zoom],
          ['C', words.item.compare],
          ['?', words.keys.help],
        ]}
        isOpen={isHelpOpen}
        onOpen={setIsHelpOpen}
        isOn={keys.isOn}
        onTurn={keys.turn}
      />
      <div role="status">
        {said && (
          <p class="notice success">
            {said}
            <span class="hidden-visually"> {here}</span>
          </p>
        )}
      </div>
      {last && (
        <TakeBack
          key={last.until}
          t={t}
          decision={last}
          isOn={keys.isOn}
          busy={busy}
          onUndo={queue.undo}
          onLost={focus.move}
        />
      )}
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {log ? (
        <LogCard
          words={words}
          locale={locale}
          log={log}
          view={view}
          position={fill(t.position, { n: numberOf(pile), count: pile.items.length })}
        >
          <Decide
            t={t}
            words={words}
            note={queue.note}
            onNote={queue.write}
            isOn={keys.isOn}
            busy={busy}
            onApprove={queue.approve}
            onReject={queue.reject}
          />
          <Turn t={t} queue={queue} isOn={keys.isOn} />
        </LogCard>
      ) : (
        <Empty t={t} queue={queue} audit={audit} />
      )}
    </section>
  );
}
