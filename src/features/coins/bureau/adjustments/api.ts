import type { Tables } from '../../../../lib/database.types';
import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';

export type Adjustment = Tables<'desk_adjustments'>;

/** An adjustment with the addresses of those it names; undefined when there is none with this id. */
export async function readAdjustment(client: Client, id: string): Promise<Adjustment | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const { data, error } = await client
    .from('desk_adjustments')
    .select('*')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}

/** What one administrator asks another for; the id is made when the form opens. */
export interface Wish {
  id: string;
  email: string;
  /** Coins given, or, negative, taken; as typed. */
  change: string;
  reason: string;
}

/** Asks for an adjustment, once per id. */
export async function requestAdjustment(client: Client, wish: Wish): Promise<void> {
  const change = /^[-−+]?\d{1,7}$/.test(wish.change.trim())
    ? Number(wish.change.trim().replace('−', '-'))
    : 0;
  const { error } = await client.rpc('request_adjustment', {
    p_id: wish.id,
    p_email: wish.email,
    p_change: change,
    p_reason: wish.reason,
  });
  if (error) throw refusalOf(error);
}

/** Approves or rejects an adjustment somebody else asked for. */
export async function decideAdjustment(
  client: Client,
  id: string,
  approve: boolean,
  note: string,
): Promise<void> {
  const { error } = await client.rpc('decide_adjustment', {
    p_id: id,
    p_approve: approve,
    p_note: note,
  });
  if (error) throw refusalOf(error);
}
