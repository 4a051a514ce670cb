import { type KeyObject, randomBytes } from 'node:crypto';
import type { Constants, Enums } from '../../src/lib/database.types.ts';
import { type SignedIn, visitor } from './actors.ts';
import { newToken, type Token } from './signed-token.ts';
import { newWave } from './things.ts';
import { addKey } from './tokens.ts';

export type Choice = Enums<'satisfaction_choice'>;
type Part = (typeof Constants)['public']['Enums']['survey_part'][number];

/** A complete answer; what a test does not name is “satisfied”. */
export const responses = (named: Partial<Record<Part, Choice>> = {}) => ({
  gain: 'satisfied',
  satisfaction: 'satisfied',
  awareness: 'satisfied',
  participation: 'satisfied',
  confidence: 'satisfied',
  ...named,
});

/** A wave that can be answered: with its key, which no browser ever holds. */
export interface OpenWave {
  id: string;
  keyId: string;
  key: KeyObject;
}

/** A wave with a key of its own. */
export async function newOpenWave(options: Parameters<typeof newWave>[0] = {}): Promise<OpenWave> {
  const id = await newWave(options);
  const { id: keyId, key } = await addKey(id);
  return { id, keyId, key };
}

/** Uses up somebody's token of a wave for something blinded. */
export const issue = (
  resident: SignedIn,
  waveId: string | null,
  blindedSha256: string | null = randomBytes(32).toString('hex'),
) =>
  resident.api.rpc('issue_token', {
    p_wave_id: waveId,
    p_blinded_sha256: blindedSha256,
  } as never);

/** What an answer to a wave is sent as, with a fresh token unless one is named; it may be nonsense. */
export const sheetOf = (
  { keyId, key }: OpenWave,
  {
    token = newToken(key),
    mode = 'web',
    strata = {},
    answers = responses(),
  }: { token?: Token; mode?: string; strata?: unknown; answers?: unknown } = {},
) => ({
  p_key_id: keyId,
  p_prepared: token.prepared,
  p_signature: token.signature,
  p_mode: mode,
  p_strata: strata,
  p_answers: answers,
});

/** Submits an answer through the API, as nobody. */
export const submit = (wave: OpenWave, what: Parameters<typeof sheetOf>[1] = {}) =>
  visitor().rpc('submit_answer', sheetOf(wave, what) as never);
