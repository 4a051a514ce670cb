// `npm start`: the whole stack on this machine, until Ctrl-C.
import { apiUrl, mailUrl, readConfig, StackError, siteUrl } from './config.ts';
import { demoAccounts } from './demo.ts';
import { startStack } from './stack.ts';

const demo = process.argv.includes('--demo');

try {
  const config = readConfig();
  console.log('Starting 两山义行 · Green Yiwu. The first start takes about a minute.');
  const stack = await startStack(config, { demo, say: (part) => console.log(`  ${part} …`) });
  const rows = [
    ['Site', siteUrl(config)],
    ['API', apiUrl(config)],
    ['Mailbox', mailUrl(config)],
    ['Data', config.dataDir],
  ];
  if (demo) {
    rows.push(['Accounts', `password ${stack.secrets.demoPassword}`]);
    for (const { role, email } of demoAccounts) rows.push(['', `${email}  ${role}`]);
  }
  console.log(`\n${rows.map(([name = '', text]) => `  ${name.padEnd(10)}${text}`).join('\n')}\n`);
  console.log('  Ctrl-C stops everything.\n');

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping …');
    await stack.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof StackError ? `\n${error.message}\n` : error);
  process.exit(1);
}
