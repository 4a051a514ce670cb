import { type Leaf, parseLeaf, sumNames } from './leaf';
import { bytesOf, fromHex, hashLeaf, rootOfPath, toHex } from './merkle';
import type { Receipt } from './receipt';
import { type ClosedDay, sealOf } from './seal';

/** What is checked of a receipt, in this order: the first two and the seal need no network. */
export const receiptSteps = ['leaf', 'path', 'seal', 'published'] as const;
export type ReceiptStep = (typeof receiptSteps)[number];

/** How far a receipt holds by itself. */
export interface Checked {
  /** The transfer it is about; undefined when the leaf cannot be read. */
  leaf: Leaf | undefined;
  /** The first step that failed; undefined when all did hold. */
  failed: ReceiptStep | undefined;
}

/** The published day as the receipt has it. */
export const dayOfReceipt = ({ day, sums, root, seal }: Receipt): ClosedDay => ({
  day,
  ...sums,
  root,
  seal,
});

/**
 * Checks a receipt without network: its leaf is of its day, the path leads from it to the root, and the seal is
 * the one of these sums and this root after the seal of the day before.
 */
export async function checkReceipt(receipt: Receipt): Promise<Checked> {
  const leaf = parseLeaf(receipt.leaf);
  const { index, size, day } = receipt;
  if (!leaf || leaf.day !== day || index >= size || size !== receipt.sums.transfers) {
    return { leaf, failed: 'leaf' };
  }
  const root = await rootOfPath(
    await hashLeaf(bytesOf(receipt.leaf)),
    index,
    size,
    receipt.path.map(fromHex),
  );
  if (!root || toHex(root) !== receipt.root) return { leaf, failed: 'path' };
  const seal = await sealOf(dayOfReceipt(receipt), receipt.seal_before);
  return { leaf, failed: seal === receipt.seal ? undefined : 'seal' };
}

/** Whether two records of a day say the same, in all that is published. */
export const isSameDay = (one: ClosedDay, other: ClosedDay): boolean =>
  [...sumNames, 'day', 'held', 'root', 'seal'].every(
    (name) => one[name as keyof ClosedDay] === other[name as keyof ClosedDay],
  );
