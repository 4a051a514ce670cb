// Tokens as a browser ends up with them, made in one go: with the private key, signing a prepared token gives
// the very signature that blinding, signing and unblinding it would give.
import { constants, type KeyObject, randomBytes, sign } from 'node:crypto';

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
