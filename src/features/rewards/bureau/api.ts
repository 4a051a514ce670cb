import { Refusal, refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Stored } from '../../../lib/use-versioned-form';
import {
  contentOfMerchant,
  contentOfReward,
  type MerchantContent,
  type RewardContent,
} from './content';

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** A reward as an editor edits it; undefined when there is none with this id. */
export async function readReward(
  client: Client,
  id: string,
): Promise<Stored<RewardContent> | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('rewards')
    .select(
      'id, kind, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stocked, quota_per_resident, quota_per_household, valid_from, valid_until, picture, picture_alt_zh, picture_alt_en, is_open, version',
    )
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? { version: data.version, content: contentOfReward(data) } : undefined;
}

/** A merchant as an editor edits it; undefined when there is none with this id. */
export async function readMerchant(
  client: Client,
  id: string,
): Promise<Stored<MerchantContent> | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('merchants')
    .select(
      'id, name_zh, name_en, town_code, address_zh, address_en, accessibility_zh, accessibility_en, step_free, closed_at, version',
    )
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? { version: data.version, content: contentOfMerchant(data) } : undefined;
}

/** The merchants a reward can be at, by name. */
export async function readMerchantNames(client: Client) {
  const { data, error } = await client
    .from('merchants')
    .select('id, name_zh, name_en')
    .order('name_zh');
  if (error) throw refusalOf(error);
  return data;
}

/** Vouchers of a merchant that are not used yet, and the coins that closing it would give back. */
export async function countOpenVouchers(client: Client, merchantId: string) {
  const { data, error } = await client
    .rpc('count_open_vouchers', { p_merchant_id: merchantId })
    .single();
  if (error) throw refusalOf(error);
  return data;
}

/** Uploads the picture of a reward and gives its name in the bucket. */
export async function uploadPicture(
  client: Client,
  rewardId: string,
  photo: Blob,
): Promise<string> {
  const ending = photo.type === 'image/webp' ? 'webp' : 'jpg';
  const name = `${rewardId}/${crypto.randomUUID()}.${ending}`;
  const { error } = await client.storage
    .from('reward-pictures')
    // Bytes rather than a form: what is sent is what is stored.
    .upload(name, await photo.arrayBuffer(), { contentType: photo.type });
  if (error && /fetch|network/i.test(error.message)) throw refusalOf({ message: error.message });
  if (error) throw new Refusal({ code: 'photo_refused', values: {} });
  return name;
}

/** Saves a reward on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function saveReward(
  client: Client,
  content: RewardContent,
  version: number,
): Promise<Stored<RewardContent>> {
  const { id, ...fields } = content;
  const { data, error } = await client.rpc('save_reward', {
    p_id: id,
    p_version: version,
    p_content: fields,
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOfReward(data) };
}

/** Saves a merchant on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function saveMerchant(
  client: Client,
  content: MerchantContent,
  version: number,
): Promise<Stored<MerchantContent>> {
  const { id, ...fields } = content;
  const { data, error } = await client.rpc('save_merchant', {
    p_id: id,
    p_version: version,
    p_content: fields,
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOfMerchant(data) };
}
