import { become, type Caller, connections, sql, type Transaction } from './database.ts';
import { type Refusal, refusalOf } from './refusals.ts';

/** One contender: who it is (the superuser if nobody) and what it does in its transaction. */
export interface Contender<Result> {
  caller?: Caller;
  run: (tx: Transaction) => Promise<Result>;
}

export interface Outcome<Result> {
  won: Result[];
  refused: Refusal[];
  /** The codes of the refusals, each with how often it came. */
  codes: Record<string, number>;
}

const tally = (words: string[]) =>
  words.reduce<Record<string, number>>((counts, word) => {
    counts[word] = (counts[word] ?? 0) + 1;
    return counts;
  }, {});

/**
 * Runs contenders at the same time, each in a transaction on a connection of its own. Nobody begins
 * before every connection is open and stands ready, so that they meet; if there are more contenders
 * than connections, the rest follow as places become free.
 */
export async function race<Result>(contenders: Contender<Result>[]): Promise<Outcome<Result>> {
  const starters = Math.min(contenders.length, connections);
  const gate = Promise.withResolvers<void>();
  let ready = 0;
  const places = Array.from({ length: starters }, () => sql.reserve());
  const queue = [...contenders];
  const won: Result[] = [];
  const refused: Refusal[] = [];

  await Promise.all(
    places.map(async (place) => {
      const connection = await place;
      try {
        for (let next = queue.shift(); next; next = queue.shift()) {
          await connection`begin`;
          const tx = connection as unknown as Transaction;
          if (next.caller) await become(tx, next.caller);
          ready += 1;
          if (ready === starters) gate.resolve();
          await gate.promise;
          try {
            const result = await next.run(tx);
            await connection`commit`;
            won.push(result);
          } catch (error) {
            await connection`rollback`;
            refused.push(refusalOf(error));
          }
        }
      } catch (error) {
        gate.reject(error);
        throw error;
      } finally {
        connection.release();
      }
    }),
  );
  return { won, refused, codes: tally(refused.map((one) => one.code || one.sqlState)) };
}

/** The same call as often as asked, its turn as argument. */
export const times = <Item>(count: number, make: (turn: number) => Item): Item[] =>
  Array.from({ length: count }, (_, turn) => make(turn));

/** Places for the naive controls, which count first and write afterwards; gone at the end of `use`. */
export async function withScratchTable<Result>(
  columns: string,
  use: (table: string) => Promise<Result>,
): Promise<Result> {
  const schema = `scratch_${crypto.randomUUID().slice(0, 8)}`;
  await sql.unsafe(`create schema ${schema}; create table ${schema}.naive (${columns})`);
  try {
    return await use(`${schema}.naive`);
  } finally {
    await sql.unsafe(`drop schema ${schema} cascade`);
  }
}
