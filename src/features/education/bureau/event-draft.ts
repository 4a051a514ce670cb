import type { Enums } from '../../../lib/database.types';
import { parseMoment, shanghaiDay, shanghaiMoment, shanghaiTime } from '../../../lib/dates';

/** A session as it is typed: a day and times in Shanghai, numbers as text until they are checked. */
export interface SessionDraft {
  /** Given by the form, so that a session sent twice is one. */
  id: string;
  isStored: boolean;
  day: string;
  from: string;
  to: string;
  place_zh: string;
  place_en: string;
  capacity: string;
  waitlist_limit: string;
  /** When registration opens and closes: YYYY-MM-DDTHH:MM in Shanghai. */
  opens: string;
  closes: string;
  isCancelled: boolean;
  seatsTaken: number;
  /** How many days after it began it ends; the form makes only sessions of one day. */
  nights: number;
}

export interface QuestionDraft {
  key: string;
  label_zh: string;
  label_en: string;
  required: boolean;
}

/** The texts of an event that exist in both languages. */
export const eventTexts = ['title', 'summary', 'programme', 'audience', 'accessibility'] as const;
type EventText = (typeof eventTexts)[number];

/** An event as it is typed. */
export interface EventDraft extends Record<`${EventText}_${'zh' | 'en'}`, string> {
  slug: string;
  base_id: string;
  kind: Enums<'event_kind'>;
  theme: Enums<'event_theme'>;
  languages: string[];
  minimum_age: string;
  maximum_age: string;
  guardian_below: string;
  cover: string;
  coins: string;
  questions: QuestionDraft[];
  recurrence: string;
  except_on: string[];
  sessions: SessionDraft[];
}

export const emptyEvent = (baseId: string): EventDraft => ({
  slug: '',
  base_id: baseId,
  kind: 'visit',
  theme: 'none',
  title_zh: '',
  title_en: '',
  summary_zh: '',
  summary_en: '',
  programme_zh: '',
  programme_en: '',
  audience_zh: '',
  audience_en: '',
  accessibility_zh: '',
  accessibility_en: '',
  languages: ['zh-CN'],
  minimum_age: '',
  maximum_age: '',
  guardian_below: '',
  cover: 'river',
  coins: '0',
  questions: [],
  recurrence: '',
  except_on: [],
  sessions: [],
});

const localMoment = (text: string): string => {
  const moment = parseMoment(text);
  return `${shanghaiDay(moment)}T${shanghaiTime(moment)}`;
};
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** What the form needs of a stored session. */
export interface StoredSession {
  id: string;
  starts_at: string;
  ends_at: string;
  place_zh: string;
  place_en: string;
  capacity: number;
  waitlist_limit: number;
  opens_at: string;
  closes_at: string;
  status: Enums<'session_status'>;
  seats_taken: number;
}

/** What the form needs of a stored event. */
export interface StoredEvent extends Record<`${EventText}_${'zh' | 'en'}`, string> {
  slug: string;
  base_id: string;
  kind: Enums<'event_kind'>;
  theme: Enums<'event_theme'>;
  languages: string[];
  minimum_age: number | null;
  maximum_age: number | null;
  guardian_below: number | null;
  cover: string;
  coins: number;
  questions: unknown;
  recurrence: string;
  except_on: string[];
  event_sessions: StoredSession[];
}

const dayOf = (text: string): string => shanghaiDay(parseMoment(text));

const sessionDraft = (session: StoredSession): SessionDraft => ({
  id: session.id,
  isStored: true,
  day: dayOf(session.starts_at),
  from: shanghaiTime(parseMoment(session.starts_at)),
  to: shanghaiTime(parseMoment(session.ends_at)),
  place_zh: session.place_zh,
  place_en: session.place_en,
  capacity: String(session.capacity),
  waitlist_limit: String(session.waitlist_limit),
  opens: localMoment(session.opens_at),
  closes: localMoment(session.closes_at),
  isCancelled: session.status === 'cancelled',
  seatsTaken: session.seats_taken,
  nights: daysBetween(dayOf(session.starts_at), dayOf(session.ends_at)),
});

/** A stored event as the form shows it, its sessions in order of time. */
export function draftOf(event: StoredEvent): EventDraft {
  const draft = emptyEvent(event.base_id);
  for (const text of eventTexts) {
    draft[`${text}_zh`] = event[`${text}_zh`];
    draft[`${text}_en`] = event[`${text}_en`];
  }
  return {
    ...draft,
    slug: event.slug,
    kind: event.kind,
    theme: event.theme,
    languages: event.languages,
    minimum_age: numberText(event.minimum_age),
    maximum_age: numberText(event.maximum_age),
    guardian_below: numberText(event.guardian_below),
    cover: event.cover,
    coins: String(event.coins),
    questions: event.questions as QuestionDraft[],
    recurrence: event.recurrence,
    except_on: event.except_on,
    sessions: event.event_sessions.map(sessionDraft).sort(byTime),
  };
}

/** The day a session ends on. */
export const lastDayOf = ({ day, nights }: SessionDraft): string => addDays(day, nights);

/** Sessions in order of time. */
export const byTime = (one: SessionDraft, other: SessionDraft): number =>
  `${one.day}${one.from}`.localeCompare(`${other.day}${other.from}`);

const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const momentOf = (local: string): string => shanghaiMoment(local.slice(0, 10), local.slice(11));

/** What save_event takes: the event's own content, and its sessions. Only for drafts without problems. */
export function contentOf({ sessions, ...event }: EventDraft) {
  return {
    content: {
      ...event,
      minimum_age: numberOrNull(event.minimum_age),
      maximum_age: numberOrNull(event.maximum_age),
      guardian_below: numberOrNull(event.guardian_below),
      coins: Number(event.coins),
      questions: event.questions.map((question) => ({ ...question })),
    },
    sessions: sessions.map((session) => ({
      id: session.id,
      starts_at: shanghaiMoment(session.day, session.from),
      ends_at: shanghaiMoment(lastDayOf(session), session.to),
      place_zh: session.place_zh,
      place_en: session.place_en,
      capacity: Number(session.capacity),
      waitlist_limit: Number(session.waitlist_limit),
      opens_at: momentOf(session.opens),
      closes_at: momentOf(session.closes),
    })),
  };
}

/** A copy to begin a new event with: everything but its address, its dates and its rule. */
export const copyOf = (event: StoredEvent): EventDraft => ({
  ...draftOf(event),
  slug: '',
  recurrence: '',
  except_on: [],
  sessions: [],
});
