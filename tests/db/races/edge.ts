import type { Transaction } from '../../support/database.ts';
import type { Contender, Outcome } from '../../support/race.ts';

/** How many meet at an edge, each on a connection of their own. */
export const crowd = 32;

/** One meeting: who comes, and what must be true afterwards; `judge` throws when it is not. */
interface Meeting {
  contenders: Contender<unknown>[];
  judge(outcome: Outcome<unknown>): Promise<void>;
}

/** Something of which there is less than a crowd wants. */
export interface Edge {
  /** What meets at what, to stand in the name of a test. */
  name: string;
  /** Makes what all meetings share, and gives the way to one of them, on things of its own. */
  prepare(): Promise<() => Promise<Meeting>>;
  /** The same done by looking first and writing then, on a table; gives whether it went through. */
  naive: {
    columns: string;
    begin: string;
    /** How many may go through. */
    most: number;
    step(tx: Transaction, table: string): Promise<boolean>;
  };
}

/** Looks at one number, and writes what it then believes to be left. */
export const takeFrom = (left: number, amount: number): Edge['naive'] => ({
  columns: 'remaining integer not null',
  begin: `values (${left})`,
  most: Math.floor(left / amount),
  async step(tx, table) {
    const [row] = await tx.unsafe(`select remaining from ${table}`);
    if (row?.remaining < amount) return false;
    await tx.unsafe(`update ${table} set remaining = ${row?.remaining - amount}`);
    return true;
  },
});

/** Counts rows, and writes another one if there were few enough. */
export const countTo = (most: number): Edge['naive'] => ({
  columns: 'turn integer',
  begin: 'select 1 where false',
  most,
  async step(tx, table) {
    const [row] = await tx.unsafe(`select count(*)::integer as count from ${table}`);
    if (row?.count >= most) return false;
    await tx.unsafe(`insert into ${table} values (1)`);
    return true;
  },
});

/** Reads a state, and writes the next one if it was still the first. */
export const turnOnce: Edge['naive'] = {
  columns: 'state text not null',
  begin: `values ('issued')`,
  most: 1,
  async step(tx, table) {
    const [row] = await tx.unsafe(`select state from ${table}`);
    if (row?.state !== 'issued') return false;
    await tx.unsafe(`update ${table} set state = 'used'`);
    return true;
  },
};
