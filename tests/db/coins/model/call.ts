// A command becomes a call once it is known upon what it acts; a call can be foretold by the model and
// sent to the database, as somebody.
import type { Caller, Transaction } from '../../../support/database.ts';
import type { Books, Entry } from './books.ts';
import type { World } from './world.ts';

/** What a call moved: coins and how many of them were of last year; null where nothing was. */
export interface Moved {
  amount: number;
}

export interface Call {
  /** In words, for the list that is printed when a sequence fails. */
  words: string;
  /** Which resident calls; the system where left out. */
  caller?: number;
  /** Changes the model and says what comes of it; throws Refused, and has then changed nothing that counts. */
  foretell(books: Books): Moved | null;
  send(tx: Transaction, world: World): Promise<Moved | null>;
}

/** A command of fast-check: numbers, from which a call is made that fits what has happened so far. */
export interface Command {
  /** The call, or undefined when there is nothing it could act upon yet. */
  resolve(books: Books): Call | undefined;
}

export const letters = 'ABC';

export const callerOf = (world: World, call: Call): Caller | undefined =>
  call.caller === undefined ? undefined : world.residents[call.caller];

export const idOf = (world: World, owner: number): string => {
  const resident = world.residents[owner];
  if (!resident) throw new Error(`There is no resident ${owner}.`);
  return resident.id;
};

/** One of what has happened, picked by a number. */
export const pick = (books: Books, kind: Entry['kind'], nth: number): Entry | undefined => {
  const known = books.entries.filter((entry) => entry.kind === kind);
  return known.length ? known[nth % known.length] : undefined;
};

/** What a function that gives a transfer gave. */
export const moved = (rows: readonly object[]): Moved | null => {
  const [row] = rows as { amount: string | null }[];
  return row && row.amount !== null ? { amount: Number(row.amount) } : null;
};
