import { cut, printTable } from '../figures.ts';
import type { measureLedger } from './index.ts';

type Ledger = Awaited<ReturnType<typeof measureLedger>>;

type Measured = Extract<Ledger, { measured: true }>;

/** The bars, each a ratio of two figures of one run. */
function barsOf({ results }: Measured) {
  const find = (name: string, clients: number) =>
    results.find((one) => one.name === name && one.clients === clients);
  const posting = (clients: number) => find('ledger.post_transfer', clients);
  const beside = (one?: { perSecond: number }, other?: { perSecond: number }) =>
    cut((one?.perSecond ?? Number.NaN) / (other?.perSecond ?? Number.NaN), 3);
  const yardstick = find('pgbench -N', 16);
  return [
    { name: 'post_transfer beside pgbench -N', ratio: beside(posting(16), yardstick), bar: 1 },
    {
      name: 'log_green_action beside pgbench -N',
      ratio: beside(find('log_green_action, signed in', 16), yardstick),
      bar: 0.5,
    },
    { name: 'post_transfer, 16 clients beside 4', ratio: beside(posting(16), posting(4)), bar: 1 },
    {
      name: 'post_transfer, commit_delay 1 ms beside none',
      ratio: beside(find('ledger.post_transfer, commit_delay 1 ms', 16), posting(16)),
      bar: 0.8,
    },
  ];
}

export function printLedger(ledger: Ledger): void {
  if (!ledger.measured) {
    console.log(`\n${ledger.reason}`);
    return;
  }
  printTable(
    `Postings, transactions a second, medians of ${ledger.rounds} runs of ${ledger.seconds} s, pgbench -M prepared`,
    ['design', 'round trips', 'clients', 'a second', 'mean ms', 'ratio to -N'],
    ledger.results.map(({ name, roundTrips, clients, perSecond, latency, ratio }) => [
      name,
      roundTrips,
      clients,
      perSecond,
      latency,
      ratio,
    ]),
  );
  printTable(
    'Beside each other, 16 clients unless said otherwise',
    ['', 'ratio', 'at least'],
    barsOf(ledger).map(({ name, ratio, bar }) => [name, ratio, bar]),
  );
  const { milliseconds, wallets, transfers, facts } = ledger.proof;
  console.log(
    `\n  ledger.verify(): ${transfers.toLocaleString('en')} transfers of ${wallets.toLocaleString('en')} wallets proved in ${milliseconds} ms`,
  );
  for (const { fact, holds, detail } of facts) {
    console.log(`  ${holds ? 'holds' : 'DOES NOT HOLD'}: ${fact} (${detail})`);
  }
}

/** Each bar that is missed and each fact of the books that does not hold, as a sentence. */
export const ledgerFailures = (ledger: Ledger): string[] =>
  ledger.measured
    ? [
        ...barsOf(ledger)
          .filter(({ ratio, bar }) => !(ratio >= bar))
          .map(({ name, ratio, bar }) => `${name}: ${ratio}, under ${bar}.`),
        ...ledger.proof.facts
          .filter(({ holds }) => !holds)
          .map(({ fact, detail }) => `The books: “${fact}” does not hold (${detail}).`),
      ]
    : [];
