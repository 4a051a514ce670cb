import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Stored } from '../../../lib/use-versioned-form';
import { contentOfPledge, type PledgeContent } from './pledge';

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** A pledge as an administrator edits it; undefined when there is none with this id. */
export async function readPledge(
  client: Client,
  id: string,
): Promise<Stored<PledgeContent> | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('fund_pledges')
    .select('id, kind, sponsor_zh, sponsor_en, fen, pledged_on, withdrawn_at, version')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? { version: data.version, content: contentOfPledge(data) } : undefined;
}

/** Saves a pledge on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function savePledge(
  client: Client,
  content: PledgeContent,
  version: number,
): Promise<Stored<PledgeContent>> {
  const { id, ...fields } = content;
  const { data, error } = await client.rpc('save_pledge', {
    p_id: id,
    p_version: version,
    p_content: fields,
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOfPledge(data) };
}

/** What the fund pays for a coin, in fen, and below how many per cent the console warns. */
export interface Terms {
  fenPerCoin: number | null;
  warnPercent: number;
}

/** Sets the terms on top of those that were seen; refuses with terms_changed when a colleague has changed them. */
export async function setTerms(client: Client, terms: Terms, seen: Terms): Promise<void> {
  const { error } = await client.rpc('set_fund_terms', {
    // The generated types know no empty number; the function does: not set.
    p_fen_per_coin: terms.fenPerCoin as number,
    p_warn_percent: terms.warnPercent,
    p_fen_before: seen.fenPerCoin as number,
    p_warn_before: seen.warnPercent,
  });
  if (error) throw refusalOf(error);
}

/** Whether rewards can be added, as of now; amounts in fen, empty while the backing is not set. */
export interface Outlook {
  state: 'not_set' | 'covered' | 'low' | 'short';
  fen_per_coin: number | null;
  warn_percent: number;
  available: number | null;
  cost: number | null;
  offered: number | null;
  cover: number | null;
}

/** How the fund stands now; for editors and administrators, refused to everybody else. */
export async function readOutlook(client: Client): Promise<Outlook> {
  const { data, error } = await client.rpc('get_fund_outlook').single();
  if (error) throw refusalOf(error);
  return data as Outlook;
}
