import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baselineScore2021 } from '../../../src/features/satisfaction/baseline';
import { compareWaves } from '../../../src/features/satisfaction/estimate/difference';
import { effectiveOf } from '../../../src/features/satisfaction/estimate/effective';
import { measure } from '../../../src/features/satisfaction/estimate/measure';
import { scoreOf } from '../../../src/features/satisfaction/estimate/score';
import { defaultSettings } from '../../../src/features/satisfaction/estimate/settings';
import { countsOf, emptyTally } from '../../../src/features/satisfaction/estimate/validity';
import { standingOf, verdictOf } from '../../../src/features/satisfaction/estimate/verdict';
import { wilson } from '../../../src/features/satisfaction/estimate/wilson';
import { codeOf } from './sample';

const { target } = defaultSettings;
const tally = (counts: Partial<ReturnType<typeof emptyTally>>) => ({ ...emptyTally(), ...counts });
const unweighted = (counts: Partial<ReturnType<typeof emptyTally>>) =>
  measure([{ tally: tally(counts), weight: 1 }], defaultSettings);

describe('the Wilson interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i agrees with the published values', (k, n, low, high) => {
    expect(wilson(k / n, n).low).toBeCloseTo(low, 4);
    expect(wilson(k / n, n).high).toBeCloseTo(high, 4);
  });

  test('holds the observed share and never leaves 0 to 1, also for an n that is not whole', () => {
    const n = fc.double({ min: 0.01, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(n, fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const { low, high } = wilson(share, n);
        return low >= 0 && high <= 1 && low <= share + 1e-12 && high >= share - 1e-12;
      }),
    );
  });

  test.each([
    [400, 0.972],
    [1000, 0.964],
    [2000, 0.96],
  ])('of %i answers needs a share of %f to show more than 95 %%', (n, share) => {
    expect(standingOf(wilson(share + 0.001, n), target)).toBe('above');
    expect(standingOf(wilson(share - 0.001, n), target)).toBe('cannotTell');
  });
});

describe('the effective n', () => {
  test('is n where all weights are alike, whatever they are', () => {
    expect(effectiveOf([{ count: 400, weight: 0.1 }])).toEqual({ n: 400, deff: 1, effective: 400 });
  });

  test('is what Kish has it: n·Σw² over the square of Σw', () => {
    // Weights 1, 1, 4: 3 × 18 ÷ 36.
    const { deff, effective } = effectiveOf([
      { count: 2, weight: 1 },
      { count: 1, weight: 4 },
    ]);
    expect(deff).toBe(1.5);
    expect(effective).toBe(2);
  });
});

describe('the measures', () => {
  test('leave “don’t know” out, which is counted apart', () => {
    const counts = { satisfied: 3, not_satisfied: 1, dont_know: 6 };
    expect(countsOf(tally(counts))).toEqual({ answered: 10, valid: 4, dontKnow: 6 });
    expect(unweighted(counts)).toMatchObject({ valid: 4, share: { value: 0.75 } });
    expect(unweighted(counts)?.score.value).toBe(75);
  });

  test('give the answers 100, 75, 25 and 0 points, or those of the settings', () => {
    const all = { satisfied: 1, fairly_satisfied: 1, not_very_satisfied: 1, not_satisfied: 1 };
    expect(unweighted(all)?.score.value).toBe(50);
    expect(unweighted({ fairly_satisfied: 1 })?.score.value).toBe(75);
    expect(unweighted({ not_very_satisfied: 1 })?.score.value).toBe(25);
    const points = { satisfied: 10, fairly_satisfied: 6, not_very_satisfied: 3, not_satisfied: 1 };
    const score = measure([{ tally: tally(all), weight: 1 }], { points })?.score;
    expect(score?.value).toBe(5);
    expect(score?.low).toBeCloseTo(1.1626, 4);
  });

  test('are nothing without a valid answer', () => {
    expect(unweighted({})).toBeUndefined();
    expect(unweighted({ dont_know: 40 })).toBeUndefined();
  });

  test('count an answer as often as it weighs', () => {
    const result = measure(
      [
        { tally: tally({ satisfied: 1 }), weight: 3 },
        { tally: tally({ not_satisfied: 1 }), weight: 1 },
      ],
      defaultSettings,
    );
    expect(result?.share.value).toBe(0.75);
    expect(result?.score.value).toBe(75);
    expect(result?.effective).toBe(1.6);
  });

  test('keep every interval around its value and within its axis', () => {
    const some = fc.nat(2000);
    const weight = fc.double({ min: 0.01, max: 5, noNaN: true });
    const group = fc.record({
      weight,
      tally: fc.record({
        satisfied: some,
        fairly_satisfied: some,
        not_very_satisfied: some,
        not_satisfied: some,
        dont_know: some,
      }),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), (groups) => {
        const result = measure(groups, defaultSettings);
        if (!result) return groups.every((one) => countsOf(one.tally).valid === 0);
        const holds = ({ value, low, high }: typeof result.share, end: number) =>
          0 <= low && low <= value + 1e-9 && value <= high + 1e-9 && high <= end;
        return (
          holds(result.share, 1) &&
          holds(result.score, 100) &&
          result.deff >= 1 &&
          result.effective <= result.valid
        );
      }),
    );
  });

  test('say nothing of the score’s error where the answers are worth one', () => {
    const axis = { low: 0, high: 100 };
    const one = scoreOf([{ count: 1, weight: 2, points: 75 }], axis);
    expect(one).toEqual({ value: 75, low: 0, high: 100, error: null });
  });

  test('have the standard error of the mean where nothing is weighted', () => {
    // 100, 100, 0, 0: the standard deviation is 57.735, its error 28.8675.
    expect(unweighted({ satisfied: 2, not_satisfied: 2 })?.score.error).toBeCloseTo(28.8675, 4);
  });
});

describe('the verdict', () => {
  test('is “above” only when the whole interval lies above the target', () => {
    expect(standingOf(wilson(389 / 400, 400), target)).toBe('above');
    expect(standingOf(wilson(388 / 400, 400), target)).toBe('cannotTell');
  });

  test('is “below” when the whole interval lies at or below the target', () => {
    expect(standingOf(wilson(0.9, 400), target)).toBe('below');
    expect(standingOf({ low: 0.9, high: target }, target)).toBe('below');
    expect(standingOf({ low: target, high: 1 }, target)).toBe('cannotTell');
  });

  test('says how many more answers decide, and one fewer does not', () => {
    const share = fc.double({ min: 0.5, max: 1, noNaN: true });
    const deff = fc.double({ min: 1, max: 4, noNaN: true });
    fc.assert(
      fc.property(share, deff, fc.integer({ min: 1, max: 3000 }), (value, deff, valid) => {
        const isOpen = (more: number) =>
          standingOf(wilson(value, (valid + more) / deff), target) === 'cannotTell';
        const now = { value, ...wilson(value, valid / deff) };
        const { standing, more } = verdictOf({ share: now, deff, valid }, target);
        if (!isOpen(0)) return standing !== 'cannotTell' && more === 0;
        // Closer to the target the digits end before the count does.
        const isClose = Math.abs(value - target) < 1e-4;
        const decides = more !== null && more > 0 && isOpen(more - 1) && !isOpen(more);
        return standing === 'cannotTell' && (isClose || decides);
      }),
      { numRuns: 500 },
    );
  });

  test('says that no number would decide where the share is the target', () => {
    const share = { value: target, ...wilson(target, 400) };
    expect(verdictOf({ share, deff: 1, valid: 400 }, target)).toEqual({
      standing: 'cannotTell',
      more: null,
    });
  });

  test('of 2021 does not exist, because 88.38 is a score and the target a share', () => {
    expect(baselineScore2021).toBeGreaterThan(1);
    expect(target).toBeLessThan(1);
  });
});

describe('the difference between two waves', () => {
  const wave = (satisfied: number, n: number) => ({
    measures: unweighted({ satisfied, not_satisfied: n - satisfied }) as NonNullable<
      ReturnType<typeof unweighted>
    >,
    settings: defaultSettings,
  });

  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10; (a) 56/70 less 48/80, (b) 9/10 less 3/10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i in %i less %i in %i agrees with the published interval', (k, n, l, m, low, high) => {
    const { share } = compareWaves(wave(l, m), wave(k, n));
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
    expect(share.change).toBe('rose');
  });

  test('says that a share fell, or that nobody can tell', () => {
    expect(compareWaves(wave(390, 400), wave(340, 400)).share.change).toBe('fell');
    expect(compareWaves(wave(380, 400), wave(382, 400)).share.change).toBe('cannotTell');
  });

  test('turns about when the waves do', () => {
    const [one, other] = [wave(370, 400), wave(560, 620)];
    const [there, back] = [compareWaves(one, other), compareWaves(other, one)];
    for (const measure of ['share', 'score'] as const) {
      expect(back[measure].value).toBeCloseTo(-there[measure].value, 12);
      expect(back[measure].low).toBeCloseTo(-there[measure].high, 12);
    }
  });

  test('of the scores has both standard errors in it', () => {
    const [one, other] = [wave(300, 400), wave(600, 700)];
    const { score } = compareWaves(one, other);
    const [a, b] = [one.measures.score.error ?? 0, other.measures.score.error ?? 0];
    expect((score.high - score.low) / 2).toBeCloseTo(1.959964 * Math.sqrt(a * a + b * b), 5);
  });

  test('may be anything where a score has no standard error', () => {
    expect(compareWaves(wave(1, 1), wave(380, 400)).score).toMatchObject({ low: -100, high: 100 });
  });

  test('is refused where the answers had other points', () => {
    const points = { ...defaultSettings.points, fairly_satisfied: 80 };
    const later = { ...wave(380, 400), settings: { ...defaultSettings, points } };
    expect(codeOf(() => compareWaves(wave(380, 400), later))).toBe('settings_differ');
  });
});
