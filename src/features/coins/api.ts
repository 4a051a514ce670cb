import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import {
  type CountedLine,
  countLines,
  type JoinedLine,
  joinLines,
  type StatementLine,
} from './statement';

/** What the caller holds, in coins; days are the last ones (YYYY-MM-DD, Asia/Shanghai) on which they can be spent. */
export interface Wallet {
  balance: number;
  /** Earned last year. */
  older: number;
  lapses_on: string;
  /** Earned this year. */
  newer: number;
  newer_lapse_on: string;
  /** Awarded this year, and the most that may be. */
  earned: number;
  coins_per_year: number;
}

/** The caller's wallet. */
export async function readWallet(client: Client): Promise<Wallet> {
  const { data, error } = await client
    .from('my_wallet')
    .select('balance, older, lapses_on, newer, newer_lapse_on, earned, coins_per_year')
    .single();
  if (error) throw refusalOf(error);
  // Every column of the view is filled.
  return data as Wallet;
}

const pageLength = 30;
const columns = 'id, kind, change, reference, posted_at, action_code, corrects_id, receipt';
// Every column of the view is filled, but for action and correction: it projects columns that are never null.
type Lines = StatementLine[];

/** The caller's transfers, newest first, with their corrections; and the id to go on from if there are earlier ones. */
export async function readStatement(
  client: Client,
  before?: number,
): Promise<{ lines: JoinedLine[]; next: number | undefined }> {
  let query = client
    .from('my_transfers')
    .select(columns)
    .order('id', { ascending: false })
    .limit(pageLength + 1);
  if (before !== undefined) query = query.lt('id', before);
  const { data, error } = await query;
  if (error) throw refusalOf(error);
  const lines = data.slice(0, pageLength) as Lines;
  return {
    lines: joinLines(lines, await readCorrections(client, lines)),
    next: data.length > pageLength ? lines.at(-1)?.id : undefined,
  };
}

/** The transfers that lines correct, and those that correct them. */
async function readCorrections(client: Client, lines: Lines): Promise<Lines> {
  const corrected = lines.flatMap(({ corrects_id }) => corrects_id ?? []);
  const found = await Promise.all([
    client.from('my_transfers').select(columns).in('id', corrected),
    client
      .from('my_transfers')
      .select(columns)
      .in(
        'corrects_id',
        lines.map(({ id }) => id),
      ),
  ]);
  return found.flatMap(({ data, error }) => {
    if (error) throw refusalOf(error);
    return data as Lines;
  });
}

/** One of the caller's transfers with its corrections; undefined when it is not theirs or there is none. */
export async function readTransfer(client: Client, id: number): Promise<JoinedLine | undefined> {
  const { data, error } = await client.from('my_transfers').select(columns).eq('id', id);
  if (error) throw refusalOf(error);
  const lines = data as Lines;
  return joinLines(lines, await readCorrections(client, lines))[0];
}

/** As many as the API gives at once. */
const longPage = 500;

/** All of the caller's transfers, oldest first, with what was left after each. */
export async function readWholeStatement(client: Client): Promise<CountedLine[]> {
  const lines: Lines = [];
  for (let isWhole = false; !isWhole; ) {
    const { data, error } = await client
      .from('my_transfers')
      .select(columns)
      .gt('id', lines.at(-1)?.id ?? 0)
      .order('id')
      .limit(longPage);
    if (error) throw refusalOf(error);
    lines.push(...(data as Lines));
    isWhole = data.length < longPage;
  }
  return countLines(lines);
}

/** Coins of the whole city: issued, spent, held. Readable by everyone. */
export async function readCoinTotals(client: Client) {
  const { data, error } = await client.rpc('get_coin_totals').single();
  if (error) throw refusalOf(error);
  return data;
}
