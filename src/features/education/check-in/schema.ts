import type { Enums } from '../../../lib/database.types';

/** One party on the host's list. */
export interface ListEntry {
  id: string;
  /** Ten characters, as the resident shows them. */
  code: string;
  name: string;
  /** How many registered together, the resident among them. */
  people: number;
  status: Enums<'registration_status'>;
}

/** One thing a host did at the gate: a fact that is only ever added, known by its nonce. */
export interface Scan {
  nonce: string;
  kind: Enums<'check_in_kind'>;
  /** The nonce of the arrival an undo takes back. */
  undoes: string | null;
  registration_id: string | null;
  /** A code that was not on this phone's list; the server knows more registrations. */
  code?: string | null;
  people: number;
  how: Enums<'check_in_how'>;
  /** When it happened, by the phone's clock (ISO 8601). */
  scanned_at: string;
}

/** The server's answer to one scan: what became of it, and whose it was. */
export interface Answer {
  nonce: string;
  outcome: 'counted' | 'already' | 'undone' | 'unknown' | 'refused';
  registration_id: string | null;
}

/** Everything a phone needs at the gate of one session, as `get_check_in_list` puts it together. */
export interface CheckInList {
  session: {
    id: string;
    title_zh: string;
    title_en: string;
    place_zh: string;
    place_en: string;
    starts_at: string;
    ends_at: string;
    status: Enums<'session_status'>;
  };
  /** Key of the changing code, in hex. */
  secret: string;
  registrations: ListEntry[];
  /** Every check-in the server knew when it answered. */
  scans: Scan[];
}
