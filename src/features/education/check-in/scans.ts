import type { ListEntry, Scan } from './schema';
import type { Arrival } from './tally';

/** What every new scan gets: a nonce nobody else has, and the time. */
export interface Stamp {
  nonce: () => string;
  /** ISO 8601. */
  now: () => string;
}

export const phoneStamp: Stamp = {
  nonce: () => crypto.randomUUID(),
  now: () => new Date().toISOString(),
};

const blank = (stamp: Stamp) => ({
  nonce: stamp.nonce(),
  scanned_at: stamp.now(),
  undoes: null,
  registration_id: null,
});

/** A party of the list is here, with all who registered unless fewer came. */
export const arrival = (
  stamp: Stamp,
  entry: ListEntry,
  how: 'scan' | 'typed',
  people = entry.people,
): Scan => ({ ...blank(stamp), kind: 'arrive', registration_id: entry.id, people, how });

/** Somebody shows a code this phone's list does not know; the server decides when it hears of it. */
export const arrivalByCode = (stamp: Stamp, code: string): Scan => ({
  ...blank(stamp),
  kind: 'arrive',
  code,
  people: 1,
  how: 'typed',
});

/** People nobody expected, by number only. */
export const walkIn = (stamp: Stamp, people: number): Scan => ({
  ...blank(stamp),
  kind: 'arrive',
  people,
  how: 'walk_in',
});

/** Takes back every arrival behind somebody's being here. */
export const undoing = (stamp: Stamp, here: Arrival): Scan[] =>
  here.nonces.map((nonce) => ({
    ...blank(stamp),
    kind: 'undo',
    undoes: nonce,
    registration_id: here.entry?.id ?? null,
    people: here.people,
    how: here.isWalkIn ? 'walk_in' : 'typed',
  }));
