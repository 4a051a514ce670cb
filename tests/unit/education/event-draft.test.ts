import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentOf,
  copyOf,
  draftOf,
  emptyEvent,
  type SessionDraft,
  type StoredEvent,
} from '../../../src/features/education/bureau/event-draft';
import { problemsOf } from '../../../src/features/education/bureau/event-problems';
import { reaches, worksAt } from '../../../src/features/education/bureau/reach';
import {
  hoursBefore,
  nextSession,
  sessionsOn,
} from '../../../src/features/education/bureau/sessions/new-sessions';
import {
  repetitionOfDraft,
  ruleDraft,
  ruleProblems,
} from '../../../src/features/education/bureau/sessions/rule-draft';

const session: SessionDraft = {
  id: '11111111-1111-4111-8111-111111111111',
  isStored: false,
  day: '2027-06-05',
  from: '09:00',
  to: '11:30',
  place_zh: '村口',
  place_en: 'Village entrance',
  capacity: '30',
  waitlist_limit: '5',
  opens: '2027-05-01T08:00',
  closes: '2027-06-04T09:00',
  isCancelled: false,
  seatsTaken: 0,
  nights: 0,
};
const draft = {
  ...emptyEvent('22222222-2222-4222-8222-222222222222'),
  slug: 'river-walk',
  title_zh: '沿河走一段',
  title_en: 'A walk along the river',
  summary_zh: '看水。',
  summary_en: 'Look at the water.',
  sessions: [session],
};
const stored: StoredEvent = {
  ...draft,
  minimum_age: null,
  maximum_age: 12,
  guardian_below: 0,
  coins: 7,
  event_sessions: [
    {
      id: session.id,
      starts_at: '2027-06-05 23:30:00+00',
      ends_at: '2027-06-06 02:00:00+00',
      place_zh: '村口',
      place_en: 'Village entrance',
      capacity: 30,
      waitlist_limit: 5,
      opens_at: '2027-05-01 00:00:00+00',
      closes_at: '2027-06-05 16:00:00+00',
      status: 'scheduled',
      seats_taken: 4,
    },
  ],
};

describe('an event in the form', () => {
  test('goes to the database in Shanghai time and comes back as it was', () => {
    const shown = draftOf(stored);
    expect(shown.sessions[0]).toMatchObject({
      day: '2027-06-06',
      from: '07:30',
      to: '10:00',
      opens: '2027-05-01T08:00',
      closes: '2027-06-06T00:00',
      seatsTaken: 4,
    });
    expect([shown.minimum_age, shown.maximum_age, shown.guardian_below]).toEqual(['', '12', '0']);
    const sent = contentOf(shown);
    expect(sent.content).toMatchObject({
      minimum_age: null,
      maximum_age: 12,
      guardian_below: 0,
      coins: 7,
    });
    expect(sent.sessions[0]).toMatchObject({
      id: session.id,
      starts_at: '2027-06-06T07:30:00+08:00',
      ends_at: '2027-06-06T10:00:00+08:00',
      closes_at: '2027-06-06T00:00:00+08:00',
    });
  });

  test('keeps the last day of a session that runs over midnight', () => {
    const [first] = stored.event_sessions;
    const camp = draftOf({
      ...stored,
      event_sessions: first ? [{ ...first, ends_at: '2027-06-08 02:00:00+00' }] : [],
    });
    expect(contentOf(camp).sessions[0]?.ends_at).toBe('2027-06-08T10:00:00+08:00');
    expect(problemsOf({ ...camp, slug: 'camp' }, false)).toEqual({});
  });

  test('is copied without its address, its dates and its rule', () => {
    expect(copyOf({ ...stored, recurrence: 'FREQ=WEEKLY;BYDAY=SA;COUNT=2' })).toMatchObject({
      title_zh: draft.title_zh,
      slug: '',
      recurrence: '',
      sessions: [],
    });
  });
});

describe('what has to change', () => {
  test('is nothing in a complete draft', () => {
    expect(problemsOf(draft, true)).toEqual({});
  });

  test('is asked for only when it is handed in: a summary and a session', () => {
    const begun = { ...draft, summary_zh: '', summary_en: ' ', sessions: [] };
    expect(problemsOf(begun, false)).toEqual({});
    expect(Object.keys(problemsOf(begun, true)).sort()).toEqual([
      'sessions',
      'summary_en',
      'summary_zh',
    ]);
  });

  test.each([
    ['slug', { slug: 'River Walk' }],
    ['title_en', { title_en: '' }],
    ['title_zh', { title_zh: '长'.repeat(61) }],
    ['languages', { languages: [] }],
    ['coins', { coins: '101' }],
    ['minimum_age', { minimum_age: '1.5' }],
    ['maximum_age', { minimum_age: '12', maximum_age: '6' }],
    [
      'questions.0.label_en',
      { questions: [{ key: 'a', label_zh: '问', label_en: '', required: true }] },
    ],
  ])('finds its field %s', (field, changes) => {
    expect(Object.keys(problemsOf({ ...draft, ...changes }, false))).toEqual([field]);
  });

  test.each([
    ['to', { to: '09:00' }],
    ['day', { day: '' }],
    ['place_zh', { place_zh: ' ' }],
    ['capacity', { capacity: '0' }],
    ['capacity', { capacity: '3', seatsTaken: 4 }],
    ['waitlist_limit', { waitlist_limit: '-1' }],
    ['closes', { closes: '2027-04-30T08:00' }],
    ['closes', { closes: '2027-06-05T11:31' }],
  ])('finds the field %s of its session', (field, changes) => {
    const sessions = [session, { ...session, ...changes }];
    expect(Object.keys(problemsOf({ ...draft, sessions }, false))).toEqual([`sessions.1.${field}`]);
  });
});

describe('new sessions', () => {
  test('come a week after the last one, at its hours, with registration closing as long before', () => {
    expect(nextSession(session)).toMatchObject({
      day: '2027-06-12',
      from: '09:00',
      closes: '2027-06-11T09:00',
      isStored: false,
      seatsTaken: 0,
    });
    expect(nextSession(session).id).not.toBe(session.id);
  });

  test('by a rule leave out days that have one at that hour', () => {
    const made = sessionsOn(['2027-06-05', '2027-06-06'], session, [session]);
    expect(made.map(({ day, closes }) => [day, closes])).toEqual([
      ['2027-06-06', '2027-06-05T09:00'],
    ]);
  });

  test('hours before a time are counted across months', () => {
    expect(hoursBefore('2027-03-01', '08:30', 24)).toBe('2027-02-28T08:30');
  });

  test('the rule form begins on the day of the session and is valid once it has a place', () => {
    const rule = ruleDraft(session, undefined);
    expect(rule).toMatchObject({ every: 'week', on: ['SA'], first: '2027-06-05' });
    expect(ruleProblems(rule)).toEqual({});
    expect(
      Object.keys(
        ruleProblems({ ...rule, on: [], session: { ...rule.session, to: '08:00' } }),
      ).sort(),
    ).toEqual(['on', 'to']);
    expect(repetitionOfDraft({ ...rule, every: 'month', ordinal: '-1' })).toEqual({
      every: 'month',
      interval: 1,
      ordinal: -1,
      weekday: 'SA',
      end: { count: 4 },
    });
  });
});

describe('reach', () => {
  const base = { id: 'b1', town_code: 'fotang' };
  const grant = { role: 'host' as const, base_id: null, town_code: null };

  test('is everywhere without a limit, else at the base or in its town', () => {
    expect(reaches([grant], 'host', base)).toBe(true);
    expect(reaches([{ ...grant, base_id: 'b1' }], 'host', base)).toBe(true);
    expect(reaches([{ ...grant, base_id: 'b2' }], 'host', base)).toBe(false);
    expect(reaches([{ ...grant, town_code: 'fotang' }], 'host', base)).toBe(true);
    expect(reaches([{ ...grant, town_code: 'suxi' }], 'host', base)).toBe(false);
  });

  test('is of hosts and editors alone', () => {
    fc.assert(
      fc.property(fc.constantFrom('moderator', 'analyst', 'merchant', 'administrator'), (role) => {
        expect(worksAt([{ ...grant, role: role as 'moderator' }], base)).toBe(false);
      }),
    );
    expect(worksAt([{ ...grant, role: 'editor' }], base)).toBe(true);
  });
});
