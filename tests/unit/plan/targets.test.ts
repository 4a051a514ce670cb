import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import indicatorsJson from '../../../src/content/plan/indicators.json';
import { indicator } from '../../../src/features/plan/schema';
import { numericTargets, scaleOf } from '../../../src/features/plan/targets';

const indicators = z.array(indicator).parse(indicatorsJson);
const targets = numericTargets(indicators);

describe('the targets that are numbers', () => {
  test('stand as far from 2021 as the plan says, in percentage points', () => {
    expect(targets.map((row) => [row.indicator.number, row.difference])).toEqual([
      [1, 2.6],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, -1.88],
      [6, 0],
      [7, 0.95],
      [17, null],
      [20, 0.1],
    ]);
  });

  test('had been reached in 2021 by all but the polluted farmland, and public satisfaction is open', () => {
    const open = targets.filter(({ reached }) => !reached);
    expect(open.map((row) => row.indicator.number)).toEqual([5, 17]);
  });

  test('never take the score of 88.38 for a baseline of indicator 17', () => {
    const satisfaction = targets.find((row) => row.indicator.number === 17);
    expect(satisfaction?.difference).toBeNull();
  });

  test('are not reached by being equal where the plan says “above”', () => {
    const [first] = indicators;
    const equal = { ...first, baseline2021: { ...first?.baseline2021, value: 96 } };
    expect(numericTargets([indicator.parse(equal)])).toMatchObject([
      { difference: 0, reached: false },
    ]);
  });

  test('are not compared with a baseline in another unit', () => {
    const [first] = indicators;
    const unit = { zh: '天', en: 'days' };
    const inDays = { ...first, baseline2021: { ...first?.baseline2021, unit } };
    expect(numericTargets([indicator.parse(inDays)])).toMatchObject([{ difference: null }]);
  });
});

describe('the scale of the chart', () => {
  test('holds every distance in whole points', () => {
    expect(scaleOf(targets)).toEqual({ low: -2, high: 3 });
  });

  test('has room on both sides of the target even when all are on it', () => {
    expect(scaleOf(targets.filter(({ difference }) => difference === 0))).toEqual({
      low: -1,
      high: 1,
    });
  });
});
