import type { CalendarSession } from '../calendar/session';
import type { PublicEvent } from '../events/api';

/** What registering needs to know of an event. */
export type RegistrableEvent = Pick<
  PublicEvent,
  'slug' | 'kind' | 'coins' | 'minimumAge' | 'maximumAge' | 'guardianBelow' | 'questions'
>;

/** What registering needs to know of a session. */
export type RegistrableSession = Pick<
  CalendarSession,
  | 'id'
  | 'startsAt'
  | 'endsAt'
  | 'opensAt'
  | 'closesAt'
  | 'place'
  | 'capacity'
  | 'free'
  | 'waiting'
  | 'waitlistLimit'
  | 'isCancelled'
>;

export const standpoints = ['for', 'against', 'neutral'] as const;

/** What a resident fills in, as it is kept while they do. */
export interface RegistrationDraft {
  /** Made when the form opened, kept until it has gone through. */
  key: string;
  sessionId: string;
  adults: number;
  children: number;
  name: string;
  answers: Record<string, string>;
  standpoint?: (typeof standpoints)[number];
  joinWaiting: boolean;
}

/** How many companions a resident may bring, adults and children together. */
export const mostCompanions = 4;

/** How many seats a party takes. */
export const peopleIn = ({ adults, children }: { adults: number; children: number }): number =>
  1 + adults + children;
