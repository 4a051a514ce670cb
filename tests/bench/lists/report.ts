import { printTable } from '../figures.ts';
import type { measureLists } from './index.ts';

type Lists = Awaited<ReturnType<typeof measureLists>>;

/** Milliseconds within which nineteen of twenty pages of a list have to be there. */
const limit = 300;

export function printLists({ sizes, requests, targets }: Lists): void {
  printTable(
    `Lists of the console and the site, milliseconds of ${requests} requests one after the other, over ${Object.entries(
      sizes,
    )
      .map(([name, size]) => `${size.toLocaleString('en')} ${name}`)
      .join(', ')}; the limit of p95 is ${limit}`,
    ['page', 'as', 'median', 'p95'],
    targets.map(({ path, who, median, p95 }) => [decodeURIComponent(path), who, median, p95]),
  );
}

/** Each list that is too slow, as a sentence. */
export const listFailures = ({ targets }: Lists): string[] =>
  targets
    .filter(({ p95 }) => p95 > limit)
    .map(({ path, p95 }) => `${decodeURIComponent(path)}: p95 is ${p95} ms, over ${limit}.`);
