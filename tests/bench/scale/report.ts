import { printTable } from '../figures.ts';
import type { measureScale } from './index.ts';

type Scale = Awaited<ReturnType<typeof measureScale>>;

/** How many times as long the city's p95 may take as the small town's. */
const limit = 1.5;

export function printScale(scale: Scale): void {
  const { small, big } = scale.sizes;
  const words = ({ wallets, transfers }: typeof small) =>
    `${wallets.toLocaleString('en')} wallets with ${transfers.toLocaleString('en')} transfers`;
  printTable(
    `Milliseconds of ${scale.requests} calls on ${words(big)} beside ${words(small)}, in turns; the limit of the ratio is ${limit}`,
    ['call', 'small median', 'small p95', 'big median', 'big p95', 'ratio of p95'],
    scale.results.map(({ name, small: few, big: many, ratio }) => [
      name,
      few.median,
      few.p95,
      many.median,
      many.p95,
      ratio,
    ]),
  );
  const { filled, full, incremental, lapsing, afterLapsing } = scale;
  console.log(`
  filled in ${filled.filling} s, 365 days closed in ${filled.closing} s, ${filled.gigabytes} GB
  everything proved in ${full.seconds} s; what was new, with a twenty-eighth of the old, in ${incremental.seconds} s
  ${lapsing.wallets.toLocaleString('en')} wallets lapsed in ${lapsing.seconds} s in ${lapsing.batches} batches, stopped ${lapsing.stopped} times in between; proved in ${afterLapsing.seconds} s`);
}

/** What is slower than it may be, or does not hold, as sentences. */
export const scaleFailures = (scale: Scale): string[] => [
  ...scale.results
    .filter(({ ratio }) => ratio > limit)
    .map(({ name, ratio }) => `${name}: ${ratio} times as long as with few, over ${limit}.`),
  ...[scale.full, scale.incremental, scale.afterLapsing].flatMap(({ facts }) =>
    facts
      .filter(({ holds }) => !holds)
      .map(({ fact, detail }) => `The books of the city: “${fact}” does not hold (${detail}).`),
  ),
  ...(scale.lapsing.isEverybody
    ? []
    : [`Not everybody's coins lapsed once: ${scale.lapsing.wallets}.`]),
];
