import postgres from 'postgres';
import type { Sql } from '../../../supabase/local/migrate.ts';
import { cut } from '../figures.ts';

/** The batch of the jobs of the site, or a tenth of what there is. */
const batchOf = (wallets: number) => Math.min(20_000, Math.ceil(wallets / 10));

/** PostgreSQL's word for a statement that was stopped. */
const stoppedCode = '57014';

/** Runs batches until nothing is left, but stops one in its midst; gives how it went. */
export async function lapseEverybody(sql: Sql, wallets: number) {
  /** How many were lapsed; none when it was stopped after so many milliseconds. */
  const lapse = (patience = 0) =>
    sql.begin(async (tx) => {
      await tx.unsafe(`set local statement_timeout = ${patience}`);
      const [row] = await tx`select ledger.lapse_due(${batchOf(wallets)}) as count`;
      return row?.count as number;
    });
  const began = performance.now();
  const took = () => performance.now() - began;
  let done = await lapse();
  const oneBatch = took();
  let batches = 1;
  let stopped = 0;
  for (let isOver = false; !isOver; batches += 1) {
    const isToBeStopped = stopped === 0 && done >= wallets / 2;
    try {
      const count = await lapse(isToBeStopped ? Math.ceil(oneBatch / 3) : 0);
      done += count;
      isOver = count === 0;
    } catch (error) {
      if (!(error instanceof postgres.PostgresError && error.code === stoppedCode)) throw error;
      stopped += 1;
    }
  }
  return {
    wallets: done,
    batches,
    stopped,
    seconds: cut(took() / 1_000, 1),
    isEverybody: done === wallets,
  };
}
