import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';

/** What an action, or the city (action null), may pay in a year, in coins. */
export interface Envelope {
  action: string | null;
  total: number;
  /** As of now: what has not been paid; of the city's, what no action holds. */
  remaining: number;
}

/** The envelopes of a year as of now. */
export async function readEnvelopes(client: Client, year: number): Promise<Envelope[]> {
  const { data, error } = await client.rpc('get_envelopes', { p_year: year });
  if (error) throw refusalOf(error);
  return data.map(({ action_code, ...figures }) => ({ action: action_code, ...figures }));
}

/** A whole number of coins as typed, with or without separators; what is none becomes one the server refuses. */
export const coinsTyped = (typed: string): number => {
  const digits = typed.replace(/[\s,，_]/g, '');
  return /^\d{1,10}$/.test(digits) ? Number(digits) : -1;
};

/** Sets the envelope of an action or, with action null, of the city; `before` is the total that was shown. */
export async function setEnvelope(
  client: Client,
  wish: { year: number; action: string | null; total: number; before: number },
): Promise<void> {
  const { year, action, total, before } = wish;
  const figures = { p_year: year, p_total: total, p_before: before };
  const { error } =
    action === null
      ? await client.rpc('set_city_envelope', figures)
      : await client.rpc('set_envelope', { ...figures, p_action_code: action });
  if (error) throw refusalOf(error);
}
