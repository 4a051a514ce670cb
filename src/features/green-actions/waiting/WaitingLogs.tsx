import { Notice } from '../../../components/Notice';
import { fill } from '../../../i18n/fill';
import { colonIn } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { formatMoment } from '../../../lib/dates';
import { problemText } from '../../../lib/errors';
import { type IslandProps, signInAddress } from '../../../lib/island';
import { removeLog } from './store';
import { useWaiting } from './use-waiting';

interface Props extends IslandProps {
  t: Dictionary['offline']['waiting'];
}

/** What the resident logged without network, with the ways to send it now and to take it back. */
export default function WaitingLogs({ t, errors, locale }: Props) {
  const { logs, busy, problem, sentCount, send, sendAgain } = useWaiting();
  const sentence = problem && problemText(problem, errors, locale);
  const sent = sentCount > 0 && (
    <Notice kind="success">
      <p>
        {fill(t.sent, { count: sentCount })} <a href={pathIn(locale, '/wallet/')}>{t.reload}</a>
      </p>
    </Notice>
  );
  if (logs.length === 0) return sent || null;
  return (
    <section class="section stack" data-waiting={logs.length}>
      <h2>{t.heading}</h2>
      {sent}
      <p>{t.lead}</p>
      <ul>
        {logs.map((log) => (
          <li key={log.key}>
            <strong>{log.name}</strong>{' '}
            <span class="soft">
              {formatMoment(log.writtenAt, locale)}
              {log.photo && ` · ${t.photo}`}
            </span>
            {log.note && <p>{log.note}</p>}
            {log.refused && (
              <p>
                {t.refused}
                {colonIn(locale)}
                {problemText(log.refused, errors, locale)}
              </p>
            )}
            <p class="actions">
              {log.refused && (
                <button
                  class="button quiet"
                  type="button"
                  disabled={busy}
                  onClick={() => sendAgain(log)}
                >
                  {t.again} <span class="hidden-visually">{log.name}</span>
                </button>
              )}
              <button
                class="button quiet"
                type="button"
                disabled={busy}
                onClick={() => removeLog(log.key)}
              >
                {t.remove} <span class="hidden-visually">{log.name}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
      <div class="actions">
        <button class="button" type="button" disabled={busy} onClick={send}>
          {busy ? t.sending : t.sendNow}
        </button>
      </div>
      {problem && (
        <p class="soft" role="status">
          {problem.code === 'offline' ? t.stillOffline : sentence}{' '}
          {problem.code === 'sign_in_first' && (
            <a href={signInAddress(locale, `${location.pathname}${location.search}`)}>{t.signIn}</a>
          )}
        </p>
      )}
    </section>
  );
}
