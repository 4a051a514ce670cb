import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** What waits for the caller's roles, what is late among it, and since when. */
export async function readToday(client: Client) {
  const { data, error } = await client.rpc('get_desk_today');
  if (error) throw refusalOf(error);
  return data;
}
export type Waiting = Awaited<ReturnType<typeof readToday>>[number];
