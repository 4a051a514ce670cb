// `npm run bench`: weighs the pages, then loads the server, then the ledger, on a stack of its own.
// Settings: settings.ts. Results: the tables printed and, after a full run, results.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from '../../supabase/local/config.ts';
import type { Stack } from '../../supabase/local/stack.ts';
import { measureLedger } from './ledger/index.ts';
import { ledgerFailures, printLedger } from './ledger/report.ts';
import { describeMachine } from './machine.ts';
import { measurePages } from './pages/index.ts';
import { pageFailures, printPages } from './pages/report.ts';
import { measureServer } from './server/index.ts';
import { printServer, serverFailures } from './server/report.ts';
import { chosenParts, type Part, parts } from './settings.ts';
import { startBenchStack } from './stack.ts';

/** Measures one part unless it was not asked for. */
async function part<Result>(
  name: Part,
  measure: () => Promise<Result>,
): Promise<Result | undefined> {
  if (!chosenParts.includes(name)) return undefined;
  console.log(`  measuring: ${name} …`);
  return measure();
}

async function measure(stack: Stack): Promise<string[]> {
  const machine = await describeMachine(stack.database.url);
  // The ledger last: its fifty thousand residents would weigh on nothing else.
  const pages = await part('pages', () => measurePages(stack));
  const server = await part('server', () => measureServer(stack));
  const ledger = await part('ledger', () => measureLedger(stack));
  console.log(
    `\n${Object.entries(machine)
      .map(([name, value]) => `  ${name}: ${value}`)
      .join('\n')}`,
  );
  if (pages) printPages(pages.pages);
  if (server) printServer(server);
  if (ledger) printLedger(ledger);
  const failures = [...pageFailures(pages?.pages ?? []), ...(ledger ? ledgerFailures(ledger) : [])];
  if (chosenParts.length === parts.length) {
    const results = { machine, pages, server, ledger, failures };
    const file = join(import.meta.dirname, 'results.json');
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
    console.log(`\nWritten to ${file}.`);
  }
  return failures;
}

let stack: Stack | undefined;
let stopping: Promise<void> | undefined;
const stop = () => {
  stopping ??= stack?.stop() ?? Promise.resolve();
  return stopping;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(1)));
}

console.log('Starting a stack for the bench.');
try {
  stack = await startBenchStack();
  const failures = await measure(stack);
  for (const failure of failures) console.error(`\n${failure}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof StackError ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();
