import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';

const rewardColumns =
  'id, name_zh, name_en, detail_zh, detail_en, price, stock, is_demo, merchants (name_zh, name_en, town_code)';

/** The rewards on offer, cheapest first. Readable by everyone. */
export async function readRewards(client: Client) {
  const { data, error } = await client
    .from('rewards')
    .select(rewardColumns)
    .eq('is_open', true)
    .order('price');
  if (error) throw refusalOf(error);
  return data;
}
export type Reward = Awaited<ReturnType<typeof readRewards>>[number];

/** What the caller could spend now, in coins, so that a price can be called affordable or not. */
export async function readMeans(client: Client): Promise<number> {
  const { data, error } = await client.from('my_wallet').select('balance').single();
  if (error) throw refusalOf(error);
  return data.balance ?? 0;
}

/** Pays for a reward and gives the id of its voucher; the same key gives the same voucher. */
export async function redeemReward(client: Client, rewardId: string, key: string): Promise<string> {
  const { data, error } = await client.rpc('redeem_reward', {
    p_reward_id: rewardId,
    p_idempotency_key: key,
  });
  if (error) throw refusalOf(error);
  return data.id;
}

const voucherColumns =
  'id, price, voucher_code, status, issued_at, expires_at, used_at, rewards (name_zh, name_en, is_demo), merchants (name_zh, name_en, town_code)';

/** The caller's vouchers, newest first. */
export async function readVouchers(client: Client) {
  const { data, error } = await client
    .from('redemptions')
    .select(voucherColumns)
    .order('issued_at', { ascending: false })
    .limit(50);
  if (error) throw refusalOf(error);
  return data;
}

/** One voucher of the caller's; undefined when there is none of theirs with this id. */
export async function readVoucher(client: Client, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const { data, error } = await client
    .from('redemptions')
    .select(voucherColumns)
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}
export type Voucher = Awaited<ReturnType<typeof readVouchers>>[number];

/** Takes a voucher at the caller's shop, once; the same key again gives the same answer. */
export async function takeVoucher(client: Client, code: string, key: string) {
  const { data, error } = await client
    .rpc('take_voucher', { p_voucher_code: code, p_take_key: key })
    .single();
  if (error) throw refusalOf(error);
  return data;
}

/** What the caller's shop took today, newest first. */
export async function readTakenToday(client: Client) {
  const { data, error } = await client.rpc('list_taken_vouchers');
  if (error) throw refusalOf(error);
  return data;
}
