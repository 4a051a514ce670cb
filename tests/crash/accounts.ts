import { sql } from '../support/database.ts';
import { price, type Record, type World } from './load.ts';

/** What was acknowledged and is not there, and what is there more often than it was acknowledged. */
export async function compare({ residents, shops }: World, { done }: Record) {
  const ids = residents.map(({ id }) => id);
  const found = new Map<string, number>();
  const count = (name: string, times = 1) => found.set(name, (found.get(name) ?? 0) + times);
  const transfers = await sql<{ kind: string; reference: string; times: number; coins: number }[]>`
    select kind, reference, count(*)::integer as times, sum(amount)::integer as coins
    from ledger.transfers where resident_id = any (${ids}::uuid[]) group by kind, reference`;
  const strange = transfers.filter(({ times, coins }) => coins !== times * price);
  for (const { kind, reference, times } of transfers) count(`${kind} ${reference}`, times);
  const logs = await sql<{ id: string; key: string }[]>`
    select id, idempotency_key as key from public.action_logs where resident_id = any (${ids}::uuid[])`;
  for (const { id, key } of logs) count(`log ${id} ${key}`);
  const redemptions = await sql<
    { id: string; key: string; status: string; taken: string | null }[]
  >`
    select id, idempotency_key as key, status, take_key as taken
    from public.redemptions where resident_id = any (${ids}::uuid[])`;
  for (const { id, key, taken } of redemptions) {
    count(`voucher ${id} ${key}`);
    if (taken) count(`taken ${taken}`);
  }

  const expected = done.flatMap(({ what, key, id }) => {
    if (what === 'award') return [`log ${id} ${key}`, `award action_log:${id}`];
    if (what === 'redeem') return [`voucher ${id} ${key}`, `redeem redemption:${id}`];
    return what === 'take' ? [`taken ${key}`] : [`refund redemption:${id}`];
  });
  const lost = expected.filter((name) => !found.has(name));
  const asked = new Set(expected);
  const twice = [...found].filter(([name, times]) => times > 1 || !asked.has(name));
  const rewards = shops.map(({ reward }) => reward);
  const [stock] = await sql`
    select sum(stocked - stock)::integer as gone from public.rewards where id = any (${rewards}::uuid[])`;
  const kept = redemptions.filter(({ status }) => status === 'issued' || status === 'used').length;
  return { lost, twice, strange, stockIsRight: stock?.gone === kept };
}
