// Tokens as a browser ends up with them, made in one go: with the private key, signing a prepared token gives
// the very signature that blinding, signing and unblinding it would give.
import { constants, type KeyObject, randomBytes, sign } from 'node:crypto';
import { newKey, publicHalf } from '../../src/features/surveys/token/key-ring.ts';
import { sql } from './database.ts';

/** A token and the signature over it, in hexadecimal. */
export interface Token {
  prepared: string;
  signature: string;
}

/** A fresh token, signed. */
export function newToken(key: KeyObject): Token {
  const prepared = randomBytes(64);
  const signature = sign('sha384', prepared, {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 48,
  });
  return { prepared: prepared.toString('hex'), signature: signature.toString('hex') };
}

/** Makes a key and has the database know it; with a wave, it is the wave's. */
export async function addKey(waveId?: string): Promise<{ id: string; key: KeyObject }> {
  const key = await newKey();
  const { id, spki } = publicHalf(key);
  await sql`select public.register_survey_keys(${[spki.toString('hex')]})`;
  if (waveId) await sql`update survey_private.keys set wave_id = ${waveId} where id = ${id}`;
  return { id, key };
}
