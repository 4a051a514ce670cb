// A day of the books made for tests, apart from what it checks: node's own hashes, trees from the words of RFC 6962.
import { createHash } from 'node:crypto';
import { type Receipt, receiptFormat } from '../../../../src/features/coins/books/receipt.ts';
import type { ClosedDay } from '../../../../src/features/coins/books/seal.ts';
import { auditPath, treeHash } from '../../../support/merkle.ts';

const uuid = (number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;

/** So many transfers of a day: awards of 3 coins, every fifth a redemption of 2. */
export const leavesOf = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) =>
    place % 5 === 4
      ? `${uuid(place)}|${day}|redeem|wallet|redemption|2|`
      : `${uuid(place)}|${day}|award|issuance|wallet|3|waste-sorting`,
  );

/** The seal as docs/books.md words it. */
export const sealed = (day: Omit<ClosedDay, 'seal'>, before: string | null): ClosedDay => {
  const { transfers, issued, taken_back, spent, refunded, expired } = day;
  const { adjusted_up, adjusted_down, held, root } = day;
  const line = [day.day, transfers, issued, taken_back, spent, refunded, expired, adjusted_up];
  const hash = createHash('sha256')
    .update(Uint8Array.of(2))
    .update(Buffer.from(before ?? '', 'hex'))
    .update([...line, adjusted_down, held, root].join('|'));
  return { ...day, seal: hash.digest('hex') };
};

/** The day as it is published, after one on which `heldBefore` coins were held. */
export function closedDay(
  day: string,
  leaves: string[],
  before: { held: number; seal: string | null } = { held: 0, seal: null },
): ClosedDay {
  const spent = leaves.filter((leaf) => leaf.includes('|redeem|')).length * 2;
  const issued = (leaves.length - spent / 2) * 3;
  return sealed(
    {
      ...{ day, transfers: leaves.length, issued, taken_back: 0, spent, refunded: 0, expired: 0 },
      ...{ adjusted_up: 0, adjusted_down: 0, held: before.held + issued - spent },
      root: treeHash(leaves).toString('hex'),
    },
    before.seal,
  );
}

/** The receipt of the transfer at a place. */
export function receiptOf(leaves: string[], index: number, closed: ClosedDay): Receipt {
  const { day, root, seal, ...sums } = closed;
  return {
    format: receiptFormat,
    ...{ day, leaf: leaves[index] ?? '', index, size: leaves.length },
    ...{ path: auditPath(index, leaves), root, sums, seal_before: null, seal },
  };
}
