import { parseMoment } from '../../../lib/dates';
import { type KeptScan, pendingOf } from './queue';
import type { CheckInList } from './schema';

const keptDays = 7;

/** Whether a phone may forget a session by itself: everything is sent, and it ended seven days ago. */
export const isForgettable = (
  { session }: CheckInList,
  kept: readonly KeptScan[],
  now: Date,
): boolean =>
  pendingOf(kept).length === 0 &&
  now.getTime() - parseMoment(session.ends_at).getTime() > keptDays * 24 * 60 * 60 * 1000;
