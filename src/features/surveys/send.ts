import type { Json } from '../../lib/database.types';
import { refusalOf } from '../../lib/errors';
import { browserClient } from '../../lib/supabase/browser';
import type { Answers } from './questionnaire/schema';
import type { Strata } from './strata';

/** Sends a person's one answer to a wave. */
export async function sendAnswer(waveId: string, answers: Answers, strata: Strata): Promise<void> {
  const client = await browserClient();
  const { error } = await client.rpc('submit_survey_answer', {
    p_wave_id: waveId,
    p_answers: answers,
    p_strata: strata as Json,
  });
  if (error) throw refusalOf(error);
}

/** Fetches what sending needs, so that a sheet written without a network can go off once there is one. */
export const prepareToSend = (): void => {
  // Without it now, sending asks for it again.
  browserClient().catch(() => {});
};
