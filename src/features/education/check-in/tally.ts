import { parseMoment } from '../../../lib/dates';
import type { ListEntry, Scan } from './schema';

/** A party, or people nobody expected, who are here: every arrival of theirs that no undo names. */
export interface Arrival {
  /** The party on the list; none for walk-ins, and for a code that only the server knows. */
  entry: ListEntry | undefined;
  code: string | undefined;
  /** The arrivals behind it; an undo takes all of them back. */
  nonces: string[];
  people: number;
  /** When the first of them was scanned (ISO 8601). */
  since: string;
  isWalkIn: boolean;
}

export interface Tally {
  /** By registration id. */
  arrived: ReadonlyMap<string, Arrival>;
  /** Everyone who is here, latest first. */
  recent: Arrival[];
  /** People here: those registered, and those who walked in. */
  registered: number;
  walkIns: number;
  /** People who hold a confirmed place. */
  expected: number;
}

const time = (scan: Scan) => parseMoment(scan.scanned_at).getTime();

/**
 * Counts who is here. It depends on the set of scans alone: neither their order nor how often one is
 * given changes it, which is why phones that have heard of the same scans agree.
 */
export function tallyOf(entries: readonly ListEntry[], scans: readonly Scan[]): Tally {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const undone = new Set(scans.map(({ undoes }) => undoes));
  const live = [...new Map(scans.map((scan) => [scan.nonce, scan])).values()]
    .filter(({ kind, nonce }) => kind === 'arrive' && !undone.has(nonce))
    .sort((one, other) => time(one) - time(other) || (one.nonce < other.nonce ? -1 : 1));
  const parties = new Map<string, Arrival>();
  for (const scan of live) {
    const entry = scan.registration_id ? byId.get(scan.registration_id) : undefined;
    const key = scan.registration_id ?? (scan.how === 'walk_in' ? scan.nonce : (scan.code ?? ''));
    const party = parties.get(key);
    if (party) {
      party.nonces.push(scan.nonce);
      party.people = Math.max(party.people, scan.people);
    } else {
      parties.set(key, {
        entry,
        code: scan.code ?? entry?.code,
        nonces: [scan.nonce],
        people: scan.people,
        since: scan.scanned_at,
        isWalkIn: scan.how === 'walk_in',
      });
    }
  }
  const here = [...parties.values()];
  const sum = (arrivals: Arrival[]) => arrivals.reduce((total, { people }) => total + people, 0);
  return {
    arrived: new Map(here.flatMap((one) => (one.entry ? [[one.entry.id, one] as const] : []))),
    recent: here.toReversed(),
    registered: sum(here.filter(({ isWalkIn }) => !isWalkIn)),
    walkIns: sum(here.filter(({ isWalkIn }) => isWalkIn)),
    expected: entries
      .filter(({ status }) => status === 'confirmed')
      .reduce((total, { people }) => total + people, 0),
  };
}
