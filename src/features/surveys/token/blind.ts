import { Refusal } from '../../../lib/errors';
import { fromHex, toHex } from './hex';

/** A token whose signature has been asked for; everything in hexadecimal. */
export interface BlindedToken {
  /** 32 random bytes before 32 others, as RFC 9474 prepares a token. */
  prepared: string;
  /** What takes the blinding off. */
  inverse: string;
  /** What the server sees and signs. */
  blinded: string;
}

/** The library arrives when a token is asked for, not before. */
async function suite() {
  const { RSABSSA } = await import('@cloudflare/blindrsa-ts');
  return RSABSSA.SHA384.PSS.Randomized();
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** The fingerprint by which a token is counted and published. */
export const receiptOf = (prepared: string): Promise<string> => sha256(fromHex(prepared));

/**
 * A public key as the site hands it out, if its fingerprint came with the site; another is refused
 * (`survey_key_unknown`), because a key for one person alone would mark their answer.
 */
export async function importPinnedKey(spki: string, pins: string[]): Promise<CryptoKey> {
  const bytes = fromHex(spki);
  if (!pins.includes(await sha256(bytes))) {
    throw new Refusal({ code: 'survey_key_unknown', values: {} });
  }
  return crypto.subtle.importKey('spki', bytes, { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ]);
}

/** Makes a random token and blinds it. */
export async function blindToken(key: CryptoKey): Promise<BlindedToken> {
  const method = await suite();
  const prepared = method.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await method.blind(key, prepared);
  return { prepared: toHex(prepared), inverse: toHex(inv), blinded: toHex(blindedMsg) };
}

/** Takes the blinding off a signature; refuses one that the key did not make (`token_invalid`). */
export async function unblindSignature(
  key: CryptoKey,
  { prepared, inverse }: BlindedToken,
  signature: string,
): Promise<string> {
  const method = await suite();
  try {
    return toHex(
      await method.finalize(key, fromHex(prepared), fromHex(signature), fromHex(inverse)),
    );
  } catch {
    throw new Refusal({ code: 'token_invalid', values: {} });
  }
}
