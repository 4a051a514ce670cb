// Where a share stands against the target, as far as its interval can tell, and how many more answers would decide it.
// Source: the method, “Verdict”; the number is where Wilson's interval ends at the target, Wilson 1927, JASA 22:209.
import type { Measures } from './measure.ts';
import { type Interval, wilson, z } from './wilson.ts';

export type Standing = 'above' | 'below' | 'cannotTell';

export interface Verdict {
  standing: Standing;
  /**
   * How many more valid answers would decide it if share and design effect stayed as they are: 0 where it is decided,
   * null where no number would, because the share is the target.
   */
  more: number | null;
}

/** “Above” only where the whole interval is, “below” where it is at or below the target. */
export function standingOf({ low, high }: Interval, target: number): Standing {
  if (low > target) return 'above';
  return high <= target ? 'below' : 'cannotTell';
}

export function verdictOf(
  { share, deff, valid }: Pick<Measures, 'share' | 'deff' | 'valid'>,
  target: number,
): Verdict {
  const standing = standingOf(share, target);
  if (standing !== 'cannotTell') return { standing, more: 0 };
  const effective = (z * z * target * (1 - target)) / (share.value - target) ** 2;
  let needed = Math.ceil(effective * deff);
  // A share as good as the target needs more than can be counted.
  if (!Number.isSafeInteger(needed)) return { standing, more: null };
  // The interval itself decides, whatever the last digits of the formula are.
  const decides = (n: number) => standingOf(wilson(share.value, n / deff), target) !== 'cannotTell';
  if (needed > valid + 1 && decides(needed - 1)) needed -= 1;
  else if (!decides(needed)) needed += 1;
  return { standing, more: Math.max(1, needed - valid) };
}
