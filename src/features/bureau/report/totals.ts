// The yearly report: what was held at which base on which theme day, and the sums of it.
import type { Database } from '../../../lib/database.types';

export type Line = Database['public']['Functions']['get_education_totals']['Returns'][number];
export type Theme = Line['theme'];
export const figures = ['sessions', 'seats', 'registered', 'attended', 'coins'] as const;
export type Figures = Record<(typeof figures)[number], number>;

/** The sum of lines, figure by figure. */
export function sumOf(lines: readonly Figures[]): Figures {
  const sum: Figures = { sessions: 0, seats: 0, registered: 0, attended: 0, coins: 0 };
  for (const line of lines) for (const figure of figures) sum[figure] += line[figure];
  return sum;
}

/** The sums by theme, most sessions first. */
export function byTheme(lines: readonly Line[]): { theme: Theme; figures: Figures }[] {
  const themes = [...new Set(lines.map(({ theme }) => theme))];
  return themes
    .map((theme) => ({ theme, figures: sumOf(lines.filter((line) => line.theme === theme)) }))
    .sort((one, other) => other.figures.sessions - one.figures.sessions);
}

/** The year an address asks for; the current one when it asks for none that can be. */
export function yearOf(text: string | null, current: number): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= 2022 && year <= current ? year : current;
}
