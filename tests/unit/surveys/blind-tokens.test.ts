// Blind signatures after RFC 9474, from both sides of the line: the browser's and the server's.
import { createHash, createPublicKey } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  blindToken,
  importPinnedKey,
  receiptOf,
  unblindSignature,
} from '../../../src/features/surveys/token/blind.ts';
import { fromHex, toHex } from '../../../src/features/surveys/token/hex.ts';
import { newKey, publicHalf, type RingKey } from '../../../src/features/surveys/token/key-ring.ts';
import { signBlinded } from '../../../src/features/surveys/token/sign.ts';
import { blinding, exampleKey, vector } from '../../support/rfc9474.ts';

const refusal = (code: string) => expect.objectContaining({ problem: { code, values: {} } });

describe('the example of RFC 9474', () => {
  const method = RSABSSA.SHA384.PSS.Randomized();
  const prepared = vector.msg_prefix + vector.msg;
  let publicKey: CryptoKey;
  beforeAll(async () => {
    const spki = createPublicKey(exampleKey).export({ type: 'spki', format: 'der' });
    const rsa = { name: 'RSA-PSS', hash: 'SHA-384' };
    publicKey = await crypto.subtle.importKey('spki', new Uint8Array(spki), rsa, true, ['verify']);
  });

  test('is blinded by the browser’s library to what stands there, given the same chance', async () => {
    const draws = [vector.salt, blinding.toString(16).padStart(1024, '0')];
    const chance = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      (array as unknown as Uint8Array).set(fromHex(draws.shift() ?? ''));
      return array;
    });
    try {
      const { blindedMsg, inv } = await method.blind(publicKey, fromHex(prepared));
      expect(toHex(blindedMsg)).toBe(vector.blinded_msg);
      expect(toHex(inv)).toBe(vector.inv);
    } finally {
      chance.mockRestore();
    }
  });

  test('is signed by the server to what stands there', () => {
    expect(signBlinded(exampleKey, fromHex(vector.blinded_msg))?.toString('hex')).toBe(
      vector.blind_sig,
    );
  });

  test('is unblinded by the browser to what stands there', async () => {
    const token = { prepared, inverse: vector.inv, blinded: vector.blinded_msg };
    expect(await unblindSignature(publicKey, token, vector.blind_sig)).toBe(vector.sig);
  });
});

describe('a token', () => {
  let key: Awaited<ReturnType<typeof newKey>>;
  let ring: RingKey;
  let pinned: CryptoKey;
  beforeAll(async () => {
    key = await newKey();
    ring = publicHalf(key);
    pinned = await importPinnedKey(ring.spki.toString('hex'), ['0'.repeat(64), ring.fingerprint]);
  });

  const signed = (blinded: string) => signBlinded(key, fromHex(blinded))?.toString('hex') ?? '';

  test('goes unseen through the server and comes back with a signature that holds', async () => {
    const token = await blindToken(pinned);
    const signature = await unblindSignature(pinned, token, signed(token.blinded));
    expect(token.prepared).toMatch(/^[0-9a-f]{128}$/);
    const pss = { name: 'RSA-PSS', saltLength: 48 };
    expect(
      await crypto.subtle.verify(pss, pinned, fromHex(signature), fromHex(token.prepared)),
    ).toBe(true);
    expect(await receiptOf(token.prepared)).toBe(
      createHash('sha256').update(fromHex(token.prepared)).digest('hex'),
    );
  });

  test('is another one each time, and so is what the server sees of it', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => blindToken(pinned)));
    for (const part of ['prepared', 'blinded', 'inverse'] as const) {
      expect(new Set(tokens.map((token) => token[part])).size).toBe(20);
    }
  });

  test('is signed the same when it is asked for again', async () => {
    const { blinded } = await blindToken(pinned);
    expect(signed(blinded)).toBe(signed(blinded));
  });

  test('is refused by the browser when another key signed it, or its signature was touched', async () => {
    const token = await blindToken(pinned);
    const other = signBlinded(await newKey(), fromHex(`00${token.blinded.slice(2)}`));
    await expect(unblindSignature(pinned, token, other?.toString('hex') ?? '')).rejects.toEqual(
      refusal('token_invalid'),
    );
    const touched = fromHex(signed(token.blinded));
    touched[100] = (touched[100] ?? 0) ^ 1;
    await expect(unblindSignature(pinned, token, toHex(touched))).rejects.toEqual(
      refusal('token_invalid'),
    );
    await expect(unblindSignature(pinned, token, 'ab')).rejects.toEqual(refusal('token_invalid'));
  });

  test('is not signed when it is no number below the modulus', () => {
    expect(signBlinded(key, fromHex('ff'.repeat(256)))).toBeUndefined();
    expect(signBlinded(key, fromHex('ff'.repeat(257)))).toBeUndefined();
  });

  test('is made for no key that did not come with the site', async () => {
    const spki = ring.spki.toString('hex');
    const other = publicHalf(await newKey()).fingerprint;
    for (const pins of [[other], [], [ring.id]]) {
      await expect(importPinnedKey(spki, pins)).rejects.toEqual(refusal('survey_key_unknown'));
    }
  });
});
