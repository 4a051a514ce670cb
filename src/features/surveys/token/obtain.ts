import { PUBLIC_SURVEY_KEYS } from 'astro:env/client';
import type { Enums } from '../../../lib/database.types';
import { Refusal } from '../../../lib/errors';
import { blindToken, importPinnedKey, unblindSignature } from './blind';
import { alone, type Kept, keep, readKept } from './device';
import { post } from './post';

/** A wave that is open today, and the public key of its tokens. */
export interface OpenKey {
  wave_id: string;
  series: Enums<'survey_series'>;
  key_id: string;
  spki: string;
}

const pins = PUBLIC_SURVEY_KEYS.split(',');

/** The waves that are open today, as the site lists them. */
export async function readOpenKeys(): Promise<OpenKey[]> {
  const response = await fetch('/survey/keys.json').catch(() => undefined);
  if (!response?.ok) throw new Refusal({ code: 'offline', values: {} });
  return (await response.json()) as OpenKey[];
}

async function begin(owner: string, waveId: string): Promise<Kept> {
  const wave = (await readOpenKeys()).find(({ wave_id }) => wave_id === waveId);
  if (!wave) throw new Refusal({ code: 'wave_unknown', values: {} });
  const key = await importPinnedKey(wave.spki, pins);
  const { key_id, spki } = wave;
  const kept: Kept = { step: 'asked', key: key_id, spki, token: await blindToken(key) };
  // Before it is sent: whatever happens to the answer, the same is asked for again.
  await keep(owner, waveId, kept);
  return kept;
}

/** An invitation that is redeemed, and how the answer is taken; without one, the session asks. */
export interface ByInvitation {
  invitation?: string;
  mode?: Enums<'survey_mode'>;
}

/** Under whose name this device keeps what belongs to an invitation. */
export const ownerOf = (code: string): string => `invitation:${code}`;

/**
 * Has a token of a wave signed for somebody, unless this device has been through that: what it keeps of it
 * afterwards. What the token is goes into no request.
 */
export const obtainToken = (owner: string, waveId: string, by: ByInvitation = {}): Promise<Kept> =>
  alone(async () => {
    const kept = (await readKept(owner, waveId)) ?? (await begin(owner, waveId));
    if (kept.step !== 'asked') return kept;
    const { key, spki, token } = kept;
    const body = JSON.stringify({ wave: waveId, blinded: token.blinded, ...by });
    const { signature } = (await post('/survey/token', body)) as { signature: string | null };
    const next: Kept = signature
      ? {
          step: 'ready',
          key,
          prepared: token.prepared,
          signature: await unblindSignature(await importPinnedKey(spki, pins), token, signature),
        }
      : { step: 'elsewhere' };
    await keep(owner, waveId, next);
    return next;
  });
