import { join } from 'node:path';
import { makeKeys, readRing } from '../../src/features/surveys/token/key-ring.ts';
import type { StackConfig } from './config.ts';
import type { Sql } from './migrate.ts';

/** The folder of the private keys of surveys. */
export const keysDir = (config: StackConfig) => join(config.dataDir, 'survey-keys');

/** The fingerprints of the keys, as the build takes them; the first start makes a few. */
export async function loadPins(config: StackConfig): Promise<string> {
  const dir = keysDir(config);
  if ((await readRing(dir)).length === 0) await makeKeys(dir, 8);
  return (await readRing(dir)).map(({ fingerprint }) => fingerprint).join(',');
}

/** Gives the demo waves their keys, as announcing them would. */
export async function announceDemoWaves(config: StackConfig, sql: Sql): Promise<void> {
  const ring = await readRing(keysDir(config));
  await sql`select public.register_survey_keys(${ring.map(({ spki }) => spki.toString('hex'))})`;
  await sql`select survey_private.take_key(id) from public.survey_waves
    where is_demo and announced_at is not null and closed_at is null`;
}
