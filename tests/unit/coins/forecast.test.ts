import { describe, expect, test } from 'vitest';
import { forecast, priceThatLasts } from '../../../src/features/coins/forecast.ts';

const days = (count: number, coins: (day: number) => number) =>
  Array.from({ length: count }, (_, day) => coins(day));
const steady = days(28, () => 100);
/** A hundred a day on average: now 40, now 160. */
const uneven = days(28, (day) => (day % 2 ? 160 : 40));

describe('the forecast of an envelope', () => {
  test('without spread is one day: 1,000 coins at 100 a day are gone on the tenth', () => {
    expect(forecast({ daily: steady, remaining: 1_000, today: '2026-03-01' })).toEqual({
      outlook: 'runs_out',
      perDay: 100,
      on: '2026-03-10',
      earliest: '2026-03-10',
      latest: '2026-03-10',
    });
  });

  test('of uneven days is a range around the day of the mean, wider the further away', () => {
    const near = forecast({ daily: uneven, remaining: 2_000, today: '2026-01-01' });
    const far = forecast({ daily: uneven, remaining: 20_000, today: '2026-01-01' });
    expect(near).toMatchObject({ on: '2026-01-20', outlook: 'runs_out' });
    expect(near?.earliest && near.earliest < '2026-01-20').toBe(true);
    expect(near?.latest && near.latest > '2026-01-20').toBe(true);
    const width = (one: typeof near) =>
      Date.parse(one?.latest ?? '') - Date.parse(one?.earliest ?? '');
    expect(width(far)).toBeGreaterThan(width(near));
  });

  test('counts today, and the last day of the year still belongs to it', () => {
    const last = { daily: steady, remaining: 100, today: '2026-12-31' };
    expect(forecast(last)).toMatchObject({ on: '2026-12-31' });
    expect(forecast({ ...last, remaining: 101 })).toMatchObject({ on: null, outlook: 'lasts' });
  });

  test('crosses 29 February where there is one', () => {
    const spending = { daily: steady, remaining: 300, today: '2028-02-28' };
    expect(forecast(spending)).toMatchObject({ on: '2028-03-01' });
  });

  test('is tight when only much use would empty it within the year', () => {
    const spending = { daily: uneven, remaining: 36_600, today: '2026-01-01' };
    const told = forecast(spending);
    expect(told).toMatchObject({ outlook: 'tight', on: null, latest: null });
    expect(told?.earliest).toMatch(/^2026-1/);
  });

  test('of an envelope nothing is paid from is that it lasts', () => {
    const idle = { daily: days(28, () => 0), remaining: 5, today: '2026-01-01' };
    expect(forecast(idle)).toMatchObject({ outlook: 'lasts', perDay: 0, earliest: null });
  });

  test('of an empty envelope is today, however little is known', () => {
    const empty = { daily: [], remaining: 0, today: '2026-05-05' };
    expect(forecast(empty)).toMatchObject({ outlook: 'empty', on: '2026-05-05', perDay: 0 });
  });

  test('is not made of fewer than seven days', () => {
    const young = { daily: days(6, () => 9), remaining: 50, today: '2026-05-05' };
    expect(forecast(young)).toBeUndefined();
    expect(forecast({ ...young, daily: days(7, () => 9) })).toBeDefined();
  });
});

describe('the price that would last', () => {
  test('is today’s where the envelope lasts', () => {
    const plenty = { daily: steady, remaining: 36_500, today: '2026-01-01' };
    expect(priceThatLasts(plenty, 5)).toBe(5);
  });

  test('is lower in proportion where it does not, rounded down to whole coins', () => {
    const half = { daily: steady, remaining: 18_250, today: '2026-01-01' };
    expect(priceThatLasts(half, 4)).toBe(2);
    expect(priceThatLasts(half, 5)).toBe(2);
  });

  test('leaves room for days that differ', () => {
    const plenty = { daily: uneven, remaining: 36_500, today: '2026-01-01' };
    // 365 days: 36,500 ± 1.645 √(3,733 (365 + 365²/28)) = 43,700 at most; 10 × 36,500 / 43,700 = 8.4.
    expect(priceThatLasts(plenty, 10)).toBe(8);
  });

  test('is 0 where even one coin is too much, and unknown where too few days are', () => {
    const little = { daily: steady, remaining: 100, today: '2026-01-01' };
    expect(priceThatLasts(little, 3)).toBe(0);
    expect(priceThatLasts({ ...little, daily: [100] }, 3)).toBeUndefined();
  });
});
