// Shops and vouchers for them, made fresh; merchants and residents act through the API.
import { randomUUID } from 'node:crypto';
import { newPerson, type Person, sql } from './education';

export interface Shop {
  merchant: Person;
  reward: string;
  /** The name of the reward. */
  what: string;
}

/** A shop with one reward of seven coins, and somebody who works there. */
export async function newShop(): Promise<Shop> {
  const what = `测试糖 ${randomUUID().slice(0, 4)}`;
  const merchant = await newPerson();
  const [shop] = await sql<{ id: string }[]>`
    insert into public.merchants (name_zh, name_en, town_code, is_demo)
    values ('测试兑换点', 'Test shop', 'fotang', true) returning id`;
  const [reward] = await sql<{ id: string }[]>`
    insert into public.rewards
      (merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, is_open, is_demo)
    values (${shop?.id ?? ''}, ${what}, 'Test sugar', '', '', 7, 100, true, true) returning id`;
  await sql`insert into public.staff_roles (resident_id, role, merchant_id)
    values (${merchant.id}, 'merchant', ${shop?.id ?? ''})`;
  return { merchant, reward: reward?.id ?? '', what };
}

/** Gives a resident coins, has them redeem the reward of a shop, and gives the code of the voucher. */
export async function newVoucher(shop: Shop, buyer: Person): Promise<string> {
  await sql`select ledger.post_transfer(${buyer.id}, 'award', 'issuance', 'wallet', 7, 'test:coins',
    ${`award:${randomUUID()}`}, null, null, 'test-action')`;
  const { data, error } = await buyer.api.rpc('redeem_reward', {
    p_reward_id: shop.reward,
    p_idempotency_key: randomUUID(),
  });
  if (error) throw error;
  return data.voucher_code ?? '';
}

/** When a voucher was taken, and under which key. */
export async function takingOf(code: string) {
  const [row] = await sql`
    select used_at, take_key from public.redemptions where voucher_code = ${code}`;
  return row;
}
