import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { MyOffer, Offer } from './offer';

/** The rewards on offer with their places, cheapest first. Readable by everyone. */
export async function readOffers(client: Client): Promise<Offer[]> {
  const { data, error } = await client.from('reward_offers').select('*').order('price').order('id');
  if (error) throw refusalOf(error);
  return data as Offer[];
}

/** The picture of a reward by its name in the bucket; undefined when there is none. */
export async function readPicture(client: Client, name: string): Promise<ArrayBuffer | undefined> {
  if (!/^[0-9a-f-]{36}\/[0-9a-f-]{36}\.(webp|jpg)$/.test(name)) return undefined;
  const { data } = client.storage.from('reward-pictures').getPublicUrl(name);
  const answer = await fetch(data.publicUrl);
  return answer.ok ? answer.arrayBuffer() : undefined;
}

/** What the caller can redeem: for each reward why not, and what is missing. */
export async function readMyOffers(client: Client): Promise<MyOffer[]> {
  const { data, error } = await client.rpc('get_my_offers');
  if (error) throw refusalOf(error);
  return data as MyOffer[];
}

/** What the caller could spend now, in coins. */
export async function readMeans(client: Client): Promise<number> {
  const { data, error } = await client.from('my_wallet').select('balance').single();
  if (error) throw refusalOf(error);
  return data.balance ?? 0;
}

/**
 * Pays for a reward, at the price that was shown and no other, and gives the id of its voucher or gift; the same
 * key gives the same one.
 */
export async function redeemReward(
  client: Client,
  { id, price }: { id: string; price: number },
  key: string,
): Promise<string> {
  const { data, error } = await client.rpc('redeem_reward', {
    p_reward_id: id,
    p_idempotency_key: key,
    p_price: price,
  });
  if (error) throw refusalOf(error);
  return data.id;
}

const voucherColumns =
  'id, price, voucher_code, status, issued_at, expires_at, used_at, settled_at, rewards (id, name_zh, name_en, is_demo), merchants (name_zh, name_en, town_code, address_zh, address_en, accessibility_zh, accessibility_en, step_free)';

/** The caller's vouchers and gifts, newest first. */
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

/** What giving a voucher back would give, in coins; undefined when it cannot be given back. */
export async function previewCancellation(client: Client, id: string) {
  const { data, error } = await client.rpc('preview_cancellation', { p_id: id });
  if (error) throw refusalOf(error);
  return data[0];
}
export type Cancellation = NonNullable<Awaited<ReturnType<typeof previewCancellation>>>;

/** Gives a voucher back; doing it again changes nothing. */
export async function cancelVoucher(client: Client, id: string): Promise<void> {
  const { error } = await client.rpc('cancel_redemption', { p_id: id });
  if (error) throw refusalOf(error);
}
