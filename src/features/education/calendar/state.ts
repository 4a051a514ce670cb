/** What can be done about a session at a moment; each has its words in `t.calendar.states`. */
export type SessionState =
  | 'cancelled'
  | 'past'
  | 'running'
  | 'not_open'
  | 'open'
  | 'few'
  | 'waiting_list'
  | 'full'
  | 'closed';

/** Seats from which on a session is said to be filling up. */
const few = 5;

/** The state of a session. Someone who waits goes before a newcomer, so a freed seat is not called free. */
export function stateAt(
  session: {
    startsAt: Date;
    endsAt: Date;
    opensAt: Date;
    closesAt: Date;
    isCancelled: boolean;
    free: number;
    waiting: number;
    waitlistLimit: number;
  },
  now: Date,
): SessionState {
  if (session.isCancelled) return 'cancelled';
  if (session.endsAt <= now) return 'past';
  if (session.startsAt <= now) return 'running';
  if (session.opensAt > now) return 'not_open';
  if (session.closesAt <= now) return 'closed';
  if (session.free > 0 && session.waiting === 0) return session.free <= few ? 'few' : 'open';
  return session.waiting < session.waitlistLimit ? 'waiting_list' : 'full';
}
