import type { Tables } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

const shown =
  'id, handle, action_code, name_zh, name_en, town_code, kind, opens, closes, weekdays, valid_from, valid_until, daily_limit, latitude, longitude, radius_m, is_open, is_demo, version';

/** An open point as everybody sees it. */
export type Point = Omit<Tables<'action_points'>, 'changed_at' | 'changed_by'>;

/** The open points of an action that are not over on a day (YYYY-MM-DD in Shanghai), by name. */
export async function readPoints(
  client: Client,
  actionCode: string,
  today: string,
): Promise<Point[]> {
  const { data, error } = await client
    .from('action_points')
    .select(shown)
    .eq('action_code', actionCode)
    .eq('is_open', true)
    .order('name_zh');
  if (error) throw refusalOf(error);
  return data.filter(({ valid_until }) => valid_until === null || valid_until >= today);
}

/** The open point that a code belongs to, by its handle; null when there is none. */
export async function readPointOf(client: Client, handle: string): Promise<Point | null> {
  if (!/^[2-9A-HJ-NP-TV-Z]{4}$/.test(handle)) return null;
  const { data, error } = await client
    .from('action_points')
    .select(shown)
    .eq('handle', handle)
    .eq('is_open', true)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data;
}

/** Which generation of its secret a point's screen needs; null when there is no such screen. */
export async function readGeneration(client: Client, handle: string): Promise<number | null> {
  const { data, error } = await client.rpc('get_point_generation', { p_handle: handle });
  if (error) throw refusalOf(error);
  return data;
}
