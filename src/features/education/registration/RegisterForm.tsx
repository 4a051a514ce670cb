import { useEffect, useRef, useState } from 'preact/hooks';
import { Form } from '../../../components/Form';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import { draftStore } from '../../../lib/draft';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { useTask } from '../../../lib/use-task';
import { register } from './api';
import { availabilityOf, isRegistrable } from './availability';
import { ChooseSession } from './ChooseSession';
import { EventQuestions } from './EventQuestions';
import { PartyFields } from './PartyFields';
import {
  peopleIn,
  type RegistrableEvent,
  type RegistrableSession,
  type RegistrationDraft,
} from './schema';

interface Props extends IslandProps {
  t: Dictionary['registration'];
  event: RegistrableEvent;
  /** The sessions the reader has nothing at. */
  sessions: readonly RegistrableSession[];
  displayName: string;
  /** Called after an attempt: with the registration's id when it went through. */
  onDone: (id?: string) => void;
}

export function RegisterForm({ t, errors, locale, event, sessions, displayName, onDone }: Props) {
  const store = useRef(draftStore<RegistrationDraft>(`register:${event.slug}`));
  const fresh = (): RegistrationDraft => ({
    key: crypto.randomUUID(),
    sessionId: '',
    adults: 0,
    children: 0,
    name: displayName,
    answers: {},
    joinWaiting: false,
  });
  const [draft, setDraft] = useState<RegistrationDraft>(fresh);
  const { busy, problem, setProblem, run } = useTask();
  useEffect(() => {
    const kept = store.current.read();
    if (kept) setDraft(kept);
  }, []);

  const now = new Date();
  const chosen =
    sessions.find(({ id }) => id === draft.sessionId) ??
    sessions.find((one) => isRegistrable(availabilityOf(one, now)));
  const change = (part: Partial<RegistrationDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    store.current.write(next);
    setProblem(undefined);
  };
  const send = () =>
    run(async () => {
      try {
        const { id } = await register(await browserClient(), {
          ...draft,
          sessionId: chosen?.id ?? '',
        });
        store.current.clear();
        setDraft(fresh());
        onDone(id);
      } catch (error) {
        // The seats may have moved since they were read: show how many there are now.
        onDone();
        throw error;
      }
    });

  const people = peopleIn(draft);
  const availability = chosen && availabilityOf(chosen, now, people);
  const mayWait = availability?.kind === 'waiting' || problem?.code === 'session_full';
  return (
    <Form onSubmit={send}>
      <ChooseSession
        t={t}
        locale={locale}
        sessions={sessions}
        chosen={chosen?.id ?? ''}
        onChoose={(sessionId) => change({ sessionId })}
      />
      <PartyFields t={t} event={event} draft={draft} change={change} />
      <EventQuestions t={t} event={event} draft={draft} change={change} />
      {(mayWait || draft.joinWaiting) && (
        <label class="choice agree">
          <input
            type="checkbox"
            checked={draft.joinWaiting}
            onChange={(event) => change({ joinWaiting: event.currentTarget.checked })}
          />
          <span>{t.form.joinWaiting}</span>
        </label>
      )}
      {problem && <ProblemNotice problem={problem} errors={errors} locale={locale} />}
      <button
        class="button"
        type="submit"
        disabled={busy || !availability || !isRegistrable(availability)}
      >
        {busy
          ? t.form.sending
          : fill(availability?.kind === 'waiting' ? t.form.submitWaiting : t.form.submit, {
              people,
            })}
      </button>
      {event.coins > 0 && <p class="coin">{fill(t.form.coins, { coins: event.coins })}</p>}
    </Form>
  );
}
