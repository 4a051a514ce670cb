import { printTable } from '../figures.ts';
import type { measureLedger } from './index.ts';

type Ledger = Awaited<ReturnType<typeof measureLedger>>;

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
  const { milliseconds, wallets, transfers, facts } = ledger.proof;
  console.log(
    `\n  ledger.verify(): ${transfers.toLocaleString('en')} transfers of ${wallets.toLocaleString('en')} wallets proved in ${milliseconds} ms`,
  );
  for (const { fact, holds, detail } of facts) {
    console.log(`  ${holds ? 'holds' : 'DOES NOT HOLD'}: ${fact} (${detail})`);
  }
}

/** Each fact of the books that does not hold, as a sentence. */
export const ledgerFailures = (ledger: Ledger): string[] =>
  ledger.measured
    ? ledger.proof.facts
        .filter(({ holds }) => !holds)
        .map(({ fact, detail }) => `The books: “${fact}” does not hold (${detail}).`)
    : [];
