import { fill } from '../../../i18n/fill';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { Point } from './api';

type Rules = Pick<Point, 'opens' | 'closes' | 'weekdays' | 'valid_until' | 'radius_m' | 'kind'>;

/** Runs of days as words: 1, 2, 3, 6 → Mon–Wed, Sat. */
function daysOf(weekdays: readonly number[], names: readonly string[]): string {
  const days = [...weekdays].sort((one, other) => one - other);
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  const nameOf = (day: number | undefined) => names[(day ?? 1) - 1] ?? '';
  return runs
    .flatMap((run) =>
      run.length > 2 ? [`${nameOf(run[0])}–${nameOf(run.at(-1))}`] : run.map(nameOf),
    )
    .join(names[0] === 'Mon' ? ', ' : '、');
}

/** When a point is open and what holds it, in words. */
export function rulesOfPoint(point: Rules, words: Dictionary['points']['act']): string[] {
  const days =
    point.weekdays.length === 7 ? words.everyDay : daysOf(point.weekdays, words.weekdays);
  const hours =
    point.opens && point.closes
      ? `${point.opens.slice(0, 5)}–${point.closes.slice(0, 5)}`
      : words.allDay;
  return [
    `${days} ${hours}`,
    ...(point.valid_until ? [fill(words.until, { day: point.valid_until })] : []),
    words[point.kind],
    ...(point.radius_m ? [fill(words.onSpot, { radius: point.radius_m })] : []),
  ];
}
