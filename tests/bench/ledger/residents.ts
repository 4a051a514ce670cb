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
    insert into public.green_actions (code, position, name_zh, name_en, hint_zh, hint_en,
      plan_section, coins, proof, review, daily_cap, weekly_cap)
    select 'bench-action', max(position) + 1, '测速', 'Bench', '测速', 'Bench', '测速',
      2, 'none', 'automatic', 30000, 30000
    from public.green_actions`;
  await sql`vacuum analyze`;
}
