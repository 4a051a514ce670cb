/** Days of the week as RFC 5545 writes them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** Which of a month's weekdays: the first to the fourth, or the last. */
export const ordinals = [1, 2, 3, 4, -1] as const;
export type Ordinal = (typeof ordinals)[number];

/** How sessions repeat, as the form asks for it. */
export type Repetition = {
  /** Every week or month is 1, every other 2. */
  interval: number;
  end: { count: number } | { until: string };
} & ({ every: 'week'; on: Weekday[] } | { every: 'month'; ordinal: Ordinal; weekday: Weekday });

/** More sessions than this are another event. */
export const mostSessions = 120;

/** The RFC 5545 rule of a repetition. A last day is written in UTC, as the standard asks beside a zone. */
export function ruleOf(repetition: Repetition): string {
  const { every, interval, end } = repetition;
  const days =
    repetition.every === 'week'
      ? weekdays.filter((day) => repetition.on.includes(day)).join(',')
      : `${repetition.ordinal}${repetition.weekday}`;
  return [
    `FREQ=${every === 'week' ? 'WEEKLY' : 'MONTHLY'}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    `BYDAY=${days}`,
    'count' in end ? `COUNT=${end.count}` : `UNTIL=${end.until.replaceAll('-', '')}T155959Z`,
  ].join(';');
}

const partsOf = (rule: string) =>
  new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));

/** The last day a rule allows (YYYY-MM-DD in Shanghai), if it names one. */
function lastDayOf(until: string | undefined): string | undefined {
  const digits = until?.match(/^(\d{4})(\d{2})(\d{2})T155959Z$/);
  return digits ? digits.slice(1).join('-') : undefined;
}

/** The repetition a rule of ours stands for; undefined for none and for rules the form cannot show. */
export function repetitionOf(rule: string): Repetition | undefined {
  const parts = partsOf(rule);
  const until = lastDayOf(parts.get('UNTIL'));
  const count = Number(parts.get('COUNT'));
  if (!until && !(count >= 1)) return undefined;
  const end = until ? { until } : { count };
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const days = parts.get('BYDAY')?.split(',') ?? [];
  const isWeekday = (text: string | undefined): text is Weekday =>
    (weekdays as readonly (string | undefined)[]).includes(text);
  if (parts.get('FREQ') === 'WEEKLY' && days.length > 0 && days.every(isWeekday)) {
    return { every: 'week', interval, on: days, end };
  }
  const [, ordinal, weekday] = days[0]?.match(/^(-?\d)([A-Z]{2})$/) ?? [];
  const which = ordinals.find((each) => each === Number(ordinal));
  if (parts.get('FREQ') === 'MONTHLY' && days.length === 1 && which && isWeekday(weekday)) {
    return { every: 'month', interval, ordinal: which, weekday, end };
  }
  return undefined;
}

/**
 * The days (YYYY-MM-DD) of a rule from a first day on, without the exceptions, at most `mostSessions`.
 * Days have no zone: the hour of every session is the same hour in Shanghai. As in RFC 5545 a count
 * includes the exceptions. The 80 KB that know the standard arrive when this is first called.
 */
export async function expandRule(
  rule: string,
  firstDay: string,
  exceptOn: readonly string[] = [],
): Promise<string[]> {
  const { default: ical } = await import('ical.js');
  const last = lastDayOf(partsOf(rule).get('UNTIL'));
  const recur = ical.Recur.fromString(rule.replace(/;?UNTIL=[^;]*/, ''));
  const dates = recur.iterator(ical.Time.fromDateString(firstDay));
  const days: string[] = [];
  for (let date = dates.next(); date && days.length < mostSessions; date = dates.next()) {
    const day = date.toString().slice(0, 10);
    if (last && day > last) break;
    days.push(day);
  }
  return days.filter((day) => !exceptOn.includes(day));
}
