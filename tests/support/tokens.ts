import type { KeyObject } from 'node:crypto';
import { newKey, publicHalf } from '../../src/features/surveys/token/key-ring.ts';
import { sql } from './database.ts';

/** Makes a key and has the database know it; with a wave, it is the wave's. */
export async function addKey(waveId?: string): Promise<{ id: string; key: KeyObject }> {
  const key = await newKey();
  const { id, spki } = publicHalf(key);
  await sql`select public.register_survey_keys(${[spki.toString('hex')]})`;
  if (waveId) await sql`update survey_private.keys set wave_id = ${waveId} where id = ${id}`;
  return { id, key };
}
