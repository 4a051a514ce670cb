import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';

/** Coins the caller holds. */
export async function readBalance(client: Client): Promise<number> {
  const { data, error } = await client.from('my_wallet').select('balance').single();
  if (error) throw refusalOf(error);
  return data.balance ?? 0;
}

/** One line of a statement: coins gained or (negative) spent, what for, when. */
export interface StatementLine {
  id: number;
  kind: 'award' | 'redeem' | 'refund' | 'expire' | 'adjust' | 'reverse';
  change: number;
  reference: string;
  posted_at: string;
}

const pageLength = 30;

/** The caller's transfers, newest first, and the id to go on from if there are earlier ones. */
export async function readStatement(
  client: Client,
  before?: number,
): Promise<{ lines: StatementLine[]; next: number | undefined }> {
  let query = client
    .from('my_transfers')
    .select('*')
    .order('id', { ascending: false })
    .limit(pageLength + 1);
  if (before !== undefined) query = query.lt('id', before);
  const { data, error } = await query;
  if (error) throw refusalOf(error);
  // Every column of the view is filled: it projects columns that are never null.
  const lines = data.slice(0, pageLength) as StatementLine[];
  return { lines, next: data.length > pageLength ? lines.at(-1)?.id : undefined };
}

/** Coins of the whole city: issued, spent, held. Readable by everyone. */
export async function readCoinTotals(client: Client) {
  const { data, error } = await client.rpc('get_coin_totals').single();
  if (error) throw refusalOf(error);
  return data;
}
