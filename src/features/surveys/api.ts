import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { SurveyResponses } from './schema';

/** The open wave of a day (YYYY-MM-DD in Shanghai), if there is one, and its questions in order. */
export async function readOpenWave(client: Client, day: string) {
  const [waves, questions] = await Promise.all([
    client
      .from('survey_waves')
      .select('id, title_zh, title_en, closes_on, is_demo')
      .eq('series', 'open')
      .lte('opens_on', day)
      .gte('closes_on', day)
      .order('opens_on', { ascending: false })
      .limit(1),
    client.from('survey_questions').select('part, text_zh, text_en').order('position'),
  ]);
  if (waves.error) throw refusalOf(waves.error);
  if (questions.error) throw refusalOf(questions.error);
  const wave = waves.data[0];
  return wave && { ...wave, questions: questions.data };
}

/** Whether the caller has answered a wave. */
export async function hasAnswered(client: Client, waveId: string): Promise<boolean> {
  const { data, error } = await client.rpc('has_answered_survey', { p_wave_id: waveId });
  if (error) throw refusalOf(error);
  return data;
}

/** Sends the caller's one answer to a wave. */
export async function submitAnswer(
  client: Client,
  waveId: string,
  responses: SurveyResponses,
): Promise<void> {
  const { error } = await client.rpc('submit_survey_answer', {
    p_wave_id: waveId,
    p_responses: responses,
  });
  if (error) throw refusalOf(error);
}
