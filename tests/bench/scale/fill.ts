// Fills a database with what the ledger would hold, set by set and past triggers; ledger.verify proves it afterwards.
import type { Sql } from '../../../supabase/local/migrate.ts';
import type { Size } from './sizes.ts';

/** Runs something while a table has no index and no key, and nothing refers to it, and makes them again. */
async function withoutIndexes(sql: Sql, table: string, run: () => Promise<void>): Promise<void> {
  const keys = await sql<{ place: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as place, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where (conrelid = ${table}::regclass and contype in ('p', 'u')) or (confrelid = ${table}::regclass and contype = 'f')
    order by contype = 'f'`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = ${table}::regclass and not exists (
      select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`;
  for (const { place, name } of keys.toReversed()) {
    await sql.unsafe(`alter table ${place} drop constraint ${name}`);
  }
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await run();
  for (const { place, name, definition } of keys) {
    await sql.unsafe(`alter table ${place} add constraint ${name} ${definition}`);
  }
  for (const { definition } of indexes) await sql.unsafe(definition);
}

const chunk = 1_000_000;

/**
 * Residents take turns: each gets about eleven transfers over the last 365 days, the sixth of them a redemption. Those
 * asleep earned their first three last year's last year.
 */
async function fillTransfers(sql: Sql, { wallets, transfers, asleep }: Size): Promise<void> {
  const actions = (await sql`select code from public.green_actions order by position`).map(
    ({ code }) => code as string,
  );
  for (let from = 0; from < transfers; from += chunk) {
    await sql`
      insert into ledger.transfers (resident_id, debit, credit, amount, kind, vintage, older, action_code, reference,
        idempotency_key, actor_id, posted_at)
      select md5('bench ' || number)::uuid,
        (case when spends then 'wallet' else 'issuance' end)::ledger.account,
        (case when spends then 'redemption' else 'wallet' end)::ledger.account,
        10, (case when spends then 'redeem' else 'award' end)::ledger.transfer_kind,
        this_year - case when number > ${asleep} then 0 when turn < 3 then 2 else 1 end,
        case when spends and number <= ${asleep} then 10 else 0 end,
        case when not spends then (${actions}::text[])[1 + n % ${actions.length}::integer] end,
        case when spends then 'redemption:' else 'action_log:' end || md5('thing ' || n)::uuid,
        case when spends then 'redeem:' else 'award:' end || md5('thing ' || n)::uuid,
        md5('bench ' || number)::uuid, began + n * span
      from generate_series(${from}::integer, ${Math.min(from + chunk, transfers) - 1}::integer) n,
        lateral (select 1 + n % ${wallets}::integer as number, n / ${wallets}::integer as turn,
          (n / ${wallets}::integer) % 6 = 5 as spends) as t,
        (select ledger.year_of() as this_year, private.shanghai_midnight(private.shanghai_day() - 365) as began,
          interval '365 days' / ${transfers}::integer as span) as s`;
  }
}

/** Everybody with their wallet, as their transfers make it. */
async function fillResidents(sql: Sql, { wallets, transfers, asleep }: Size): Promise<void> {
  await sql`insert into auth.users (id, email)
    select md5('bench ' || n)::uuid, 'bench-' || n || '@example.com'
    from generate_series(1, ${wallets}::integer) as n`;
  await sql`insert into public.profiles (resident_id, town_code)
    select md5('bench ' || n)::uuid, 'fotang' from generate_series(1, ${wallets}::integer) as n`;
  await sql`insert into ledger.wallets (resident_id, balance, older, year, earned)
    select md5('bench ' || n)::uuid, 10 * (turns - 2 * spent), case when asleep then 30 - 10 * spent else 0 end,
      ledger.year_of() - asleep::integer, 10 * (turns - spent - case when asleep then 3 else 0 end)
    from generate_series(1, ${wallets}::integer) as n,
      lateral (select n <= ${asleep} as asleep, ${transfers}::integer / ${wallets}::integer
        + (n <= ${transfers}::integer % ${wallets}::integer)::integer as turns) as t,
      lateral (select turns / 6 as spent) as s`;
}

/** Envelopes that have paid what was awarded from them, and have more. */
async function fillEnvelopes(sql: Sql): Promise<void> {
  await sql`update ledger.city_envelopes set total = 1000000000 where year = ledger.year_of()`;
  await sql`insert into ledger.envelopes (year, action_code, total)
    select ledger.year_of(), code, 0 from public.green_actions on conflict do nothing`;
  await sql`delete from ledger.envelope_shards where year = ledger.year_of()`;
  await sql`insert into ledger.envelope_shards (year, action_code, shard, remaining)
    select year, action_code, shard, 1000000 from ledger.envelopes, generate_series(0, 15) as shard
    where year = ledger.year_of()`;
  await sql`update ledger.envelopes e set total = 16000000 + coalesce((
      select paid.coins from (
        select action_code, sum(amount) as coins from ledger.transfers
        where kind = 'award' and vintage = ledger.year_of() group by action_code
      ) paid where paid.action_code = e.action_code), 0)
    where year = ledger.year_of()`;
}

/** Logs of a tenth of the transfers, the latest, and for a thousand wallets one that waits for a moderator. */
async function fillLogs(sql: Sql, { wallets, transfers }: Size): Promise<void> {
  await sql`
    insert into public.action_logs (id, resident_id, action_code, idempotency_key, town_code, coins, status, logged_at,
      logged_on, decided_at)
    select replace(t.reference, 'action_log:', '')::uuid, t.resident_id, t.action_code, gen_random_uuid(), 'fotang', 10,
      'approved', t.posted_at, private.shanghai_day(t.posted_at), t.posted_at
    from ledger.transfers t
    where t.kind = 'award' and t.posted_at >= private.shanghai_midnight(private.shanghai_day()) - interval '36 days 12 hours'`;
  await sql`
    insert into public.action_logs (resident_id, action_code, idempotency_key, town_code, coins, status, logged_at,
      logged_on)
    select md5('bench ' || number)::uuid, a.code, gen_random_uuid(), 'fotang', 10, 'pending', at, private.shanghai_day(at)
    from generate_series(1, ${Math.max(wallets / 1_000, 100)}::integer) as n,
      lateral (select now() - n * interval '1 minute' as at, ${wallets}::integer - n as number) as t,
      (select code from public.green_actions where code <> 'bench-action' order by position limit 1) a`;
  if (transfers > chunk) await sql`analyze public.action_logs`;
}

export async function fill(sql: Sql, size: Size): Promise<void> {
  await sql`
    with action as (
      insert into public.green_actions (code, position, name_zh, name_en, hint_zh, hint_en, plan_section)
      select 'bench-action', max(position) + 1, '测速', 'Bench', '测速', 'Bench', '测速'
      from public.green_actions returning code
    )
    insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap, weekly_cap, yearly_cap)
    select code, '2026-01-01', 2, 'none', 'automatic', 30000, 30000, 30000 from action`;
  await sql`set session_replication_role = replica`;
  await withoutIndexes(sql, 'ledger.transfers', () => fillTransfers(sql, size));
  for (const table of ['auth.users', 'public.profiles', 'ledger.wallets']) {
    await sql.unsafe(`alter table ${table} set (autovacuum_enabled = off)`);
  }
  await fillResidents(sql, size);
  await fillEnvelopes(sql);
  await fillLogs(sql, size);
  await sql`set session_replication_role = origin`;
  for (const table of ['auth.users', 'public.profiles', 'ledger.wallets']) {
    await sql.unsafe(`alter table ${table} reset (autovacuum_enabled)`);
  }
  await sql`vacuum (freeze, analyze)`;
}

/** Closes every day, as the jobs of the site would; gives how many seconds it took. */
export async function closeDays(sql: Sql): Promise<number> {
  const began = performance.now();
  for (let closed = 1; closed > 0; ) {
    const [row] = await sql`select ledger.close_days() as count`;
    closed = row?.count;
  }
  await sql`vacuum (analyze) ledger.days, ledger.day_pages, ledger.day_actions`;
  return (performance.now() - began) / 1_000;
}
