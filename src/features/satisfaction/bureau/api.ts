import type { Json, Tables } from '../../../lib/database.types';
import { shanghaiDay } from '../../../lib/dates';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import { EstimateError, type EstimateProblem } from '../estimate/error';
import { contentOf, type SnapshotContent, type WaveFacts } from '../snapshot/content';
import type { MarginLine } from './margin-lines';

export type Wave = Pick<
  Tables<'survey_waves'>,
  'id' | 'title_zh' | 'title_en' | 'series' | 'opens_on' | 'closes_on' | 'is_demo'
>;

/** A snapshot as the desk sees it. */
export type Snapshot = Omit<Tables<'satisfaction_snapshots'>, 'content'> & {
  content: SnapshotContent;
};

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** The waves that take no answers any more, the latest first: an answer may be a day on its way. */
export async function readClosedWaves(client: Client): Promise<Wave[]> {
  const yesterday = shanghaiDay(new Date(Date.now() - 86_400_000));
  const { data, error } = await client
    .from('survey_waves')
    .select('id, title_zh, title_en, series, opens_on, closes_on, is_demo')
    .not('announced_at', 'is', null)
    .or(`closed_at.not.is.null,closes_on.lt.${yesterday}`)
    .order('closes_on', { ascending: false })
    .order('id');
  if (error) throw refusalOf(error);
  return data;
}

/** Every snapshot without its content, the latest first. */
export async function readSnapshots(client: Client) {
  const { data, error } = await client
    .from('satisfaction_snapshots')
    .select('id, wave_id, replaces, sha256, frozen_by, frozen_at, released_at')
    .order('frozen_at', { ascending: false });
  if (error) throw refusalOf(error);
  return data;
}

/** A snapshot; undefined when there is none with this id. */
export async function readSnapshot(client: Client, id: string): Promise<Snapshot | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('satisfaction_snapshots')
    .select('*')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? { ...data, content: data.content as unknown as SnapshotContent } : undefined;
}

/** What would be frozen of a wave, or why there are no figures; undefined when the wave is not there or not over. */
export async function computeWave(
  client: Client,
  waveId: string,
): Promise<{ content: SnapshotContent } | { problem: EstimateProblem } | undefined> {
  if (!isId(waveId)) return undefined;
  const { data, error } = await client.rpc('get_wave_answers', { p_wave_id: waveId });
  if (error) {
    const refusal = refusalOf(error);
    if (['wave_unknown', 'wave_not_closed'].includes(refusal.problem.code)) return undefined;
    throw refusal;
  }
  try {
    return { content: contentOf(data as unknown as WaveFacts, import.meta.env.CODE_VERSION) };
  } catch (error) {
    if (!(error instanceof EstimateError)) throw error;
    return { problem: error.problem };
  }
}

/** Freezes figures, once per id. */
export async function freezeSnapshot(
  client: Client,
  id: string,
  content: SnapshotContent,
  replaces: string | null,
): Promise<void> {
  const { error } = await client.rpc('freeze_snapshot', {
    p_id: id,
    p_wave_id: content.wave.id,
    p_content: content as unknown as Json,
    ...(replaces && { p_replaces: replaces }),
  });
  if (error) throw refusalOf(error);
}

/** Releases what a colleague has frozen, if it has this SHA-256. */
export async function releaseSnapshot(client: Client, id: string, sha256: string): Promise<void> {
  const { error } = await client.rpc('release_snapshot', { p_id: id, p_sha256: sha256 });
  if (error) throw refusalOf(error);
}

/** The margins that real waves are weighted to. */
export async function readMargins(client: Client) {
  const { data, error } = await client
    .from('population_margins')
    .select('variable, level, population, source, as_of')
    .eq('is_demo', false)
    .order('variable', { ascending: false })
    .order('level');
  if (error) throw refusalOf(error);
  return data;
}

/** Puts other margins in their place; none at all where there are no rows. */
export async function saveMargins(
  client: Client,
  rows: MarginLine[],
  source: string,
  asOf: string,
): Promise<void> {
  const { error } = await client.rpc('save_population_margins', {
    p_rows: rows as unknown as Json,
    p_source: source,
    p_as_of: asOf,
  });
  if (error) throw refusalOf(error);
}
