// Merkle trees as RFC 6962 words them: recursive, from the top, split at the largest power of two. Written
// from the text of the RFC, apart from what it checks.
import { createHash } from 'node:crypto';

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** MTH({}) = SHA-256(); MTH({d}) = SHA-256(0x00 || d); MTH(D) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])). */
export function treeHash(leaves: string[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return sha256(Uint8Array.of(0), Buffer.from(only, 'utf8'));
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Uint8Array.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

/** PATH(m, D[n]) of RFC 6962, in hex. */
export function auditPath(m: number, leaves: string[]): string[] {
  if (leaves.length <= 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return m < k
    ? [...auditPath(m, leaves.slice(0, k)), treeHash(leaves.slice(k)).toString('hex')]
    : [...auditPath(m - k, leaves.slice(k)), treeHash(leaves.slice(0, k)).toString('hex')];
}
