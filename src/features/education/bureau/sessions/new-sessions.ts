import { shanghaiDay, shanghaiTime } from '../../../../lib/dates';
import type { SessionDraft } from '../event-draft';

/** A moment so many hours before a time of a day, as YYYY-MM-DDTHH:MM; all in Shanghai. */
export function hoursBefore(day: string, time: string, hours: number): string {
  const moment = new Date(Date.parse(`${day}T${time}:00Z`) - hours * 3_600_000);
  return moment.toISOString().slice(0, 16);
}

/** The hours from when registration closes to the beginning. */
const closingHours = ({ day, from, closes }: SessionDraft): number =>
  (Date.parse(`${day}T${from}:00Z`) - Date.parse(`${closes}:00Z`)) / 3_600_000;

/** What a session has that nobody knows of yet. */
const unstored = () => ({
  id: crypto.randomUUID() as string,
  isStored: false,
  isCancelled: false,
  seatsTaken: 0,
});

/** The next session to fill in: a week after the last one, and like it; on a first one half a day. */
export function nextSession(last: SessionDraft | undefined, now = new Date()): SessionDraft {
  const opens = `${shanghaiDay(now)}T${shanghaiTime(now)}`;
  const fresh = { ...unstored(), opens };
  if (last?.day) {
    const day = hoursBefore(last.day, '00:00', -7 * 24).slice(0, 10);
    return { ...last, ...fresh, day, closes: hoursBefore(day, last.from, closingHours(last)) };
  }
  const day = hoursBefore(shanghaiDay(now), '00:00', -14 * 24).slice(0, 10);
  return {
    ...fresh,
    day,
    from: '09:00',
    to: '11:30',
    place_zh: '',
    place_en: '',
    capacity: '30',
    waitlist_limit: '10',
    closes: hoursBefore(day, '09:00', 24),
    nights: 0,
  };
}

/** Sessions like one on other days, leaving out days that have one at that hour already. */
export function sessionsOn(
  days: readonly string[],
  like: SessionDraft,
  existing: readonly SessionDraft[],
): SessionDraft[] {
  const hours = closingHours(like);
  return days
    .filter((day) => !existing.some((each) => each.day === day && each.from === like.from))
    .map((day) => ({
      ...like,
      ...unstored(),
      day,
      closes: hoursBefore(day, like.from, hours),
    }));
}
