// `npm run bench`: estimates a wave, builds the site with many articles, weighs the pages, then loads the server, answers a survey and loads the ledger, on a stack of its own,
// and at last the size of the city, on a server of its own.
// Settings: settings.ts. Results: the tables printed and, of each part that ran in full, results.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from '../../supabase/local/config.ts';
import type { Stack } from '../../supabase/local/stack.ts';
import { measureAnswers } from './answers/index.ts';
import { answerFailures, printAnswers } from './answers/report.ts';
import { measureEstimate } from './estimate/index.ts';
import { estimateFailures, printEstimate } from './estimate/report.ts';
import { measureGrowth } from './growth/index.ts';
import { growthFailures, printGrowth } from './growth/report.ts';
import { measureLedger } from './ledger/index.ts';
import { ledgerFailures, printLedger } from './ledger/report.ts';
import { measureLighthouse } from './lighthouse/index.ts';
import { lighthouseFailures, printLighthouse } from './lighthouse/report.ts';
import { measureLists } from './lists/index.ts';
import { listFailures, printLists } from './lists/report.ts';
import { describeMachine } from './machine.ts';
import { measurePages } from './pages/index.ts';
import { pageFailures, printPages } from './pages/report.ts';
import { measureScale } from './scale/index.ts';
import { printScale, scaleFailures } from './scale/report.ts';
import { measureServer } from './server/index.ts';
import { printServer, serverFailures } from './server/report.ts';
import { chosenParts, type Part, parts } from './settings.ts';
import { startBenchStack } from './stack.ts';

const file = join(import.meta.dirname, 'results.json');
/** Only what was measured at its full size, and with all its pages, replaces what is known of a part. */
const isInFull = Object.keys(process.env).every(
  (name) => !name.startsWith('BENCH_') || name === 'BENCH_PARTS',
);

/** Puts a part beside the others, with the machine and the moment it was measured at. */
function keep(name: Part, measured: object): void {
  const known = JSON.parse(readFileSync(file, 'utf8'));
  const all = parts.map((one) => [one, one === name ? measured : known[one]]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  console.log(`\nWritten to ${file}.`);
}

/** Measures one part, unless it was not asked for, prints and keeps it, and says which bars it misses. */
async function part<Result>(
  name: Part,
  measure: () => Result | Promise<Result>,
  print: (result: Result) => void,
  failuresOf: (result: Result) => string[],
): Promise<void> {
  if (!chosenParts.includes(name)) return;
  console.log(`\nMeasuring: ${name} …`);
  const machine = describeMachine();
  const result = await measure();
  print(result);
  const failures = failuresOf(result);
  for (const failure of failures) console.error(`\n${failure}`);
  if (failures.length > 0) process.exitCode = 1;
  if (isInFull) keep(name, { machine, result, failures });
}

/** What is measured on a whole stack, with its site. */
async function measureOnStack(stack: Stack) {
  // The ledger last: its fifty thousand residents weigh on nothing else.
  await part('pages', () => measurePages(stack), printPages, pageFailures);
  await part('lighthouse', () => measureLighthouse(stack), printLighthouse, lighthouseFailures);
  await part('server', () => measureServer(stack), printServer, serverFailures);
  await part('lists', () => measureLists(stack), printLists, listFailures);
  await part('answers', () => measureAnswers(stack), printAnswers, answerFailures);
  await part('ledger', () => measureLedger(stack), printLedger, ledgerFailures);
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

try {
  for (const [name, value] of Object.entries(describeMachine())) console.log(`  ${name}: ${value}`);
  await part('estimate', measureEstimate, printEstimate, estimateFailures);
  await part('growth', measureGrowth, printGrowth, growthFailures);
  if (chosenParts.some((name) => !['estimate', 'growth', 'scale'].includes(name))) {
    console.log('\nStarting a stack for the bench.');
    stack = await startBenchStack();
    await measureOnStack(stack);
    // What follows has a server of its own, and the machine to itself.
    await stop();
  }
  await part('scale', measureScale, printScale, scaleFailures);
} catch (error) {
  console.error(error instanceof StackError ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();
