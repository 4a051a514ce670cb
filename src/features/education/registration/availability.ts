import { parseMoment } from '../../../lib/dates';
import type { RegistrableSession } from './schema';

/** Whether, and how, one can register for a session at a moment. */
export type Availability =
  | { kind: 'seats'; seats: number }
  | { kind: 'waiting'; ahead: number }
  | { kind: 'full' | 'closed' | 'cancelled' | 'past' }
  | { kind: 'not_open'; opensAt: string };

/** What a session offers a party of so many people; free seats belong to those who wait, if any do. */
export function availabilityOf(session: RegistrableSession, now: Date, people = 1): Availability {
  if (session.status === 'cancelled') return { kind: 'cancelled' };
  if (parseMoment(session.ends_at) <= now) return { kind: 'past' };
  if (parseMoment(session.opens_at) > now) return { kind: 'not_open', opensAt: session.opens_at };
  if (parseMoment(session.closes_at) <= now) return { kind: 'closed' };
  const seats = session.waiting > 0 ? 0 : session.capacity - session.seats_taken;
  if (seats >= people) return { kind: 'seats', seats };
  if (session.waiting < session.waitlist_limit) return { kind: 'waiting', ahead: session.waiting };
  return { kind: 'full' };
}

/** Whether there is anything to send for a session. */
export const isRegistrable = ({ kind }: Availability): boolean =>
  kind === 'seats' || kind === 'waiting';
