import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
} from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The public half of a key of the ring, and the fingerprint that the built site knows it by. */
export interface RingKey {
  id: string;
  spki: Buffer;
  fingerprint: string;
}

const fileName = /^([0-9a-f]{16})\.pem$/;
const fileOf = (dir: string, id: string) => join(dir, `${id}.pem`);

/** The public half of a private key. */
export function publicHalf(key: KeyObject): RingKey {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(spki).digest('hex');
  return { id: fingerprint.slice(0, 16), spki, fingerprint };
}

/** A new key: RSA of 2048 bits with the exponent 65537, as RFC 9474 signs with. */
export async function newKey(): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey;
}

/** Adds so many keys to the ring, each a file that its owner alone reads. */
export async function makeKeys(dir: string, count: number): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (let made = 0; made < count; made += 1) {
    const key = await newKey();
    const pem = key.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(fileOf(dir, publicHalf(key).id), pem, { mode: 0o600, flag: 'wx' });
  }
}

/** The private key of this id, if the ring has it. */
export async function readPrivateKey(dir: string, id: string): Promise<KeyObject | undefined> {
  if (!fileName.test(`${id}.pem`)) return undefined;
  try {
    return createPrivateKey(await readFile(fileOf(dir, id)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The public halves of all keys of the ring, in the order of their ids; none where there is no ring. */
export async function readRing(dir: string): Promise<RingKey[]> {
  const files = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ring: RingKey[] = [];
  for (const file of files.sort()) {
    const id = fileName.exec(file)?.[1];
    const key = id ? await readPrivateKey(dir, id) : undefined;
    if (key) ring.push(publicHalf(key));
  }
  return ring;
}

/** Takes a private key out of the ring for good; harmless where it is gone. */
export async function destroyKey(dir: string, id: string): Promise<void> {
  if (fileName.test(`${id}.pem`)) await rm(fileOf(dir, id), { force: true });
}
