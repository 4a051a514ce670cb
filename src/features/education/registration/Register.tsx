import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { type IslandProps, signInAddress } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { hasSessionCookie } from '../../../lib/supabase/session';
import { useTask } from '../../../lib/use-task';
import { readStanding, type Standing } from './api';
import { availabilityOf, isRegistrable } from './availability';
import { RegisterForm } from './RegisterForm';
import { StandingRegistration } from './StandingRegistration';
import type { RegistrableEvent, RegistrableSession } from './schema';

interface Props extends IslandProps {
  t: Dictionary['registration'];
  event: RegistrableEvent;
  sessions: RegistrableSession[];
}

/** What a resident already has at this event, and the form for another session of it. */
export default function Register({ t, errors, locale, event, sessions }: Props) {
  const [isSignedIn, setIsSignedIn] = useState<boolean>();
  const [standing, setStanding] = useState<{ mine: Standing[]; name: string }>();
  const { problem, run } = useTask();
  const load = () =>
    run(async () => setStanding(await readStanding(await browserClient(), event.slug)));
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
          onChange={load}
        />
      ))}
      {open.length > 0 && standing && (
        <RegisterForm
          t={t}
          errors={errors}
          locale={locale}
          event={event}
          sessions={open}
          displayName={standing.name}
          onDone={load}
        />
      )}
    </div>
  );
}
