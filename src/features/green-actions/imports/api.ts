import type { Tables } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** A partner that residents may join. */
export type Partner = Pick<
  Tables<'partners'>,
  'id' | 'name_zh' | 'name_en' | 'action_code' | 'unit_zh' | 'unit_en' | 'is_demo'
>;

/** A partner the caller takes part with, and their code there. */
export interface Membership {
  partner_id: string;
  name_zh: string;
  name_en: string;
  is_open: boolean;
  member_code: string;
  joined_at: string;
}

/** The partners that take part, by name. Readable by everyone. */
export async function readPartners(client: Client): Promise<Partner[]> {
  const { data, error } = await client
    .from('partners')
    .select('id, name_zh, name_en, action_code, unit_zh, unit_en, is_demo')
    .eq('is_open', true)
    .order('name_zh');
  if (error) throw refusalOf(error);
  return data;
}

/** The caller's partners in the order they joined, closed ones too. */
export async function readMyPartners(client: Client): Promise<Membership[]> {
  const { data, error } = await client.rpc('get_my_partners');
  if (error) throw refusalOf(error);
  return data;
}

/** Joins a partner and gives the member code; twice is the same code. */
export async function joinPartner(client: Client, id: string): Promise<string> {
  const { data, error } = await client.rpc('join_partner', { p_partner_id: id });
  if (error) throw refusalOf(error);
  return data;
}

/** Leaves a partner, whose code for the caller ends; twice is the same as once. */
export async function leavePartner(client: Client, id: string): Promise<void> {
  const { error } = await client.rpc('leave_partner', { p_partner_id: id });
  if (error) throw refusalOf(error);
}
