import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { type IslandProps, signInAddress } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { hasSessionCookie } from '../../../lib/supabase/session';
import { useTask } from '../../../lib/use-task';
import { readSessionsOf } from '../calendar/api';
import { readStanding, type Standing } from './api';
import { availabilityOf, isRegistrable } from './availability';
import { RegisterForm } from './RegisterForm';
import { StandingRegistration } from './StandingRegistration';
import type { RegistrableEvent, RegistrableSession } from './schema';

interface Props extends IslandProps {
  t: Dictionary['registration'];
  event: RegistrableEvent;
  /** As the page knew them, which is seconds ago. */
  sessions: readonly RegistrableSession[];
}

/** What a resident already has at this event, and the form for another session of it. */
export default function Register({ t, errors, locale, event, sessions: asShown }: Props) {
  const [isSignedIn, setIsSignedIn] = useState<boolean>();
  const [sessions, setSessions] = useState(asShown);
  const [standing, setStanding] = useState<{ mine: Standing[]; name: string }>();
  const { problem, run } = useTask();
  const [newest, setNewest] = useState<string>();
  const load = () =>
    run(async () => {
      const client = await browserClient();
      const [now, mine] = await Promise.all([
        readSessionsOf(client, locale, event.slug),
        readStanding(client, event.slug),
      ]);
      setSessions(now);
      setStanding(mine);
    });
  useEffect(() => {
    const signedIn = hasSessionCookie(document.cookie);
    setIsSignedIn(signedIn);
    if (signedIn) load();
  }, []);

  const taken = new Set(standing?.mine.map(({ session_id }) => session_id));
  const now = new Date();
  const coming = sessions.filter((session) => availabilityOf(session, now).kind !== 'past');
  const open = coming.filter(({ id }) => !taken.has(id));

  if (!coming.some((session) => isRegistrable(availabilityOf(session, now))) && taken.size === 0) {
    return <Notice kind="info">{t.form.noneOpen}</Notice>;
  }
  if (isSignedIn === false) {
    const back = pathIn(locale, `/events/${event.slug}/#register`);
    return (
      <div class="stack">
        <p>{t.form.signInFirst}</p>
        <a class="button" href={signInAddress(locale, back)}>
          {t.form.signIn}
        </a>
      </div>
    );
  }
  const form = (
    <RegisterForm
      t={t}
      errors={errors}
      locale={locale}
      event={event}
      sessions={open}
      displayName={standing?.name ?? ''}
      onDone={(id) => {
        setNewest(id);
        load();
      }}
    />
  );
  return (
    <div class="stack">
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      {standing?.mine.map((one) => (
        <StandingRegistration
          key={one.id}
          t={t}
          errors={errors}
          locale={locale}
          registration={one}
          session={sessions.find(({ id }) => id === one.session_id)}
          isNew={one.id === newest}
          onChange={load}
        />
      ))}
      {standing && taken.size === 0 && form}
      {standing && taken.size > 0 && open.length > 0 && (
        <details>
          <summary>{t.form.registerAnother}</summary>
          {form}
        </details>
      )}
    </div>
  );
}
