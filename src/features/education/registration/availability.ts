import { stateAt } from '../calendar/state';
import type { RegistrableSession } from './schema';

/** Whether, and how, one can register for a session at a moment. */
export type Availability =
  | { kind: 'seats'; seats: number }
  | { kind: 'waiting'; ahead: number }
  | { kind: 'full' | 'closed' | 'cancelled' | 'past' }
  | { kind: 'not_open'; opensAt: Date };

/** What a session offers a party of so many people; free seats belong to those who wait, if any do. */
export function availabilityOf(session: RegistrableSession, now: Date, people = 1): Availability {
  const state = stateAt(session, now);
  switch (state) {
    case 'cancelled':
    case 'past':
    case 'full':
    case 'closed':
      return { kind: state };
    case 'running':
      return { kind: 'closed' };
    case 'not_open':
      return { kind: 'not_open', opensAt: session.opensAt };
    case 'open':
    case 'few':
      if (session.free >= people) return { kind: 'seats', seats: session.free };
      return session.waitlistLimit > 0 ? { kind: 'waiting', ahead: 0 } : { kind: 'full' };
    case 'waiting_list':
      return { kind: 'waiting', ahead: session.waiting };
  }
}

/** Whether there is anything to send for a session. */
export const isRegistrable = ({ kind }: Availability): boolean =>
  kind === 'seats' || kind === 'waiting';
