import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  baselineScore2021,
  estimate,
  type Tally,
  targetShare,
  verdict,
  wilson,
} from '../../../src/features/satisfaction/estimate';

const tally = (counts: Partial<Tally>): Tally => ({
  satisfied: 0,
  fairly_satisfied: 0,
  not_very_satisfied: 0,
  not_satisfied: 0,
  dont_know: 0,
  ...counts,
});

describe('the Wilson interval', () => {
  test('agrees with published values', () => {
    // 81 of 263: Newcombe 1998, Statistics in Medicine 17:857, table I.
    expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4);
    // 0 of 20 and 1 of 29, from the same table.
    expect(wilson(0, 20).low).toBeCloseTo(0, 9);
    expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
    expect(wilson(1, 29).low).toBeCloseTo(0.0061, 4);
    expect(wilson(1, 29).high).toBeCloseTo(0.1718, 4);
  });

  test('holds the observed share and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, some) => {
        const k = some % (n + 1);
        const { low, high } = wilson(k, n);
        return low >= 0 && high <= 1 && low <= k / n + 1e-12 && high >= k / n - 1e-12;
      }),
    );
  });
});

describe('an estimate', () => {
  test('leaves “don’t know” out of both measures and counts it apart', () => {
    const result = estimate(tally({ satisfied: 3, not_satisfied: 1, dont_know: 6 }));
    expect(result).toMatchObject({ answered: 10, valid: 4, dontKnow: 6 });
    expect(result?.share.value).toBe(0.75);
    expect(result?.score.value).toBe(75);
  });

  test('gives the answers 100, 75, 25 and 0 points in the score', () => {
    const all = { satisfied: 1, fairly_satisfied: 1, not_very_satisfied: 1, not_satisfied: 1 };
    expect(estimate(tally(all))?.score.value).toBe(50);
    expect(estimate(tally({ fairly_satisfied: 1 }))?.score.value).toBe(75);
    expect(estimate(tally({ not_very_satisfied: 1 }))?.score.value).toBe(25);
  });

  test('is nothing where there is no valid answer', () => {
    expect(estimate(tally({}))).toBeUndefined();
    expect(estimate(tally({ dont_know: 40 }))).toBeUndefined();
  });

  test('keeps every interval around its value and within its axis', () => {
    const count = fc.nat(2000);
    fc.assert(
      fc.property(count, count, count, count, count, (a, b, c, d, e) => {
        const result = estimate({
          satisfied: a,
          fairly_satisfied: b,
          not_very_satisfied: c,
          not_satisfied: d,
          dont_know: e,
        });
        if (!result) return a + b + c + d === 0;
        const { share, score } = result;
        const near = 1e-9;
        return (
          share.low <= share.value + near &&
          share.high >= share.value - near &&
          score.low <= score.value + near &&
          score.high >= score.value - near &&
          score.low >= 0 &&
          score.high <= 100
        );
      }),
    );
  });
});

describe('the verdict', () => {
  test('is “above” only when the whole interval lies above the target', () => {
    expect(verdict(wilson(389, 400))).toBe('above');
    expect(verdict(wilson(388, 400))).toBe('cannotTell');
  });

  test('is “below” when the whole interval lies at or below the target', () => {
    expect(verdict(wilson(360, 400))).toBe('below');
    expect(verdict({ low: 0.9, high: targetShare })).toBe('below');
    expect(verdict({ low: targetShare, high: 1 })).toBe('cannotTell');
  });

  test('of 2021 does not exist, because 88.38 is a score and the target a share', () => {
    expect(baselineScore2021).toBeGreaterThan(1);
    expect(targetShare).toBeLessThan(1);
  });
});
