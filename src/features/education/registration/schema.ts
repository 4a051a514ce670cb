import * as z from 'zod/mini';
import type { Tables } from '../../../lib/database.types';

/** What registering needs to know of an event: a row of `events`, or a part of it. */
export type RegistrableEvent = Pick<
  Tables<'events'>,
  'slug' | 'kind' | 'coins' | 'minimum_age' | 'maximum_age' | 'guardian_below' | 'questions'
>;

/** What registering needs to know of a session: a row of `event_sessions`, or a part of it. */
export type RegistrableSession = Pick<
  Tables<'event_sessions'>,
  | 'id'
  | 'starts_at'
  | 'ends_at'
  | 'place_zh'
  | 'place_en'
  | 'capacity'
  | 'seats_taken'
  | 'waiting'
  | 'waitlist_limit'
  | 'opens_at'
  | 'closes_at'
  | 'status'
>;

/** The questions of an event; at most three. */
export const questions = z.array(
  z.object({
    key: z.string(),
    label_zh: z.string(),
    label_en: z.string(),
    required: z.boolean(),
  }),
);
export type Question = z.infer<typeof questions>[number];

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
