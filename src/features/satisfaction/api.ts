import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import { emptyTally } from './estimate/validity';

/** The waves with their tallies, newest first. Readable by everyone. */
export async function readSatisfaction(client: Client) {
  const [waves, tallies] = await Promise.all([
    client
      .from('survey_waves')
      .select('id, title_zh, title_en, series, opens_on, closes_on, is_demo')
      .order('opens_on', { ascending: false }),
    client.rpc('get_satisfaction_tallies'),
  ]);
  if (waves.error) throw refusalOf(waves.error);
  if (tallies.error) throw refusalOf(tallies.error);
  return waves.data.map((wave) => {
    const tally = emptyTally();
    for (const row of tallies.data) {
      if (row.wave_id === wave.id) tally[row.choice] = row.answers;
    }
    return { ...wave, tally };
  });
}
export type WaveTally = Awaited<ReturnType<typeof readSatisfaction>>[number];
