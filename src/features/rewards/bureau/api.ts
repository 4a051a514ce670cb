import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Stored } from '../../../lib/use-versioned-form';
import type { MerchantContent, RewardContent } from './content';

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

type Row<Content> = Content & { version: number };

const stored = <Content extends object>({
  version,
  ...content
}: Row<Content>): Stored<Content> => ({
  version,
  content: content as unknown as Content,
});

/** A reward as an editor edits it; undefined when there is none with this id. */
export async function readReward(
  client: Client,
  id: string,
): Promise<Stored<RewardContent> | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('rewards')
    .select(
      'id, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stocked, is_open, version',
    )
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? stored<RewardContent>(data) : undefined;
}

/** A merchant as an editor edits it; undefined when there is none with this id. */
export async function readMerchant(
  client: Client,
  id: string,
): Promise<Stored<MerchantContent> | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('merchants')
    .select('id, name_zh, name_en, town_code, version')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? stored<MerchantContent>(data) : undefined;
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
  const { merchant_id, name_zh, name_en, detail_zh, detail_en, price, stocked, is_open } = data;
  const texts = { name_zh, name_en, detail_zh, detail_en };
  return {
    version: data.version,
    content: { id: data.id, merchant_id, ...texts, price, stocked, is_open },
  };
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
  const { name_zh, name_en, town_code } = data;
  return { version: data.version, content: { id: data.id, name_zh, name_en, town_code } };
}
