import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';
import type { PriceDraft } from './price-draft';

/** Coins left in this year's envelope of an action, and coins it paid on each of the last 28 days. For administrators. */
export async function readPriceOutlook(client: Client, code: string) {
  const { data, error } = await client.rpc('get_price_outlook', { p_action_code: code }).single();
  if (error) throw refusalOf(error);
  return data;
}

/** Announces a price of an action from a day on; the same again is announced already. For administrators. */
export async function announcePrice(
  client: Client,
  code: string,
  { valid_from, ...content }: PriceDraft,
): Promise<void> {
  const { error } = await client.rpc('announce_price', {
    p_action_code: code,
    p_valid_from: valid_from,
    p_content: content,
  });
  if (error) throw refusalOf(error);
}

/** Takes an announced price back before its day. For administrators. */
export async function withdrawPrice(client: Client, code: string, day: string): Promise<void> {
  const { error } = await client.rpc('withdraw_price', { p_action_code: code, p_valid_from: day });
  if (error) throw refusalOf(error);
}
