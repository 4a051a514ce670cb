import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { Questionnaire } from './questionnaire/schema';

/** The open wave of a day (YYYY-MM-DD in Shanghai), if there is one, and what it asks. */
export async function readOpenWave(client: Client, day: string) {
  const waves = await client
    .from('survey_waves')
    .select(
      `id, title_zh, title_en, opens_on, closes_on, is_demo, questionnaire_id, questionnaire_version,
      form_number, form_maker, approval_number, form_expires_on`,
    )
    .eq('series', 'open')
    .lte('opens_on', day)
    .gte('closes_on', day)
    .order('opens_on', { ascending: false })
    .limit(1);
  if (waves.error) throw refusalOf(waves.error);
  const wave = waves.data[0];
  if (!wave) return undefined;
  const version = await client
    .from('questionnaire_versions')
    .select('content')
    .eq('questionnaire_id', wave.questionnaire_id)
    .eq('version', wave.questionnaire_version)
    .single();
  if (version.error) throw refusalOf(version.error);
  return { ...wave, questionnaire: version.data.content as unknown as Questionnaire };
}
export type OpenWave = NonNullable<Awaited<ReturnType<typeof readOpenWave>>>;
