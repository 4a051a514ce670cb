import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import { type Receipt, receiptFormat } from './receipt';
import { dayAfter } from './seal';

/** A closed day as everyone may read it. */
export type PublishedDay = Awaited<ReturnType<typeof readDays>>[number];

/** The closed days between two days of Asia/Shanghai (YYYY-MM-DD), these included, oldest first, 400 at most. */
export async function readDays(client: Client, from: string, to: string) {
  const { data, error } = await client.rpc('get_days', { p_from: from, p_to: to });
  if (error) throw refusalOf(error);
  return data;
}

/** A page of the leaves of a closed day (from 0), and how many pages there are; none of a day without any. */
export async function readDayLeaves(client: Client, day: string, page: number) {
  const { data, error } = await client.rpc('get_day_leaves', { p_day: day, p_page: page });
  if (error) throw refusalOf(error);
  return data[0] ?? { pages: 0, leaves: [] };
}

/** The receipt of one of the caller's transfers. Errors: receipt_unknown, day_is_open. */
export async function readReceipt(client: Client, transferId: number): Promise<Receipt> {
  const { data, error } = await client.rpc('get_receipt', { p_transfer_id: transferId }).single();
  if (error) throw refusalOf(error);
  const { day, leaf, index, size, path, root, seal } = data;
  const days = await readDays(client, dayAfter(day, -1), day);
  const published = days.find((one) => one.day === day);
  if (!published) throw refusalOf({ hint: 'receipt_unknown' });
  const { transfers, issued, taken_back, spent, refunded, expired } = published;
  const { adjusted_up, adjusted_down, held } = published;
  return {
    format: receiptFormat,
    ...{ day, leaf, index, size, path, root },
    sums: {
      ...{ transfers, issued, taken_back, spent, refunded, expired },
      ...{ adjusted_up, adjusted_down, held },
    },
    seal_before: days.find((one) => one.day !== day)?.seal ?? null,
    seal,
  };
}

/** The facts of the last proof of the books; none before the first. */
export async function readLastProof(client: Client) {
  const { data, error } = await client.rpc('get_last_proof');
  if (error) throw refusalOf(error);
  return data;
}

/** The last day that has been closed (YYYY-MM-DD, Asia/Shanghai); null before the first. */
export async function readLastDay(client: Client): Promise<string | null> {
  const { data, error } = await client.rpc('get_coin_totals').single();
  if (error) throw refusalOf(error);
  return data.through;
}
