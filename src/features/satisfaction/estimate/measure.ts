import { choices, type Tally } from './answers.ts';
import { effectiveOf } from './effective.ts';
import { type Score, scoreOf } from './score.ts';
import type { Settings } from './settings.ts';
import { type Interval, wilson } from './wilson.ts';

/** The two measures of a question, with their 95 % intervals. */
export interface Measures {
  /** Valid answers; the denominator of both measures. */
  valid: number;
  /** Kish's design effect of the valid answers, and the valid answers divided by it. */
  deff: number;
  effective: number;
  /** (satisfied + fairly satisfied) ÷ valid, 0–1. */
  share: Interval & { value: number };
  /** Mean points. */
  score: Score;
}

/** The measures of tallies, each of whose sheets has the same weight; undefined without a valid answer. */
export function measure(
  groups: readonly { tally: Tally; weight: number }[],
  { points }: Pick<Settings, 'points'>,
): Measures | undefined {
  const valid = groups.flatMap(({ tally, weight }) =>
    choices.flatMap((choice) =>
      choice === 'dont_know' || tally[choice] === 0
        ? []
        : [{ choice, count: tally[choice], weight, points: points[choice] }],
    ),
  );
  if (valid.length === 0) return undefined;
  const { n, deff, effective } = effectiveOf(valid);
  let all = 0;
  let satisfied = 0;
  for (const { choice, count, weight } of valid) {
    all += count * weight;
    if (choice === 'satisfied' || choice === 'fairly_satisfied') satisfied += count * weight;
  }
  const value = satisfied / all;
  const range = Object.values(points);
  const axis = { low: Math.min(...range), high: Math.max(...range) };
  return {
    valid: n,
    deff,
    effective,
    share: { value, ...wilson(value, effective) },
    score: scoreOf(valid, axis),
  };
}
