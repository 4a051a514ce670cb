// What the page makes of the closed days: sums, weeks, and a series of every action.
import type { ActionDays, ActionName, BookDay, BookMonth } from './api';

/** Coins of everyone together from the beginning through the last closed day; spent is net of refunds. */
export interface Totals {
  transfers: number;
  issued: number;
  takenBack: number;
  spent: number;
  expired: number;
  /** Up less down. */
  adjusted: number;
  held: number;
  hasDemo: boolean;
}

/** The months added up; undefined before the first day is closed. */
export function totalsOf(months: readonly BookMonth[]): Totals | undefined {
  const last = months.at(-1);
  if (!last) return undefined;
  const sum = (of: (month: BookMonth) => number) =>
    months.reduce((coins, month) => coins + of(month), 0);
  return {
    transfers: sum(({ transfers }) => transfers),
    issued: sum(({ issued }) => issued),
    takenBack: sum(({ taken_back }) => taken_back),
    spent: sum(({ spent, refunded }) => spent - refunded),
    expired: sum(({ expired }) => expired),
    adjusted: sum(({ adjusted_up, adjusted_down }) => adjusted_up - adjusted_down),
    held: last.held,
    hasDemo: months.some(({ has_demo }) => has_demo),
  };
}

/** Seven days in a row, or fewer where the books begin. */
export interface Week {
  from: string;
  to: string;
  issued: number;
  takenBack: number;
  spent: number;
  expired: number;
  held: number;
}

/** Days as weeks that end with the last of them, the latest first. */
export function weeksOf(days: readonly BookDay[]): Week[] {
  const weeks: Week[] = [];
  for (let end = days.length; end > 0; end -= 7) {
    const part = days.slice(Math.max(0, end - 7), end);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) break;
    const sum = (of: (day: BookDay) => number) => part.reduce((coins, day) => coins + of(day), 0);
    weeks.push({
      from: first.day,
      to: last.day,
      issued: sum(({ issued }) => issued),
      takenBack: sum(({ taken_back }) => taken_back),
      spent: sum(({ spent, refunded }) => spent - refunded),
      expired: sum(({ expired }) => expired),
      held: last.held,
    });
  }
  return weeks;
}

/** What an action paid on each of some days, and in all of them. */
export interface ActionSeries {
  code: string;
  /** Undefined where the price list does not know the action. */
  action: ActionName | undefined;
  /** Coins issued less taken back, one place a day. */
  daily: number[];
  transfers: number;
  issued: number;
  takenBack: number;
}

/** The series of every action that moved, whatever the envelope, the most paid first. */
export function seriesOf(
  days: readonly BookDay[],
  moved: readonly ActionDays[],
  names: readonly ActionName[],
): ActionSeries[] {
  const placeOf = new Map(days.map(({ day }, place) => [day, place]));
  const byCode = Map.groupBy(moved, ({ action_code }) => action_code);
  const series = [...byCode].map(([code, envelopes]) => {
    const one: ActionSeries = {
      code,
      action: names.find((action) => action.code === code),
      daily: days.map(() => 0),
      transfers: 0,
      issued: 0,
      takenBack: 0,
    };
    for (const envelope of envelopes) {
      envelope.days.forEach((day, at) => {
        const issued = envelope.issued[at] ?? 0;
        const takenBack = envelope.taken_back[at] ?? 0;
        const place = placeOf.get(day);
        if (place !== undefined) one.daily[place] = (one.daily[place] ?? 0) + issued - takenBack;
        one.transfers += envelope.transfers[at] ?? 0;
        one.issued += issued;
        one.takenBack += takenBack;
      });
    }
    return one;
  });
  return series.toSorted((a, b) => b.issued - b.takenBack - (a.issued - a.takenBack));
}

/** The mean of the last 28 values, or of as many as there are. */
export function recentMean(values: readonly number[]): number {
  const recent = values.slice(-28);
  return recent.length === 0 ? 0 : recent.reduce((sum, value) => sum + value, 0) / recent.length;
}
