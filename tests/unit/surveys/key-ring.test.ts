import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  destroyKey,
  makeKeys,
  publicHalf,
  readPrivateKey,
  readRing,
} from '../../../src/features/surveys/token/key-ring.ts';

let folder: string;
let dir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'green-yiwu-keys-'));
  dir = join(folder, 'ring');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a ring that was never made is empty', async () => {
  expect(await readRing(dir)).toEqual([]);
  expect(await readPrivateKey(dir, '0123456789abcdef')).toBeUndefined();
});

test('keys are files that their owner alone reads, named by their fingerprint', async () => {
  await makeKeys(dir, 2);
  await makeKeys(dir, 1);
  const ring = await readRing(dir);
  expect(ring).toHaveLength(3);
  expect(readdirSync(dir).sort()).toEqual(ring.map(({ id }) => `${id}.pem`));
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  for (const { id, spki, fingerprint } of ring) {
    expect(statSync(join(dir, `${id}.pem`)).mode & 0o777).toBe(0o600);
    expect(fingerprint).toBe(createHash('sha256').update(spki).digest('hex'));
    expect(id).toBe(fingerprint.slice(0, 16));
    const key = await readPrivateKey(dir, id);
    expect(key && publicHalf(key).fingerprint).toBe(fingerprint);
    expect(key?.asymmetricKeyDetails).toMatchObject({
      modulusLength: 2048,
      publicExponent: 65537n,
    });
  }
});

test('a destroyed key is gone, the others stay, and destroying it again is harmless', async () => {
  await makeKeys(dir, 2);
  const [first, second] = await readRing(dir);
  await destroyKey(dir, first?.id ?? '');
  await destroyKey(dir, first?.id ?? '');
  expect(await readRing(dir)).toEqual([second]);
});

test('no name leads out of the ring', async () => {
  await makeKeys(dir, 1);
  writeFileSync(join(folder, 'secret.pem'), 'secret');
  expect(await readPrivateKey(dir, '../secret')).toBeUndefined();
  await destroyKey(dir, '../secret');
  expect(readdirSync(folder)).toContain('secret.pem');
});
