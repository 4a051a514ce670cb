import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { Questionnaire } from './questionnaire/schema';

const columns = `id, title_zh, title_en, opens_on, closes_on, is_demo, questionnaire_id, questionnaire_version,
  form_number, form_maker, approval_number, form_expires_on`;

/** The announced waves of a day (YYYY-MM-DD in Shanghai). */
const wavesOn = (client: Client, day: string) =>
  client
    .from('survey_waves')
    .select(columns)
    .not('announced_at', 'is', null)
    .lte('opens_on', day)
    .gte('closes_on', day);

/** The one of them that opened last, if there is one, and what it asks. */
async function readAsked(client: Client, found: ReturnType<typeof wavesOn>) {
  const waves = await found.order('opens_on', { ascending: false }).limit(1);
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

/** The wave that whoever wishes answers on a day, if there is one, and what it asks. */
export const readOpenWave = (client: Client, day: string) =>
  readAsked(client, wavesOn(client, day).eq('series', 'open'));

/** A wave by invitation, if it is open on a day, and what it asks. */
export const readInvitedWave = (client: Client, id: string, day: string) =>
  readAsked(client, wavesOn(client, day).eq('series', 'sampled').eq('id', id));
export type OpenWave = NonNullable<Awaited<ReturnType<typeof readOpenWave>>>;
