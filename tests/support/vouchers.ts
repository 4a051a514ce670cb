import { randomUUID } from 'node:crypto';
import type { Enums } from '../../src/lib/database.types.ts';
import { asActor, type Caller, sql, type Transaction } from './database.ts';

/** A redemption as it is stored, with numbers as numbers. */
export interface Redemption {
  id: string;
  voucher_code: string | null;
  status: Enums<'voucher_status'>;
  price: number;
  household_id: string | null;
  merchant_id: string | null;
  used_at: Date | null;
  settled_at: Date | null;
}

/** Redeems within a transaction that acts as somebody. */
export const redeeming = (rewardId: string) => (tx: Transaction) =>
  tx<{ id: string; voucher_code: string }[]>`
    select id, voucher_code from public.redeem_reward(${rewardId}, ${randomUUID()})`;

/** Redeems as somebody, past the API, and keeps it. */
export async function buy(
  caller: Caller,
  rewardId: string,
): Promise<{ id: string; voucher_code: string }> {
  const [row] = await asActor(caller, redeeming(rewardId), { keep: true });
  if (!row) throw new Error('Nothing was redeemed.');
  return row;
}

export async function redemptionOf(id: string): Promise<Redemption> {
  const [row] = await sql<Redemption[]>`
    select id, voucher_code, status, price::integer as price, household_id, merchant_id, used_at, settled_at
    from public.redemptions where id = ${id}`;
  if (!row) throw new Error(`There is no redemption ${id}.`);
  return row;
}

export async function stockOf(rewardId: string): Promise<number> {
  const [row] = await sql`select stock from public.rewards where id = ${rewardId}`;
  return row?.stock;
}

/** Does what is due with vouchers, as do_due_work does. */
export async function settle(limit = 1_000): Promise<number> {
  const [row] = await sql`select private.settle_vouchers(${limit}) as count`;
  return row?.count;
}

/** Lets the time of a voucher be over, or end so many hours from now. */
export const letExpire = (id: string, hours = -1) => sql`
  update public.redemptions set issued_at = now() - interval '27 days 1 hour',
    expires_at = now() + ${`${hours} hours`}::interval where id = ${id}`;

/** Closes a merchant, as saving it closed does. */
export const closeMerchant = (id: string) =>
  sql`update public.merchants set closed_at = now() where id = ${id}`;
