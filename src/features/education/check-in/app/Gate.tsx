import { useState } from 'preact/hooks';
import { ScanCode } from '../../../../components/ScanCode';
import { fill } from '../../../../i18n/fill';
import { formatMoment } from '../../../../lib/dates';
import type { AppProps } from './app-props';
import { FindName } from './FindName';
import { GateTools } from './GateTools';
import { QueueState } from './QueueState';
import { Recent } from './Recent';
import { Result } from './Result';
import { ServerProblem } from './ServerProblem';
import { ShowCode } from './ShowCode';
import { useGate } from './use-gate';
import type { KeptSession } from './use-phone';
import type { Sending } from './use-sending';

interface Props extends AppProps {
  session: KeptSession;
  sending: Sending;
}

const ways = ['scan', 'find', 'walkIn', 'show'] as const;

/** The gate of one session: count, result, ways to check in, and who has just come. */
export function Gate({ session, sending, ...app }: Props) {
  const { t, locale } = app;
  const [way, setWay] = useState<(typeof ways)[number]>('find');
  const gate = useGate(session);
  const { tally } = gate;
  const { session: about } = session.list;
  const isEnglish = locale === 'en';
  return (
    <>
      <p>
        <a class="back" href="#sessions">
          {t.app.back}
        </a>
      </p>
      <div>
        <h2>{isEnglish ? about.title_en : about.title_zh}</h2>
        <p class="soft">
          {formatMoment(about.starts_at, locale)} · {isEnglish ? about.place_en : about.place_zh}
        </p>
        {about.status === 'cancelled' && <p class="tag">{t.app.cancelled}</p>}
      </div>
      <p class="count">
        <strong>
          {fill(t.gate.arrived, { here: tally.registered, expected: tally.expected })}
        </strong>
        {tally.walkIns > 0 && <span>{fill(t.gate.walkIns, { count: tally.walkIns })}</span>}
      </p>
      <QueueState {...app} session={session} sending={sending} />
      {sending.problem && sending.problem.code !== 'offline' && (
        <ServerProblem {...app} problem={sending.problem} />
      )}
      <Result {...app} gate={gate} />
      <fieldset class="plain ways">
        <legend class="hidden-visually">{t.gate.ways}</legend>
        {ways.map((one) => (
          <button
            class="button quiet"
            type="button"
            key={one}
            aria-pressed={way === one}
            onClick={() => setWay(one)}
          >
            {t.gate[one]}
          </button>
        ))}
      </fieldset>
      {way === 'scan' && <ScanCode t={t.camera} onText={(text) => gate.meet(text, 'scan')} />}
      {way === 'find' && <FindName {...app} gate={gate} entries={session.list.registrations} />}
      {way === 'walkIn' && (
        <div class="stack">
          <p>{t.walkIns.lead}</p>
          <div class="numbers">
            {[1, 2, 3, 4, 5].map((people) => (
              <button class="button" type="button" key={people} onClick={() => gate.walkIn(people)}>
                {fill(t.walkIns.button, { count: people })}
              </button>
            ))}
          </div>
        </div>
      )}
      {way === 'show' && <ShowCode {...app} list={session.list} />}
      <Recent {...app} gate={gate} />
      <GateTools {...app} session={session} sending={sending} />
    </>
  );
}
