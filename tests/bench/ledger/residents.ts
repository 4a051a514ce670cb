import type { Sql } from '../../../supabase/local/migrate.ts';

/** Accounts with wallets, numbered in their ids, so that a script of pgbench can pick one. */
export const residentCount = 50_000;
/** How many of them post-transfer.sql awards. */
export const walletCount = 10_000;

/** Makes the residents and the action of the scripts beside this file. */
export async function prepareResidents(sql: Sql): Promise<void> {
  // The triggers of auth.users open profile and wallet, as for everybody.
  await sql`
    insert into auth.users (id, email)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n || '@example.com'
    from generate_series(1, ${residentCount}::integer) as n`;
  // Caps so high that they are counted each time and never reached.
  await sql`
    with action as (
      insert into public.green_actions (code, position, name_zh, name_en, hint_zh, hint_en, plan_section)
      select 'bench-action', max(position) + 1, '测速', 'Bench', '测速', 'Bench', '测速'
      from public.green_actions returning code
    )
    insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap,
      weekly_cap, yearly_cap)
    select code, '2026-01-01', 2, 'none', 'automatic', 30000, 30000, 30000 from action`;
  // Postings past the envelope, as post-transfer.sql makes them, are for an action that has none.
  await sql`update ledger.city_envelopes set total = total + 16000000 where year = ledger.year_of()`;
  await sql`insert into ledger.envelopes (year, action_code, total)
    values (ledger.year_of(), 'bench-action', 16000000)`;
  await sql`insert into ledger.envelope_shards (year, action_code, shard, remaining)
    select ledger.year_of(), 'bench-action', shard, 1000000 from generate_series(0, 15) as shard`;
  await sql`vacuum analyze`;
}
