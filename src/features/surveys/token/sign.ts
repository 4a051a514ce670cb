import { constants, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto';

const padding = constants.RSA_NO_PADDING;

/**
 * Signs a blinded token without seeing it (BlindSign of RFC 9474): its power of the private exponent, by OpenSSL,
 * which takes the same time for every key and token. Undefined for what is no number below the modulus.
 */
export function signBlinded(key: KeyObject, blinded: Uint8Array): Buffer | undefined {
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key, padding }, blinded);
  } catch {
    return undefined;
  }
  // A signature from a computer that miscounted would give the private key away (RFC 9474, section 4.3).
  if (!publicEncrypt({ key, padding }, signature).equals(blinded)) {
    throw new Error('A signature over a blinded token does not verify.');
  }
  return signature;
}
