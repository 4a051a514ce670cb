import { type Ordinal, ordinals, type Repetition, type Weekday, weekdays } from '../../recurrence';
import type { SessionDraft } from '../event-draft';
import { checkText, collectProblems, type FieldProblems, isWhole } from '../field-problems';
import { hoursBefore } from './new-sessions';

/** A rule as it is typed, with what its sessions have in common. */
export interface RuleDraft {
  every: Repetition['every'];
  interval: string;
  on: Weekday[];
  ordinal: `${Ordinal}`;
  weekday: Weekday;
  first: string;
  endsBy: 'count' | 'until';
  count: string;
  until: string;
  session: Pick<
    SessionDraft,
    'from' | 'to' | 'place_zh' | 'place_en' | 'capacity' | 'waitlist_limit'
  >;
}

const weekdayOf = (day: string): Weekday =>
  weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';

/** A rule to begin with: the one the event has, or every week on the day of a session like these. */
export function ruleDraft(like: SessionDraft, rule: Repetition | undefined): RuleDraft {
  const { day, from, to, place_zh, place_en, capacity, waitlist_limit } = like;
  const weekday = weekdayOf(day);
  const monthly = rule?.every === 'month' ? rule : undefined;
  const end = rule?.end ?? { count: 4 };
  return {
    every: rule?.every ?? 'week',
    interval: String(rule?.interval ?? 1),
    on: rule?.every === 'week' ? rule.on : [weekday],
    ordinal: `${monthly?.ordinal ?? 1}`,
    weekday: monthly?.weekday ?? weekday,
    first: day,
    endsBy: 'count' in end ? 'count' : 'until',
    count: 'count' in end ? String(end.count) : '4',
    until: 'until' in end ? end.until : hoursBefore(day, '00:00', -28 * 24).slice(0, 10),
    session: { from, to, place_zh, place_en, capacity, waitlist_limit },
  };
}

/** What has to change before the rule gives days. */
export const ruleProblems = (draft: RuleDraft): FieldProblems =>
  collectProblems((note) => {
    if (!isWhole(draft.interval, 1, 12)) {
      note('interval', { code: 'number', values: { from: 1, to: 12 } });
    }
    if (draft.every === 'week' && draft.on.length === 0) note('on', { code: 'rule' });
    if (!draft.first) note('first', { code: 'missing' });
    if (draft.endsBy === 'count' && !isWhole(draft.count, 1, 120)) {
      note('count', { code: 'number', values: { from: 1, to: 120 } });
    }
    if (draft.endsBy === 'until' && !draft.until) note('until', { code: 'missing' });
    const { from, to, place_zh, place_en, capacity, waitlist_limit } = draft.session;
    if (!from) note('from', { code: 'missing' });
    if (!to || to <= from) note('to', { code: 'time' });
    checkText(note, 'place_zh', place_zh, 120, true);
    checkText(note, 'place_en', place_en, 120, true);
    if (!isWhole(capacity, 1, 5000)) {
      note('capacity', { code: 'number', values: { from: 1, to: 5000 } });
    }
    if (!isWhole(waitlist_limit, 0, 500)) {
      note('waitlist_limit', { code: 'number', values: { from: 0, to: 500 } });
    }
  });

/** What a rule without problems stands for. */
export function repetitionOfDraft(draft: RuleDraft): Repetition {
  const interval = Number(draft.interval);
  const end = draft.endsBy === 'count' ? { count: Number(draft.count) } : { until: draft.until };
  if (draft.every === 'week') return { every: 'week', interval, on: draft.on, end };
  const ordinal = ordinals.find((each) => `${each}` === draft.ordinal) ?? 1;
  return { every: 'month', interval, ordinal, weekday: draft.weekday, end };
}
