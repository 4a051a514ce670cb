import type { Sql } from '../../../supabase/local/migrate.ts';

/** Proves the books after the load, and that every transaction pgbench counted is in them. */
export async function proveBooks(sql: Sql, transactions: number) {
  const began = performance.now();
  const facts = (await sql`select fact, holds, detail from ledger.verify()`).map((row) => ({
    fact: row.fact as string,
    holds: row.holds as boolean,
    detail: row.detail as string,
  }));
  const milliseconds = Math.ceil(performance.now() - began);
  const [count] = await sql<{ wallets: number; transfers: number; posted: number }[]>`
    select (select count(*)::integer from ledger.wallets) as wallets,
      count(*)::integer as transfers,
      count(*) filter (where resident_id::text like '00000000-0000-4000-8000-%')::integer as posted
    from ledger.transfers`;
  if (!count) throw new Error('The books could not be counted.');
  facts.push({
    fact: 'every transaction pgbench counted posted one transfer',
    holds: count.posted === transactions,
    detail: `${transactions} counted, ${count.posted} posted`,
  });
  return { milliseconds, wallets: count.wallets, transfers: count.transfers, facts };
}
