// `npm start`: the whole stack on this machine, until Ctrl-C.
import { apiUrl, mailUrl, readConfig, StackError, siteUrl } from './config.ts';
import { demoAccounts } from './demo.ts';
import { type Stack, startStack } from './stack.ts';

const demo = process.argv.includes('--demo');

// Listened for from the first moment: a Ctrl-C during the start ends it as soon as it can be ended.
const asked = Promise.withResolvers<void>();
process.on('SIGINT', asked.resolve);
process.on('SIGTERM', asked.resolve);

/** Where everything is, and who may sign in. */
function announce({ config, secrets }: Stack): void {
  const rows = [
    ['Site', siteUrl(config)],
    ['API', apiUrl(config)],
    ['Mailbox', mailUrl(config)],
    ['Data', config.dataDir],
  ];
  if (demo) {
    rows.push(['Accounts', `password ${secrets.demoPassword}`]);
    for (const { role, email } of demoAccounts) rows.push(['', `${email}  ${role}`]);
  }
  console.log(`\n${rows.map(([name = '', text]) => `  ${name.padEnd(10)}${text}`).join('\n')}\n`);
  console.log('  Ctrl-C stops everything.\n');
}

try {
  const config = readConfig();
  console.log('Starting 两山义行 · Green Yiwu. The first start takes about a minute.');
  const stack = await startStack(config, {
    demo,
    history: demo,
    say: (part) => console.log(`  ${part} …`),
  });
  announce(stack);
  await asked.promise;
  console.log('\nStopping …');
  await stack.stop();
  process.exit(0);
} catch (error) {
  console.error(error instanceof StackError ? `\n${error.message}\n` : error);
  process.exit(1);
}
