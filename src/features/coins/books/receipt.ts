// A receipt as a file: everything that is needed to follow a transfer to the root and the seal of its day. Read by
// hand: a library of schemas would be a third of all that the page of verification loads.
import { type Sums, sumNames } from './leaf';
import { bytesOf } from './merkle';

/** The name and number of the form, so that a later one is not mistaken for it. */
export const receiptFormat = 'yiwu-receipt-1';

export interface Receipt {
  format: typeof receiptFormat;
  /** The day in Asia/Shanghai (YYYY-MM-DD). */
  day: string;
  /** The transfer as it stands in the published list of its day. */
  leaf: string;
  /** Its place in that list (from 0), which has so many leaves. */
  index: number;
  size: number;
  /** The hashes (hex) that lead from the leaf to the root, from below. */
  path: string[];
  root: string;
  /** What was published beside the root: the sums of the day and what was held when it ended, in coins. */
  sums: Sums & { held: number };
  /** The seal of the day before; null on the first day of the books. */
  seal_before: string | null;
  seal: string;
}

const isHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
/** Lapsed coins may be fewer than those a correction gave back. */
const isSum = (value: unknown): value is number => Number.isSafeInteger(value);

/** No tree is higher. */
const longestPath = 40;

function isReceipt(value: Partial<Receipt> | null): value is Receipt {
  if (value?.format !== receiptFormat) return false;
  const { day, leaf, index, size, path, root, sums, seal_before, seal } = value;
  return (
    typeof day === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    typeof leaf === 'string' &&
    leaf.length <= 200 &&
    isCount(index) &&
    isCount(size) &&
    Array.isArray(path) &&
    path.length <= longestPath &&
    path.every(isHash) &&
    isHash(root) &&
    typeof sums === 'object' &&
    sums !== null &&
    isCount(sums.transfers) &&
    [...sumNames, 'held' as const].every((name) => isSum(sums[name])) &&
    (seal_before === null || isHash(seal_before)) &&
    isHash(seal)
  );
}

/** Reads a receipt from the text of a file; undefined when it is none. */
export function parseReceipt(text: string): Receipt | undefined {
  try {
    const value = JSON.parse(text);
    return isReceipt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A receipt as the text of its file, which people can read as well. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 2)}\n`;

/** A receipt as the part of an address after #, which is never sent to a server. */
export function receiptFragment(receipt: Receipt): string {
  const bytes = String.fromCharCode(...bytesOf(JSON.stringify(receipt)));
  return `#receipt=${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The text of the receipt in the part of an address after #; undefined when there is none. */
export function textOfFragment(fragment: string): string | undefined {
  const [, encoded] = /^#receipt=([\w-]+)$/.exec(fragment) ?? [];
  if (!encoded) return undefined;
  try {
    const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
