import { inLocale, type Locale } from '../../i18n/locale';
import type { Tables } from '../../lib/database.types';
import { Refusal, refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import { deviceNumber } from './device';
import type { Spot } from './points/spot';
import type { PriceVersion } from './prices/price';
import type { LogInput } from './schema';

type Row = Tables<'price_list'>;
type Next = Extract<keyof Row, `next_${string}`>;
/** What everyone may read of a price: all but who announced it. */
const priceColumns =
  'action_code, valid_from, coins, proof, review, daily_cap, weekly_cap, yearly_cap, cool_down_hours, minimum_quantity, announced_at, note_zh, note_en';

/** An action with its price of today; what begins with next_ is the price that is announced, if one is. */
export type GreenAction = { [Field in Exclude<keyof Row, Next>]: NonNullable<Row[Field]> } & Pick<
  Row,
  Next
>;
export type ActionLog = Tables<'action_logs'>;

/** The price list, in its order, without what is closed unless asked for. Readable by everyone. */
export async function readPriceList(
  client: Client,
  { closedToo = false } = {},
): Promise<GreenAction[]> {
  const all = client.from('price_list').select('*').order('position');
  const { data, error } = await (closedToo ? all : all.eq('is_open', true));
  if (error) throw refusalOf(error);
  // Only the columns of the next price are ever empty.
  return data as GreenAction[];
}

/** What each action is called in a language, by code, closed ones too; nothing when it cannot be read. */
export const readActionNames = (client: Client, locale: Locale): Promise<Map<string, string>> =>
  readPriceList(client, { closedToo: true })
    .catch((): GreenAction[] => [])
    .then(
      (actions) =>
        new Map(
          actions.map(({ code, name_zh, name_en }) => [
            code,
            inLocale({ zh: name_zh, en: name_en }, locale),
          ]),
        ),
    );

/** Every price there was, is, or is announced, of all actions or one, by action and day. Readable by everyone. */
export async function readPriceHistory(client: Client, code?: string): Promise<PriceVersion[]> {
  const all = client
    .from('action_prices')
    .select(priceColumns)
    .order('action_code')
    .order('valid_from');
  const { data, error } = await (code === undefined ? all : all.eq('action_code', code));
  if (error) throw refusalOf(error);
  return data;
}

/** Coins a resident may earn in a year, over all actions. Readable by everyone. */
export async function readCoinsPerYear(client: Client): Promise<number> {
  const { data, error } = await client.rpc('get_coins_per_year');
  if (error) throw refusalOf(error);
  return data;
}

/** What the caller may still log of an action, and why not now. */
export interface Limits {
  action_code: string;
  left_today: number;
  left_this_week: number;
  left_this_year: number;
  /** Coins they may still earn this year, over all actions. */
  coins_left: number;
  /** Code of a refusal, or null where nothing stands in the way. */
  reason: string | null;
  cap: number | null;
  next_at: string | null;
}

/** The caller's limits of every action that is logged by hand, in the order of the price list. */
export async function readMyLimits(client: Client): Promise<Limits[]> {
  const { data, error } = await client.rpc('get_my_limits');
  if (error) throw refusalOf(error);
  return data;
}

/** Puts a photo into its owner's folder of the private bucket and gives its name. */
export async function uploadEvidence(
  client: Client,
  owner: string,
  key: string,
  photo: Blob,
): Promise<string> {
  const extension = photo.type === 'image/webp' ? 'webp' : 'jpg';
  const path = `${owner}/${key}.${extension}`;
  const bytes = await photo.arrayBuffer();
  const { error } = await client.storage
    .from('evidence')
    .upload(path, bytes, { contentType: photo.type });
  // A photo that is there already came with an earlier try of the same log.
  const isThere = error && 'statusCode' in error && String(error.statusCode) === '409';
  if (error && !isThere) {
    if (/fetch|network/i.test(error.message)) throw refusalOf({ message: error.message });
    throw new Refusal({ code: 'photo_refused', values: {} });
  }
  return path;
}

/**
 * Logs an action; the same key gives the same log. The position is compared where a point asks for it; the device's
 * number, if it keeps one, shows moderators when one device sends for many accounts.
 */
export async function logGreenAction(
  client: Client,
  input: LogInput,
  position?: Spot,
): Promise<ActionLog> {
  const device = deviceNumber();
  const { data, error } = await client.rpc('log_green_action', {
    p_action_code: input.action_code,
    p_idempotency_key: input.key,
    p_note: input.note,
    ...(input.evidence_path ? { p_evidence_path: input.evidence_path } : {}),
    ...(input.onsite_code ? { p_onsite_code: input.onsite_code } : {}),
    ...(position ? { p_position: { ...position } } : {}),
    ...(device ? { p_device: device } : {}),
  });
  if (error) throw refusalOf(error);
  return data;
}

/** The caller's logs that wait or were rejected, newest first. */
export async function readOpenLogs(client: Client): Promise<ActionLog[]> {
  const { data, error } = await client.rpc('get_my_logs');
  if (error) throw refusalOf(error);
  return data;
}
