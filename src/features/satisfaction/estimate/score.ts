// The mean of the points. Source: the method, “Uncertainty”: the weighted standard deviation over the root of the
// effective n, less one for the mean, as in Kish 1965, Survey Sampling, sections 2.2 and 8.2.
import { effectiveOf, type Weighed } from './effective.ts';
import { type Interval, z } from './wilson.ts';

export interface Score extends Interval {
  value: number;
  /** The standard error; none where the answers count as one or fewer, and the interval is the whole axis. */
  error: number | null;
}

/** The weighted mean of points with its 95 % interval, kept within the axis; there is at least one answer. */
export function scoreOf(groups: readonly (Weighed & { points: number })[], axis: Interval): Score {
  const { effective } = effectiveOf(groups);
  const weight = groups.reduce((sum, one) => sum + one.count * one.weight, 0);
  const mean = (of: (points: number) => number) =>
    groups.reduce((sum, one) => sum + one.count * one.weight * of(one.points), 0) / weight;
  const within = (value: number) => Math.min(axis.high, Math.max(axis.low, value));
  const value = within(mean((points) => points));
  if (effective <= 1) return { value, ...axis, error: null };
  const error = Math.sqrt(mean((points) => (points - value) ** 2) / (effective - 1));
  return { value, low: within(value - z * error), high: within(value + z * error), error };
}
