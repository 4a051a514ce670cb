import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../../../components/Notice';
import { fill } from '../../../../i18n/fill';
import { formatMoment } from '../../../../lib/dates';
import { Refusal } from '../../../../lib/errors';
import { browserClient } from '../../../../lib/supabase/browser';
import { hasSessionCookie } from '../../../../lib/supabase/session';
import { useTask } from '../../../../lib/use-task';
import { type HostSession, readHostSessions } from '../api';
import { pendingOf } from '../queue';
import type { AppProps } from './app-props';
import { ServerProblem } from './ServerProblem';
import type { KeptSession } from './use-phone';
import type { Sending } from './use-sending';

interface Props extends AppProps {
  sessions: KeptSession[] | undefined;
  sending: Sending;
  /** The address names a session this phone does not have. */
  isUnknown: boolean;
}

/** The sessions on this phone, and with network those that could be. */
export function Sessions({ sessions, sending, isUnknown, ...app }: Props) {
  const { t, locale } = app;
  const isEnglish = locale === 'en';
  const [offered, setOffered] = useState<HostSession[]>();
  const { busy, problem, run } = useTask();
  const refresh = () =>
    run(async () => {
      if (!hasSessionCookie(document.cookie)) {
        throw new Refusal({ code: 'sign_in_first', values: {} });
      }
      setOffered(await readHostSessions(await browserClient()));
    });
  useEffect(() => {
    refresh();
  }, []);

  const trouble = problem ?? sending.problem;
  const downloaded = new Set(sessions?.map(({ list }) => list.session.id));
  const open = async (id: string) => {
    await sending.download(id);
    location.hash = id;
  };
  return (
    <>
      <p class="soft">{t.app.lead}</p>
      {isUnknown && <Notice kind="info">{t.gate.unknownSession}</Notice>}
      {sessions && sessions.length > 0 && (
        <section class="stack">
          <h2>{t.app.onPhone}</h2>
          <ul class="sessions">
            {sessions.map(({ list: { session }, downloadedAt, kept }) => (
              <li key={session.id}>
                <a class="session" href={`#${session.id}`}>
                  <strong>{isEnglish ? session.title_en : session.title_zh}</strong>
                  <span>{formatMoment(session.starts_at, locale)}</span>
                  <span>{isEnglish ? session.place_en : session.place_zh}</span>
                  <span class="soft">
                    {fill(t.app.downloadedAt, { time: formatMoment(downloadedAt, locale) })}
                  </span>
                  {pendingOf(kept).length > 0 && (
                    <span class="unsent">
                      {fill(t.queue.waiting, { count: pendingOf(kept).length })}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {trouble?.code === 'offline' && <p class="offline">{t.app.offline}</p>}
      {trouble && trouble.code !== 'offline' && <ServerProblem {...app} problem={trouble} />}
      <section class="stack">
        <h2>{t.app.toDownload}</h2>
        {offered?.length === 0 && <p>{t.app.noSessions}</p>}
        <ul class="sessions">
          {offered
            ?.filter(({ session_id }) => !downloaded.has(session_id))
            .map((one) => (
              <li class="session" key={one.session_id}>
                <strong>{isEnglish ? one.title_en : one.title_zh}</strong>
                <span>{formatMoment(one.starts_at, locale)}</span>
                <span>
                  {isEnglish ? one.base_en : one.base_zh} ·{' '}
                  {fill(t.app.people, { count: one.people })}
                </span>
                {one.status === 'cancelled' && <span class="tag">{t.app.cancelled}</span>}
                {one.is_demo && <span class="tag">{t.app.demo}</span>}
                <button
                  class="button"
                  type="button"
                  disabled={sending.busy}
                  onClick={() => open(one.session_id)}
                >
                  {sending.busy ? t.app.downloading : t.app.download}
                  <span class="hidden-visually">{isEnglish ? one.title_en : one.title_zh}</span>
                </button>
              </li>
            ))}
        </ul>
        <button class="button quiet" type="button" disabled={busy} onClick={refresh}>
          {t.app.refreshSessions}
        </button>
      </section>
    </>
  );
}
