import { describe, expect, test } from 'vitest';
import { barsOf, coverOf, percentOf } from '../../../src/features/fund/figures';
import { formatYuan, readYuan, yuanText } from '../../../src/lib/yuan';

describe('what the figures of the fund mean', () => {
  test.each([
    ['notSet', null, null],
    ['nothingHeld', 100, 0],
    ['short', -1, 0],
    ['short', 99, 100],
    ['covered', 100, 100],
    ['covered', 500, 100],
  ])('is %s with %s fen available and %s needed', (cover, available, cost) => {
    expect(coverOf({ available, cost })).toBe(cover);
  });

  test('a share is never said to be more than it is', () => {
    const shares = [0.9999, 1, 1.2048, 6.9048, 114.32].map(percentOf);
    expect(shares).toEqual(['99%', '100%', '120%', '690%', '>1000%']);
  });

  test('both bars are drawn to one scale, and a lack has none', () => {
    expect(barsOf({ available: 50, cost: 100 })).toEqual({ available: 0.5, cost: 1 });
    expect(barsOf({ available: 400, cost: 100 })).toEqual({ available: 1, cost: 0.25 });
    expect(barsOf({ available: -5, cost: 100 })).toEqual({ available: 0, cost: 1 });
  });
});

describe('an amount in yuan', () => {
  test.each([
    ['1234.50', 123_450],
    ['1,234.5', 123_450],
    ['1，234', 123_400],
    [' 0.01 ', 1],
    ['19.99', 1_999],
    ['9999999999.99', 999_999_999_999],
    ['', 0],
    ['-5', 0],
    ['1.005', 0],
    ['1e5', 0],
    ['十元', 0],
  ])('written as %s is %s fen', (text, fen) => {
    expect(readYuan(text)).toBe(fen);
  });

  test('reads back as it was written', () => {
    for (const fen of [1, 10, 1_999, 123_450, 100_000_000_001]) {
      expect(readYuan(yuanText(fen))).toBe(fen);
    }
    expect(formatYuan(123_450, 'zh-CN')).toBe('1,234.50 元');
    expect(formatYuan(7, 'en')).toBe('0.07 yuan');
  });
});
