import type { Database } from '../../lib/database.types';
import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';

type Functions = Database['public']['Functions'];
/** A closed day: its sums in coins, root and seal (hex). */
export type BookDay = Functions['get_days']['Returns'][number];
/** The closed days of a month of Asia/Shanghai, added up. */
export type BookMonth = Functions['get_book_months']['Returns'][number];
/** What an action paid from the envelope of a year: arrays of equal length, one place a day. */
export type ActionDays = Functions['get_action_days']['Returns'][number];
/** A fact of the last proof of the books, and whether it holds. */
export type Fact = Functions['get_last_proof']['Returns'][number];

/** An envelope through the last closed day; the city's has no action. */
export type EnvelopeOutlook = Omit<
  Functions['get_envelope_outlooks']['Returns'][number],
  'action_code' | 'through'
> & { action_code: string | null; through: string | null };

type AuditRow = Functions['get_audit_rates']['Returns'][number];
/** A month of the random audit; share and interval are null before the first verdict, threshold without a draw. */
export type AuditRate = Omit<AuditRow, 'share' | 'low' | 'high' | 'threshold'> & {
  share: number | null;
  low: number | null;
  high: number | null;
  threshold: string | null;
};

type FundRow = Functions['get_fund']['Returns'][number];
type Unset = 'through' | 'fen_per_coin' | 'owed' | 'committed' | 'available' | 'cost' | 'cover';
/**
 * The green-living fund in fen as of the end of the last closed day (null before the first). Null, too, is what
 * depends on fen_per_coin while that is not set.
 */
export type Fund = { [Name in keyof FundRow]: FundRow[Name] | (Name extends Unset ? null : never) };

/** A green action by its names. */
export interface ActionName {
  code: string;
  name_zh: string;
  name_en: string;
}

/** The closed days from one to another (YYYY-MM-DD), both included, oldest first; 400 at most. */
export async function readDays(client: Client, from: string, to: string): Promise<BookDay[]> {
  const { data, error } = await client.rpc('get_days', { p_from: from, p_to: to });
  if (error) throw refusalOf(error);
  return data;
}

/** What each action paid on those days. */
export async function readActionDays(
  client: Client,
  from: string,
  to: string,
): Promise<ActionDays[]> {
  const { data, error } = await client.rpc('get_action_days', { p_from: from, p_to: to });
  if (error) throw refusalOf(error);
  return data;
}

/** The closed days by month, oldest first. */
export async function readMonths(client: Client): Promise<BookMonth[]> {
  const { data, error } = await client.rpc('get_book_months');
  if (error) throw refusalOf(error);
  return data;
}

/** The envelopes of a year, the city's first; none where none has been set. */
export async function readOutlooks(client: Client, year: number): Promise<EnvelopeOutlook[]> {
  const { data, error } = await client.rpc('get_envelope_outlooks', { p_year: year });
  if (error) throw refusalOf(error);
  return data;
}

/** The months of the random audit, newest first. */
export async function readAuditRates(client: Client): Promise<AuditRate[]> {
  const { data, error } = await client.rpc('get_audit_rates');
  if (error) throw refusalOf(error);
  return data;
}

/** The green-living fund, as everyone may see it. */
export async function readFund(client: Client): Promise<Fund> {
  const { data, error } = await client.rpc('get_fund').single();
  if (error) throw refusalOf(error);
  // A numeric may come as text.
  return { ...data, cover: data.cover === null ? null : Number(data.cover) };
}

/** The facts of the last proof of the books; none before the first. */
export async function readLastProof(client: Client): Promise<Fact[]> {
  const { data, error } = await client.rpc('get_last_proof');
  if (error) throw refusalOf(error);
  return data;
}

/** All actions of the price list by name, closed ones too, in its order. */
export async function readActionNames(client: Client): Promise<ActionName[]> {
  const { data, error } = await client
    .from('green_actions')
    .select('code, name_zh, name_en')
    .order('position');
  if (error) throw refusalOf(error);
  return data;
}

/** Every price there was, is or is announced, by action and day. */
export async function readPrices(client: Client) {
  const { data, error } = await client
    .from('action_prices')
    .select(
      'action_code, valid_from, coins, proof, review, daily_cap, weekly_cap, yearly_cap, cool_down_hours, minimum_quantity, announced_at, note_zh, note_en',
    )
    .order('action_code')
    .order('valid_from');
  if (error) throw refusalOf(error);
  return data;
}
