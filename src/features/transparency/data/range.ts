import { z } from 'zod';
import { shanghaiDay } from '../../../lib/dates';
import type { DataFile } from './files';

/** Two days (YYYY-MM-DD, Asia/Shanghai), both included. */
export interface Range {
  from: string;
  to: string;
}

/** Why a range is refused. */
export type RangeProblem = 'not_a_day' | 'from_after_to' | 'range_too_long';

/** At most so many days at once of what has rows for every day. */
export const mostDays = 400;

const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2999-12-31');
const momentOf = (text: string) => Date.parse(`${text}T00:00:00Z`);
const dayAfter = (text: string, days: number) =>
  new Date(momentOf(text) + days * 86_400_000).toISOString().slice(0, 10);

/** The days a file gives when none are named: the last 400, this year's envelopes, everything of the others. */
function usual(file: DataFile, asked: Partial<Range>, now: Date): Range {
  const today = shanghaiDay(now);
  const yesterday = dayAfter(today, -1);
  const year = today.slice(0, 4);
  const { to } = {
    days: { to: yesterday },
    actions: { to: yesterday },
    envelopes: { to: `${year}-12-31` },
    prices: { to: '2999-12-31' },
    audits: { to: yesterday },
    fund: { to: yesterday },
  }[file];
  const last = asked.to ?? to;
  const from = {
    days: dayAfter(last, 1 - mostDays),
    actions: dayAfter(last, 1 - mostDays),
    envelopes: `${last.slice(0, 4)}-01-01`,
    prices: '2000-01-01',
    audits: '2000-01-01',
    fund: '2000-01-01',
  }[file];
  return { from: asked.from ?? from, to: last };
}

/** The days asked for by `from` and `to` of an address, or why they cannot be given. */
export function rangeOf(
  file: DataFile,
  params: URLSearchParams,
  now: Date,
): Range | { problem: RangeProblem } {
  const asked: Partial<Range> = {};
  for (const end of ['from', 'to'] as const) {
    const text = params.get(end);
    if (text === null) continue;
    if (!day.safeParse(text).success) return { problem: 'not_a_day' };
    asked[end] = text;
  }
  const range = usual(file, asked, now);
  if (range.from > range.to) return { problem: 'from_after_to' };
  const isDaily = ['days', 'actions', 'envelopes'].includes(file);
  if (isDaily && dayAfter(range.from, mostDays - 1) < range.to)
    return { problem: 'range_too_long' };
  return range;
}
