import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../src/i18n/numbers';

describe('a figure in Chinese', () => {
  test.each([
    [54_047_000_000, '540.47亿'],
    [12_967_200, '1296.72万'],
    [1_000_000_000, '10亿'],
    [100_000_000, '1亿'],
    [225_000, '22.5万'],
    [100_000, '10万'],
  ])('%d is counted in 万 or 亿: %s', (value, text) => {
    expect(formatNumber(value, 'zh-CN')).toBe(text);
  });

  test.each([
    [80_000, '80,000'],
    [10_555.3, '10,555.3'],
    [2416, '2,416'],
    [4.06, '4.06'],
    [87, '87'],
  ])('%d stays in ordinary digits below a hundred thousand: %s', (value, text) => {
    expect(formatNumber(value, 'zh-CN')).toBe(text);
  });
});

describe('a figure in English', () => {
  test.each([
    [54_047_000_000, '54,047,000,000'],
    [12_967_200, '12,967,200'],
    [10_555.3, '10,555.3'],
    [4.06, '4.06'],
  ])('%d has commas: %s', (value, text) => {
    expect(formatNumber(value, 'en')).toBe(text);
  });
});

describe('in both languages', () => {
  test.each([54_047_000_000, 12_967_200, 225_000, 10_555.3, 4.06])(
    'no digit of %d is rounded away',
    (value) => {
      const inFull = formatNumber(value, 'zh-CN').replaceAll(',', '');
      const unit = { 亿: 1e8, 万: 1e4 }[inFull.at(-1) ?? ''] ?? 1;
      expect(Number.parseFloat(inFull) * unit).toBeCloseTo(value, 6);
      expect(Number(formatNumber(value, 'en').replaceAll(',', ''))).toBe(value);
    },
  );
});
