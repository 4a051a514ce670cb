// Tablets at the counter, and vouchers for them to take.
import { randomUUID } from 'node:crypto';
import type { Resident } from './actors.ts';
import { asActor, sql } from './database.ts';
import { giveCoins } from './things.ts';

export interface Tablet {
  id: string;
  key: string;
  pin: string;
}

/** Sets a tablet up as its merchant does. */
export async function newTablet(merchant: Resident, pin = '7391'): Promise<Tablet> {
  const id = randomUUID();
  const [row] = await asActor(
    merchant,
    (tx) => tx<{ key: string }[]>`select public.create_tablet(${id}, '柜台', ${pin}) as key`,
    { keep: true },
  );
  if (!row) throw new Error('No tablet was set up.');
  return { id, key: row.key, pin };
}

/** Gives a resident what a reward costs, has them redeem it, and gives the code of the voucher. */
export async function buyVoucher(buyer: Resident, rewardId: string): Promise<string> {
  const [reward] = await sql`select price from public.rewards where id = ${rewardId}`;
  await giveCoins(buyer, Number(reward?.price));
  const [row] = await asActor(
    buyer,
    (tx) => tx`select voucher_code from public.redeem_reward(${rewardId}, ${randomUUID()})`,
    { keep: true },
  );
  return row?.voucher_code;
}
