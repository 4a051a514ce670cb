import { addUp, noSums, parseLeaf, type SumName, type Sums, sumNames } from './leaf';
import { bytesOf, GrowingTree, hashLeaf, toHex } from './merkle';
import type { ClosedDay } from './seal';

/** What is checked of a whole day: every leaf, its order, the sums, the root, and the receipt among them. */
export type DayFact = 'leaf' | 'order' | 'sums' | 'root' | 'receipt';

export interface DayResult {
  /** The first fact that does not hold; undefined when all do. */
  failed: DayFact | undefined;
  /** What the leaves add up to. */
  sums: Sums;
  /** The sums that differ from those published. */
  differ: SumName[];
  /** The root over the leaves, in hex. */
  root: string;
}

export interface DayCheck {
  /** The day as it is published. */
  day: ClosedDay;
  /** Gives a page of leaves (from 0) and how many pages there are. */
  readPage: (page: number) => Promise<{ pages: number; leaves: string[] }>;
  /** Told after each page how many leaves have been counted. */
  onProgress: (leaves: number) => void;
  /** Ends the check, which then throws the signal's reason. */
  signal: AbortSignal;
  /** A leaf that must be among them, at a place. */
  receipt?: { leaf: string; index: number } | undefined;
}

/**
 * Builds the tree of a day from all of its leaves and adds them up. A day of a million transfers keeps no more
 * than a page of them at a time.
 */
export async function checkDay(check: DayCheck): Promise<DayResult> {
  const { day, readPage, onProgress, signal, receipt } = check;
  const tree = new GrowingTree();
  const sums = noSums();
  let failed: DayFact | undefined;
  let last = '';
  let isThere = false;
  for (let page = 0, pages = 1; page < pages && day.transfers > 0; page += 1) {
    signal.throwIfAborted();
    const read = await readPage(page);
    pages = read.pages;
    for (const text of read.leaves) {
      const leaf = parseLeaf(text);
      if (!leaf || leaf.day !== day.day) failed ??= 'leaf';
      else {
        // Sorted and each once, so that nothing can be counted twice.
        if (leaf.receipt <= last) failed ??= 'order';
        last = leaf.receipt;
        addUp(sums, leaf);
      }
      if (receipt?.leaf === text && receipt.index === tree.size) isThere = true;
      await tree.add(await hashLeaf(bytesOf(text)));
    }
    onProgress(tree.size);
  }
  signal.throwIfAborted();
  const root = toHex(await tree.root());
  const differ = sumNames.filter((name) => sums[name] !== day[name]);
  if (differ.length > 0) failed ??= 'sums';
  if (root !== day.root) failed ??= 'root';
  if (receipt && !isThere) failed ??= 'receipt';
  return { failed, sums, differ, root };
}
