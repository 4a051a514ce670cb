// Answers by day, a column for each mode.
import type { Enums } from '../../../../lib/database.types';

/** How an answer came. */
export const modes = ['web', 'phone', 'paper'] as const satisfies Enums<'survey_mode'>[];
type Mode = (typeof modes)[number];

/** Answers by mode, and all of them. */
export type Modes = Record<Mode | 'all', number>;

/** The days on which somebody answered, the newest first, and their total. */
export function daysOf(rows: readonly { day: string; mode: Mode; answers: number }[]): {
  modes: typeof modes;
  days: (Modes & { day: string })[];
  total: Modes;
} {
  const none = (): Modes => ({ web: 0, phone: 0, paper: 0, all: 0 });
  const days = new Map<string, Modes>();
  const total = none();
  for (const { day, mode, answers } of rows) {
    const sums = days.get(day) ?? none();
    for (const sum of [sums, total]) {
      sum[mode] += answers;
      sum.all += answers;
    }
    days.set(day, sums);
  }
  return {
    modes,
    days: [...days]
      .map(([day, sums]) => ({ day, ...sums }))
      .sort((one, other) => other.day.localeCompare(one.day)),
    total,
  };
}
