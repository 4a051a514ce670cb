import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';
import type { Stored } from '../../../../lib/use-versioned-form';
import type { ScreenKey } from '../step-code';
import { contentOf, type PointContent } from './content';

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** A point as an editor edits it, and whether it is demo data; undefined when there is none with this id. */
export async function readPoint(
  client: Client,
  id: string,
): Promise<(Stored<PointContent> & { isDemo: boolean }) | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('action_points')
    .select(
      'id, action_code, name_zh, name_en, town_code, kind, opens, closes, weekdays, valid_from, valid_until, daily_limit, latitude, longitude, radius_m, is_open, is_demo, version',
    )
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data
    ? { version: data.version, content: contentOf(data), isDemo: data.is_demo }
    : undefined;
}

/** Saves a point on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function savePoint(
  client: Client,
  content: PointContent,
  version: number,
): Promise<Stored<PointContent>> {
  const { id, ...fields } = content;
  const { data, error } = await client.rpc('save_point', {
    p_id: id,
    p_version: version,
    p_content: fields,
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOf(data) };
}

/** What a screen is opened with, or the code on the poster. */
export type PointKey = Pick<ScreenKey, 'handle' | 'generation'> & {
  secret?: string;
  code?: string;
};

/** The key of a point; the audit says who read it. */
export async function readPointKey(client: Client, id: string): Promise<PointKey> {
  const { data, error } = await client.rpc('read_point_key', { p_id: id });
  if (error) throw refusalOf(error);
  return data as unknown as PointKey;
}

/** Replaces the key of this generation, once, and gives the one there is now. */
export async function renewPointKey(
  client: Client,
  id: string,
  generation: number,
): Promise<PointKey> {
  const { data, error } = await client.rpc('renew_point_key', {
    p_id: id,
    p_generation: generation,
  });
  if (error) throw refusalOf(error);
  return data as unknown as PointKey;
}
