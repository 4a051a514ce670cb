import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../../../i18n/fill';
import type { Locale } from '../../../../i18n/locale';
import { formatDay } from '../../../../lib/dates';
import { byTime, type EventDraft, type SessionDraft } from '../event-draft';
import type { Part } from '../fields/form';
import { nextSession, sessionsOn } from './new-sessions';
import { RuleMaker } from './RuleMaker';
import { SessionFields } from './SessionFields';

interface Props extends Part<EventDraft> {
  locale: Locale;
  /** People know of its sessions, so they are cancelled and not removed. */
  isPublished: boolean;
}

/** The sessions of an event: one by one, or many by a rule. */
export function SessionsPart({ locale, isPublished, ...part }: Props) {
  const { draft, change, problem, t } = part;
  const { sessions } = draft;
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState(-1);
  const hasProblem = (place: number) =>
    [
      'day',
      'from',
      'to',
      'place_zh',
      'place_en',
      'capacity',
      'waitlist_limit',
      'opens',
      'closes',
    ].some((name) => problem(`sessions.${place}.${name}`));
  const firstWrong = sessions.findIndex((_, place) => hasProblem(place));
  // A problem inside a closed session would not be seen.
  useEffect(() => {
    if (firstWrong >= 0) setOpened(firstWrong);
  }, [firstWrong]);

  const edit = (place: number, changes: Partial<SessionDraft>) =>
    change({
      sessions: sessions.map((session, each) =>
        each === place ? { ...session, ...changes } : session,
      ),
    });
  const add = () => {
    setOpened(sessions.length);
    change({ sessions: [...sessions, nextSession(sessions.at(-1))] });
  };
  const use = (
    made: { recurrence: string; except_on: string[]; days: string[] },
    like: SessionDraft,
  ) => {
    const added = sessionsOn(made.days, like, sessions);
    setSaid(
      added.length > 0 ? fill(t.sessions.used, { count: added.length }) : t.sessions.usedNone,
    );
    setOpened(-1);
    change({
      recurrence: made.recurrence,
      except_on: made.except_on,
      sessions: [...sessions, ...added].sort(byTime),
    });
  };

  return (
    <section class="stack">
      <h2>{t.sections.groupSessions}</h2>
      <p class={sessions.length === 0 ? 'notice' : 'soft'}>
        {sessions.length === 0
          ? t.sessions.none
          : fill(t.sessions.count, { count: sessions.length })}
      </p>
      {problem('sessions') && <p class="problem">{problem('sessions')}</p>}
      {sessions.map((session, place) => {
        const name = session.day ? formatDay(session.day, locale) : t.sessions.day;
        return (
          <details
            key={session.id}
            class="session"
            open={opened === place}
            onToggle={(event) => {
              if (event.currentTarget.open) setOpened(place);
              else setOpened((before) => (before === place ? -1 : before));
            }}
          >
            <summary>
              <strong>{name}</strong> {session.from}–{session.to}{' '}
              {session.isCancelled && <span class="tag">{t.sessions.cancelled}</span>}
              {hasProblem(place) && <span class="problem">{t.problems.missing}</span>}
            </summary>
            <SessionFields
              draft={session}
              change={(changes) => edit(place, changes)}
              problem={problem}
              t={t}
              path={`sessions.${place}.`}
            />
            {isPublished && session.isStored ? (
              <p class="soft">{t.sessions.announced}</p>
            ) : (
              <button
                class="button quiet"
                type="button"
                aria-label={fill(t.sessions.removeNamed, { day: name })}
                onClick={() => change({ sessions: sessions.filter((_, each) => each !== place) })}
              >
                {t.sessions.remove}
              </button>
            )}
          </details>
        );
      })}
      <p role="status">{said}</p>
      <button class="button quiet" type="button" onClick={add}>
        {t.sessions.add}
      </button>
      <RuleMaker
        t={t}
        locale={locale}
        recurrence={draft.recurrence}
        like={nextSession(sessions.at(-1))}
        onUse={use}
      />
    </section>
  );
}
