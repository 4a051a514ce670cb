import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { FundFigures } from './figures';

/** The figures of the fund as everyone may see them; see get_fund. */
export async function readFund(client: Client): Promise<FundFigures> {
  const { data, error } = await client.rpc('get_fund').single();
  if (error) throw refusalOf(error);
  // One row always; what depends on the backing is empty while that is not set.
  return data as FundFigures;
}

/** Every pledge, the latest first, those that were withdrawn among them. */
export async function readPledges(client: Client) {
  const { data, error } = await client
    .from('fund_pledges')
    .select('id, kind, sponsor_zh, sponsor_en, fen, pledged_on, withdrawn_at, is_demo')
    .order('pledged_on', { ascending: false })
    .order('id');
  if (error) throw refusalOf(error);
  return data;
}
export type Pledge = Awaited<ReturnType<typeof readPledges>>[number];
