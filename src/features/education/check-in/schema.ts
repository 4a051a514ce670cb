import * as z from 'zod/mini';

const registrationStatus = z.enum(['confirmed', 'waiting', 'offered', 'cancelled', 'lapsed']);

/** One party on the host's list. */
const listEntry = z.object({
  id: z.string(),
  /** Ten characters, as the resident shows them. */
  code: z.string(),
  name: z.string(),
  /** How many registered together, the resident among them. */
  people: z.number(),
  status: registrationStatus,
});
export type ListEntry = z.infer<typeof listEntry>;

/** One thing a host did at the gate: a fact that is only ever added, known by its nonce. */
const scan = z.object({
  nonce: z.string(),
  kind: z.enum(['arrive', 'undo']),
  /** The nonce of the arrival an undo takes back. */
  undoes: z.nullable(z.string()),
  registration_id: z.nullable(z.string()),
  /** A code that was not on this phone's list; the server knows more registrations. */
  code: z.optional(z.nullable(z.string())),
  people: z.number(),
  how: z.enum(['scan', 'typed', 'code', 'walk_in']),
  /** When it happened, by the phone's clock (ISO 8601). */
  scanned_at: z.string(),
});
export type Scan = z.infer<typeof scan>;

/** The server's answer to one scan: what became of it, and whose it was. */
const answer = z.object({
  nonce: z.string(),
  outcome: z.enum(['counted', 'already', 'undone', 'unknown', 'refused']),
  registration_id: z.nullable(z.string()),
});
export const answers = z.array(answer);
export type Answer = z.infer<typeof answer>;

/** A session as the host's phone knows it. */
const listedSession = z.object({
  id: z.string(),
  title_zh: z.string(),
  title_en: z.string(),
  place_zh: z.string(),
  place_en: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  status: z.enum(['scheduled', 'cancelled']),
});

/** Everything a phone needs at the gate, as `get_check_in_list` gives it. */
export const checkInList = z.object({
  session: listedSession,
  /** Key of the changing code, in hex. */
  secret: z.string(),
  registrations: z.array(listEntry),
  /** Every check-in the server knew when it answered. */
  scans: z.array(scan),
});
export type CheckInList = z.infer<typeof checkInList>;
