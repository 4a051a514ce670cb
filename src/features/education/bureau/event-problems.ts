import { type EventDraft, eventTexts, lastDayOf, type SessionDraft } from './event-draft';
import {
  checkText,
  collectProblems,
  type FieldProblems,
  isWhole,
  type Note,
} from './field-problems';

/** The longest a text may be in Chinese, in characters; in English twice that. The database holds the same. */
const limits = { title: 60, summary: 600, programme: 1500, audience: 200, accessibility: 400 };
const languages = [
  ['zh', 1],
  ['en', 2],
] as const;

function checkSession(note: Note, name: string, session: SessionDraft) {
  for (const part of ['day', 'from', 'to', 'opens', 'closes'] as const) {
    if (!session[part]) note(`${name}.${part}`, { code: 'missing' });
  }
  for (const [language, times] of languages) {
    const field = `place_${language}` as const;
    checkText(note, `${name}.${field}`, session[field], 100 * times, true);
  }
  if (session.from && session.to && session.to <= session.from && session.nights === 0)
    note(`${name}.to`, { code: 'time' });
  if (!isWhole(session.capacity, 1, 5000)) {
    note(`${name}.capacity`, { code: 'number', values: { from: 1, to: 5000 } });
  } else if (Number(session.capacity) < session.seatsTaken) {
    note(`${name}.capacity`, { code: 'belowTaken', values: { seats: session.seatsTaken } });
  }
  if (!isWhole(session.waitlist_limit, 0, 500)) {
    note(`${name}.waitlist_limit`, { code: 'number', values: { from: 0, to: 500 } });
  }
  if (!session.day) return;
  const end = `${lastDayOf(session)}T${session.to}`;
  if (session.closes && (session.closes <= session.opens || session.closes > end)) {
    note(`${name}.closes`, { code: 'closes' });
  }
}

function checkAges(note: Note, draft: EventDraft) {
  for (const [field, to] of [
    ['minimum_age', 120],
    ['maximum_age', 120],
    ['guardian_below', 18],
  ] as const) {
    if (draft[field].trim() && !isWhole(draft[field], 0, to)) {
      note(field, { code: 'number', values: { from: 0, to } });
    }
  }
  const { minimum_age, maximum_age } = draft;
  if (minimum_age && maximum_age && Number(minimum_age) > Number(maximum_age)) {
    note('maximum_age', { code: 'ages' });
  }
}

/**
 * What has to change before a draft can be saved, or, with `isComplete`, before it can be handed in. The
 * database refuses the same; here each problem finds its field.
 */
export function problemsOf(draft: EventDraft, isComplete: boolean): FieldProblems {
  return collectProblems((note) => {
    if (!/^[a-z0-9-]{3,60}$/.test(draft.slug)) note('slug', { code: 'slug' });
    for (const [language, times] of languages) {
      for (const text of eventTexts) {
        const isNeeded = text === 'title' || (text === 'summary' && isComplete);
        const field = `${text}_${language}` as const;
        checkText(note, field, draft[field], limits[text] * times, isNeeded);
      }
    }
    if (draft.languages.length === 0) note('languages', { code: 'languages' });
    if (!isWhole(draft.coins, 0, 100))
      note('coins', { code: 'number', values: { from: 0, to: 100 } });
    checkAges(note, draft);
    draft.questions.forEach((question, place) => {
      for (const [language, times] of languages) {
        const field = `label_${language}` as const;
        checkText(note, `questions.${place}.${field}`, question[field], 80 * times, true);
      }
    });
    if (isComplete && draft.sessions.length === 0) note('sessions', { code: 'sessions' });
    draft.sessions.forEach((session, place) => {
      checkSession(note, `sessions.${place}`, session);
    });
  });
}
