import { fill } from '../../../../i18n/fill';
import { formatMoment } from '../../../../lib/dates';
import { displayRegistrationCode } from '../matching';
import { pendingOf, refusedOf } from '../queue';
import type { AppProps } from './app-props';
import type { KeptSession } from './use-phone';
import type { Sending } from './use-sending';

interface Props extends AppProps {
  session: KeptSession;
  sending: Sending;
}

/** What has been sent and what waits, always in sight; and what the server did not accept. */
export function QueueState({ t, locale, session, sending }: Props) {
  const waiting = pendingOf(session.kept).length;
  const refused = refusedOf(session.kept);
  const nameOf = (id: string | null, code: string | null | undefined) =>
    session.list.registrations.find((entry) => entry.id === id)?.name ??
    displayRegistrationCode(code ?? '');
  return (
    <div class="queue">
      {waiting === 0 ? (
        <p data-queue="0">{t.queue.allSent}</p>
      ) : (
        <>
          <p class="unsent" data-queue={waiting}>
            {fill(t.queue.waiting, { count: waiting })}
          </p>
          <button class="button" type="button" disabled={sending.busy} onClick={sending.send}>
            {sending.busy ? t.queue.sending : t.queue.send}
          </button>
          <p class="soft">{t.queue.kept}</p>
        </>
      )}
      {refused.length > 0 && (
        <details>
          <summary>{fill(t.queue.refused, { count: refused.length })}</summary>
          <ul>
            {refused.map(({ scan }) => (
              <li key={scan.nonce}>
                {fill(t.queue.refusedOne, {
                  name: nameOf(scan.registration_id, scan.code),
                  time: formatMoment(scan.scanned_at, locale),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
