import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** One month of one merchant, by its id; undefined when there is none, or for whoever may not see it. */
export async function readSettlement(client: Client, id: string) {
  const { data, error } = await client
    .from('desk_settlements')
    .select('*')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}

/** Writes down that a month was paid, once per id, and gives what it came to. */
export async function paySettlement(
  client: Client,
  payment: { id: string; merchantId: string; month: string; coins: number },
) {
  const { data, error } = await client
    .rpc('pay_settlement', {
      p_id: payment.id,
      p_merchant_id: payment.merchantId,
      p_month: payment.month,
      p_coins: payment.coins,
    })
    .single();
  if (error) throw refusalOf(error);
  return data;
}
export type Payment = Awaited<ReturnType<typeof paySettlement>>;
