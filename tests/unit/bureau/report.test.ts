import { expect, test } from 'vitest';
import { byTheme, type Line, sumOf, yearOf } from '../../../src/features/bureau/report/totals';

const line = (base: string, theme: Line['theme'], sessions: number): Line => ({
  base_id: base,
  theme,
  sessions,
  seats: sessions * 30,
  registered: sessions * 20,
  attended: sessions * 15,
  coins: sessions * 100,
});

test('the sums by theme add up to the sum of all, most sessions first', () => {
  const lines = [line('a', 'none', 2), line('a', 'open_day', 3), line('b', 'none', 4)];
  const themes = byTheme(lines);
  expect(themes.map(({ theme, figures }) => [theme, figures.sessions])).toEqual([
    ['none', 6],
    ['open_day', 3],
  ]);
  expect(sumOf(themes.map(({ figures }) => figures))).toEqual(sumOf(lines));
  expect(sumOf([])).toMatchObject({ sessions: 0, coins: 0 });
});

test.each([
  [null, 2026],
  ['2024', 2024],
  ['2021', 2026],
  ['2027', 2026],
  ['2025.5', 2026],
  ['x', 2026],
])('the address year=%s asks for %i in 2026', (text, year) => {
  expect(yearOf(text, 2026)).toBe(year);
});
