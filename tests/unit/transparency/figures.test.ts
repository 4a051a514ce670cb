import { describe, expect, test } from 'vitest';
import { areaOf, pointsOf, roundedUp } from '../../../src/components/plot';
import type { ActionDays, BookDay, BookMonth } from '../../../src/features/transparency/api';
import {
  recentMean,
  seriesOf,
  totalsOf,
  weeksOf,
} from '../../../src/features/transparency/figures';

const dayOf = (day: string, part: Partial<BookDay> = {}): BookDay => ({
  day,
  transfers: 1,
  issued: 0,
  taken_back: 0,
  spent: 0,
  refunded: 0,
  expired: 0,
  adjusted_up: 0,
  adjusted_down: 0,
  held: 0,
  has_demo: false,
  root: '',
  seal: '',
  closed_at: '',
  ...part,
});
/** So many days from 1 November on, each with its number as the coins issued and held. */
const november = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    dayOf(`2026-11-${String(at + 1).padStart(2, '0')}`, { issued: at + 1, held: at + 1 }),
  );

describe('the totals', () => {
  const { day: _, root, seal, closed_at, ...rest } = dayOf('2026-10-01');
  const month = (part: Partial<BookMonth>): BookMonth => ({
    month: '2026-10-01',
    days: 30,
    ...rest,
    ...part,
  });

  test('add up to what is held', () => {
    const totals = totalsOf([
      month({ issued: 100, taken_back: 10, spent: 30, refunded: 5, held: 65 }),
      month({
        issued: 50,
        expired: 7,
        adjusted_up: 4,
        adjusted_down: 6,
        held: 106,
        has_demo: true,
      }),
    ]);
    expect(totals).toEqual({
      transfers: 2,
      issued: 150,
      takenBack: 10,
      spent: 25,
      expired: 7,
      adjusted: -2,
      held: 106,
      hasDemo: true,
    });
    if (!totals) throw new Error('There are no totals.');
    const { issued, takenBack, spent, expired, adjusted, held } = totals;
    expect(issued - takenBack - spent - expired + adjusted).toBe(held);
  });

  test('are none before the first day is closed', () => {
    expect(totalsOf([])).toBeUndefined();
  });
});

describe('the weeks', () => {
  test('end with the last day, the latest first; the first may be shorter', () => {
    expect(
      weeksOf(november(16)).map(({ from, to, issued, held }) => [from, to, issued, held]),
    ).toEqual([
      ['2026-11-10', '2026-11-16', 91, 16],
      ['2026-11-03', '2026-11-09', 42, 9],
      ['2026-11-01', '2026-11-02', 3, 2],
    ]);
    expect(weeksOf([])).toEqual([]);
  });
});

describe('the series of actions', () => {
  const moved = (action_code: string, part: Partial<ActionDays>): ActionDays => ({
    action_code,
    year: 2026,
    days: [],
    transfers: [],
    issued: [],
    taken_back: [],
    has_demo: [],
    ...part,
  });

  test('join the envelopes of two years, put each day in its place, and begin with the most paid', () => {
    const series = seriesOf(
      november(3),
      [
        moved('own-bag', { days: ['2026-11-02'], transfers: [1], issued: [4], taken_back: [0] }),
        moved('clean-plate', {
          days: ['2026-11-01', '2026-11-03'],
          transfers: [2, 1],
          issued: [10, 0],
          taken_back: [0, 1],
        }),
        moved('clean-plate', {
          year: 2025,
          days: ['2026-11-03'],
          transfers: [1],
          issued: [0],
          taken_back: [2],
        }),
      ],
      [{ code: 'clean-plate', name_zh: '光盘', name_en: 'Leave a clean plate' }],
    );
    expect(
      series.map(({ code, daily, issued, takenBack, transfers }) => [
        code,
        daily,
        issued,
        takenBack,
        transfers,
      ]),
    ).toEqual([
      ['clean-plate', [10, 0, -3], 10, 3, 4],
      ['own-bag', [0, 4, 0], 4, 0, 1],
    ]);
    expect(series[0]?.action?.name_zh).toBe('光盘');
    expect(series[1]?.action).toBeUndefined();
  });
});

test('the mean is of the last 28 days, or of as many as there are', () => {
  expect(recentMean([...Array<number>(28).fill(100), ...Array<number>(28).fill(2)])).toBe(2);
  expect(recentMean([1, 3])).toBe(2);
  expect(recentMean([])).toBe(0);
});

describe('a drawing', () => {
  test.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [21, 25],
    [449, 500],
    [501, 1000],
    [21_800, 25_000],
  ])('of values up to %d has a scale to %d', (value, top) => {
    expect(roundedUp(value)).toBe(top);
  });

  test('goes from the left edge to the right, from its foot to its top, and stays inside', () => {
    expect(pointsOf([0, 5, 10], 10)).toBe('0,1000 500,500 1000,0');
    expect(pointsOf([-5, 20], 10)).toBe('0,1000 1000,0');
    expect(areaOf([5], 10)).toBe('0,1000 0,500 1000,1000');
  });
});
