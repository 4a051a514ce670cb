import { shanghaiDay } from '../../lib/dates';
import type { Status } from './schema';

const waiting: readonly Status[] = ['received', 'assigned', 'reopened'];

/** How many days a matter is late on a day in Shanghai (YYYY-MM-DD); 0 when it is in time or no longer waits. */
export function daysLate(
  matter: { status: Status; due_on: string },
  today = shanghaiDay(new Date()),
): number {
  if (!waiting.includes(matter.status)) return 0;
  return Math.max(0, (Date.parse(today) - Date.parse(matter.due_on)) / 86_400_000);
}
