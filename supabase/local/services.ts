// The API and the mailbox, in a process of their own: their chatter goes to a log file, and the
// database and the site are not held up by them. Started by stack.ts.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createApi } from './api.ts';
import { type StackConfig, siteUrl, smtpPort } from './config.ts';
import { startMailbox } from './mailbox.ts';
import { connect, migrate, preparePlatform, seed } from './migrate.ts';
import { loadSecrets } from './secrets.ts';

const { config, databaseUrl, demo } = JSON.parse(process.env.STACK ?? '{}') as {
  config: StackConfig;
  databaseUrl: string;
  demo: boolean;
};

try {
  const api = await createApi({
    databaseUrl,
    port: config.apiPort,
    siteUrl: siteUrl(config),
    smtpPort: smtpPort(config),
    dataDir: config.dataDir,
    secrets: loadSecrets(config.dataDir),
  });
  await api.prepare();
  const sql = connect(databaseUrl);
  await preparePlatform(sql);
  await migrate(sql);
  await seed(sql, { demo });
  await sql.end();
  await startMailbox({
    webPort: config.mailPort,
    smtpPort: smtpPort(config),
    folder: join(config.dataDir, 'mail'),
  });
  await api.listen();
  process.send?.({ ready: true });
  process.once('SIGTERM', async () => {
    // The mailbox has put every mail into its folder; it would wait half a minute for idle senders.
    await Promise.race([api.stop().catch(() => {}), setTimeout(3_000)]);
    process.exit(0);
  });
  // Ctrl-C reaches every process of the terminal; the stack decides when this one ends.
  process.on('SIGINT', () => {});
  // Whoever started this is gone: what is under way is rolled back by the database.
  process.once('disconnect', () => process.exit(0));
} catch (error) {
  console.error(error);
  process.send?.({ failed: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
}
