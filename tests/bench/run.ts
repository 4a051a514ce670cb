// `npm run bench`: estimates a wave, builds the site with many articles, weighs the pages, then loads the server, answers a survey and loads the ledger, on a stack of its own,
// and at last the size of the city, on a server of its own.
// Settings: settings.ts. Results: the tables printed and, after a full run, results.json.
import { writeFileSync } from 'node:fs';
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

/** Measures one part, unless it was not asked for, and prints it before the next begins. */
async function part<Result>(
  name: Part,
  measure: () => Result | Promise<Result>,
  print: (result: Result) => void,
): Promise<Result | undefined> {
  if (!chosenParts.includes(name)) return undefined;
  console.log(`\nMeasuring: ${name} …`);
  const result = await measure();
  print(result);
  return result;
}

/** What is measured on a whole stack, with its site. */
async function measureOnStack(stack: Stack) {
  // The ledger last: its fifty thousand residents weigh on nothing else.
  const pages = await part('pages', () => measurePages(stack), printPages);
  const lighthouse = await part('lighthouse', () => measureLighthouse(stack), printLighthouse);
  const server = await part('server', () => measureServer(stack), printServer);
  const lists = await part('lists', () => measureLists(stack), printLists);
  const answers = await part('answers', () => measureAnswers(stack), printAnswers);
  const ledger = await part('ledger', () => measureLedger(stack), printLedger);
  const failures = [
    ...(pages ? pageFailures(pages) : []),
    ...(lighthouse ? lighthouseFailures(lighthouse) : []),
    ...(server ? serverFailures(server) : []),
    ...(lists ? listFailures(lists) : []),
    ...(answers ? answerFailures(answers) : []),
    ...(ledger ? ledgerFailures(ledger) : []),
  ];
  return { results: { pages, lighthouse, server, lists, answers, ledger }, failures };
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
  const machine = describeMachine();
  for (const [name, value] of Object.entries(machine)) console.log(`  ${name}: ${value}`);
  const failures: string[] = [];
  const estimate = await part('estimate', measureEstimate, printEstimate);
  if (estimate) failures.push(...estimateFailures(estimate));
  const growth = await part('growth', measureGrowth, printGrowth);
  if (growth) failures.push(...growthFailures(growth));
  let onStack = {};
  if (chosenParts.some((name) => !['estimate', 'growth', 'scale'].includes(name))) {
    console.log('\nStarting a stack for the bench.');
    stack = await startBenchStack();
    const measured = await measureOnStack(stack);
    onStack = measured.results;
    failures.push(...measured.failures);
    // What follows has a server of its own, and the machine to itself.
    await stop();
  }
  const scale = await part('scale', measureScale, printScale);
  if (scale) failures.push(...scaleFailures(scale));
  if (chosenParts.length === parts.length) {
    const file = join(import.meta.dirname, 'results.json');
    writeFileSync(
      file,
      `${JSON.stringify({ machine, estimate, growth, ...onStack, scale, failures }, null, 2)}\n`,
    );
    console.log(`\nWritten to ${file}.`);
  }
  for (const failure of failures) console.error(`\n${failure}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof StackError ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();
