import { shanghaiDay } from '../../../lib/dates';

/** A month of the calendar, as YYYY-MM. */
export type Month = string;

const earliest = '2000-01';
const latest = '2099-12';

/** The month an address asks for, or the one it is now in Shanghai. */
export function parseMonth(text: string | null, now: Date): Month {
  const isMonth = text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  return isMonth && text >= earliest && text <= latest ? text : shanghaiDay(now).slice(0, 7);
}

/** The month so many months later, or earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The moments a month begins and ends in Shanghai, whose clocks have stood at UTC+8 since 1991. */
export const boundsOf = (month: Month): { from: Date; to: Date } => ({
  from: new Date(`${month}-01T00:00:00+08:00`),
  to: new Date(`${addMonths(month, 1)}-01T00:00:00+08:00`),
});

/** The days (YYYY-MM-DD) of a month in weeks from Monday to Sunday; places outside the month are empty. */
export function weeksOf(month: Month): (string | undefined)[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const blanks = (first.getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const weeks = Math.ceil((blanks + days) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - blanks + 1;
      return day >= 1 && day <= days ? `${month}-${String(day).padStart(2, '0')}` : undefined;
    }),
  );
}

/** Things by the day in Shanghai on which they start, in the order they came. */
export function byDay<Thing extends { startsAt: Date }>(
  things: readonly Thing[],
): Map<string, Thing[]> {
  return Map.groupBy(things, ({ startsAt }) => shanghaiDay(startsAt));
}
