import type { Enums, Json } from '../../../../lib/database.types';
import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';
import type { Stored } from '../../../../lib/use-versioned-form';
import type { Invitation } from './codes-file';
import { contentOfWave, type WaveContent, wishOf } from './content';
import type { Answered } from './missing';
import type { Draw } from './strata';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A wave as an analyst keeps it. */
export interface DeskWave extends Stored<WaveContent> {
  /** Since when everyone reads it; null for a draft. */
  announcedAt: string | null;
  closedAt: string | null;
  isDemo: boolean;
}

/** A wave with its targets; undefined when there is none that the caller may read. */
export async function readWave(client: Client, id: string): Promise<DeskWave | undefined> {
  if (!uuid.test(id)) return undefined;
  const [wave, targets] = await Promise.all([
    client
      .from('survey_waves')
      .select(
        'id, questionnaire_id, questionnaire_version, title_zh, title_en, series, opens_on, closes_on, population_zh, population_en, form_number, form_maker, approval_number, form_expires_on, announced_at, closed_at, is_demo, version',
      )
      .eq('id', id)
      .maybeSingle(),
    client
      .from('survey_targets')
      .select('town_code, age_band, sex, target')
      .eq('wave_id', id)
      .order('town_code')
      .order('sex')
      .order('age_band'),
  ]);
  if (wave.error) throw refusalOf(wave.error);
  if (targets.error) throw refusalOf(targets.error);
  if (!wave.data) return undefined;
  return {
    version: wave.data.version,
    content: contentOfWave(wave.data, targets.data),
    announcedAt: wave.data.announced_at,
    closedAt: wave.data.closed_at,
    isDemo: wave.data.is_demo,
  };
}

/** What a wave can ask: every published version, the newest first. */
export async function readPublishedVersions(client: Client) {
  const [versions, questionnaires] = await Promise.all([
    client
      .from('questionnaire_versions')
      .select('questionnaire_id, version')
      .order('published_at', { ascending: false }),
    client.from('questionnaires').select('id, title_zh, title_en'),
  ]);
  if (versions.error) throw refusalOf(versions.error);
  if (questionnaires.error) throw refusalOf(questionnaires.error);
  const titles = new Map(questionnaires.data.map((one) => [one.id, one]));
  return versions.data.map(({ questionnaire_id, version }) => ({
    value: `${questionnaire_id}/${version}`,
    version,
    title_zh: titles.get(questionnaire_id)?.title_zh ?? '',
    title_en: titles.get(questionnaire_id)?.title_en ?? '',
  }));
}

/** Saves a wave on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function saveWave(
  client: Client,
  content: WaveContent,
  version: number,
): Promise<Stored<WaveContent>> {
  const { data, error } = await client.rpc('save_wave', {
    p_id: content.id,
    p_version: version,
    p_content: wishOf(content) as unknown as Json,
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOfWave(data, content.targets) };
}

/** Announces a wave, from now on for everyone to read. */
export async function announceWave(client: Client, id: string, version: number): Promise<void> {
  const { error } = await client.rpc('announce_wave', { p_id: id, p_version: version });
  if (error) throw refusalOf(error);
}

/** Draws invitations, once per id. */
export async function drawInvitations(
  client: Client,
  id: string,
  waveId: string,
  draw: readonly Draw[],
): Promise<void> {
  const { error } = await client.rpc('draw_invitations', {
    p_id: id,
    p_wave_id: waveId,
    p_strata: draw as unknown as Json,
  });
  if (error) throw refusalOf(error);
}

/** The codes of a draw to a wave, from a number on; written down in the audit. */
export async function readInvitations(
  client: Client,
  waveId: string,
  batchId: string,
  { from = 1, count }: { from?: number; count?: number } = {},
): Promise<Invitation[]> {
  const { data, error } = await client.rpc('export_invitations', {
    p_batch_id: batchId,
    p_from: from,
    ...(count && { p_count: count }),
  });
  if (error) throw refusalOf(error);
  const { wave_id, invitations } = data as unknown as {
    wave_id: string;
    invitations: Invitation[];
  };
  if (wave_id !== waveId) throw refusalOf({ hint: 'batch_unknown' });
  return invitations;
}

/** How a wave stands. */
export interface WaveProgress {
  days: { day: string; mode: Enums<'survey_mode'>; answers: number }[];
  strata: Answered[];
  issued: Record<Enums<'survey_mode'>, number>;
  batches: { id: string; drawn_at: string; strata: Draw[]; invitations: number; used: number }[];
}

/** How a wave stands: answers by day, mode and stratum, and what was drawn. */
export async function readProgress(client: Client, waveId: string): Promise<WaveProgress> {
  const { data, error } = await client.rpc('get_wave_progress', { p_wave_id: waveId });
  if (error) throw refusalOf(error);
  return data as unknown as WaveProgress;
}
