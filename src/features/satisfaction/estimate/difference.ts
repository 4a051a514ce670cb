// What changed between two waves, whose samples are drawn apart. Shares: Newcombe 1998, Statistics in Medicine 17:873,
// method 10, the hybrid of both Wilson intervals, here those on the effective n. Scores: normal, from both standard errors.
import { EstimateError } from './error.ts';
import type { Measures } from './measure.ts';
import type { Settings } from './settings.ts';
import { type Interval, z } from './wilson.ts';

export type Change = 'rose' | 'fell' | 'cannotTell';

export interface Difference extends Interval {
  /** Later less earlier. */
  value: number;
  change: Change;
}

function differenceOf(value: number, low: number, high: number): Difference {
  return { value, low, high, change: low > 0 ? 'rose' : high < 0 ? 'fell' : 'cannotTell' };
}

/** A wave as it is compared: its measures and what its points were. */
export interface Compared {
  measures: Pick<Measures, 'share' | 'score'>;
  settings: Pick<Settings, 'points'>;
}

/** The differences of both measures. Throws `settings_differ` where the answers had other points. */
export function compareWaves(
  earlier: Compared,
  later: Compared,
): { share: Difference; score: Difference } {
  const points = Object.values(earlier.settings.points);
  for (const [choice, value] of Object.entries(earlier.settings.points)) {
    if (later.settings.points[choice as keyof Settings['points']] !== value) {
      throw new EstimateError({
        code: 'settings_differ',
        message:
          'The answers of the two waves had different points, so their scores cannot be compared.',
      });
    }
  }
  const [a, b] = [earlier.measures.share, later.measures.share];
  const share = b.value - a.value;
  const [s, t] = [earlier.measures.score, later.measures.score];
  const score = t.value - s.value;
  // A score without a standard error may be anywhere, and so may the difference.
  const widest = Math.max(...points) - Math.min(...points);
  const half = s.error === null || t.error === null ? 2 * widest : z * Math.hypot(s.error, t.error);
  return {
    share: differenceOf(
      share,
      share - Math.hypot(b.value - b.low, a.high - a.value),
      share + Math.hypot(b.high - b.value, a.value - a.low),
    ),
    score: differenceOf(score, Math.max(-widest, score - half), Math.min(widest, score + half)),
  };
}
