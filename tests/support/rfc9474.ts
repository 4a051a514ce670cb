import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Vector {
  p: string;
  q: string;
  msg: string;
  msg_prefix: string;
  salt: string;
  inv: string;
  blinded_msg: string;
  blind_sig: string;
  sig: string;
}

/** The published example of RSABSSA-SHA384-PSS-Randomized, in hexadecimal. */
export const vector: Vector = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/rfc9474.json'), 'utf8'),
);

const numberOf = (hex: string) => BigInt(`0x${hex}`);

/** The inverse of a number by Euclid's algorithm. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [rest, next, factor, nextFactor] = [number, modulus, 1n, 0n];
  while (next > 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [factor, nextFactor] = [nextFactor, factor - times * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

const [p, q] = [numberOf(vector.p), numberOf(vector.q)];

/** The example's modulus; its key has 4096 bits. */
export const modulus: bigint = p * q;

/** What the example multiplied its token with, before the power. */
export const blinding: bigint = inverse(numberOf(vector.inv), modulus);

/** The example's private key. */
export const exampleKey: KeyObject = (() => {
  const d = inverse(65537n, (p - 1n) * (q - 1n));
  const text = (number: bigint) => {
    const hex = number.toString(16);
    return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString(
      'base64url',
    );
  };
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: text(modulus),
      e: 'AQAB',
      d: text(d),
      p: text(p),
      q: text(q),
      dp: text(d % (p - 1n)),
      dq: text(d % (q - 1n)),
      qi: text(inverse(q, p)),
    },
  });
})();
