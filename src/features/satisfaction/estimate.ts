import type { Enums } from '../../lib/database.types';

/** How often each answer was given. */
export type Tally = Record<Enums<'satisfaction_choice'>, number>;

/** The points of each answer in the score. A setting, shown with the figure (survey-method, “Two measures”). */
export const points = {
  satisfied: 100,
  fairly_satisfied: 75,
  not_very_satisfied: 25,
  not_satisfied: 0,
} as const;

/** Indicator 17: the share must be above this. Source: plan, table 7. */
export const targetShare = 0.95;
/** The environmental satisfaction score of 2021. A score, never a share. Source: plan, table 7. */
export const baselineScore2021 = 88.38;
/** Fewer valid answers than this are not published: a figure that jumps tells who answered what. */
export const publishFrom = 30;

export interface Interval {
  low: number;
  high: number;
}

/** The two measures of a tally, unweighted, with their 95 % intervals. */
export interface Estimate {
  /** Everybody who answered, “don't know” included. */
  answered: number;
  /** Answers other than “don't know”; the denominator of both measures. */
  valid: number;
  dontKnow: number;
  /** (satisfied + fairly satisfied) ÷ valid, 0–1, Wilson interval. */
  share: Interval & { value: number };
  /** Mean points, 0–100, normal interval. */
  score: Interval & { value: number };
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/** Wilson's score interval for k of n. Source: Wilson 1927, JASA 22:209. */
export function wilson(k: number, n: number): Interval {
  const p = k / n;
  const center = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (center - half) / scale), high: Math.min(1, (center + half) / scale) };
}

/** Estimates both measures; undefined while there is no valid answer. */
export function estimate(tally: Tally): Estimate | undefined {
  const choices = Object.entries(points) as [keyof typeof points, number][];
  const valid = choices.reduce((sum, [choice]) => sum + tally[choice], 0);
  if (valid === 0) return undefined;
  const satisfied = tally.satisfied + tally.fairly_satisfied;
  const mean = choices.reduce((sum, [choice, value]) => sum + value * tally[choice], 0) / valid;
  const squares = choices.reduce(
    (sum, [choice, value]) => sum + tally[choice] * (value - mean) ** 2,
    0,
  );
  const half = valid > 1 ? z * Math.sqrt(squares / (valid - 1) / valid) : 100;
  return {
    answered: valid + tally.dont_know,
    valid,
    dontKnow: tally.dont_know,
    share: { value: satisfied / valid, ...wilson(satisfied, valid) },
    score: { value: mean, low: Math.max(0, mean - half), high: Math.min(100, mean + half) },
  };
}

/** Where a share stands against the target, as far as its interval can tell. */
export function verdict({ low, high }: Interval): 'above' | 'below' | 'cannotTell' {
  if (low > targetShare) return 'above';
  return high <= targetShare ? 'below' : 'cannotTell';
}
