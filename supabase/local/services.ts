// The API and the mailbox, in a process of their own: their chatter goes to a log file, and the
// database and the site are not held up by them. Started by stack.ts.
import { join } from 'node:path';
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
  const mailbox = await startMailbox({
    webPort: config.mailPort,
    smtpPort: smtpPort(config),
    folder: join(config.dataDir, 'mail'),
  });
  await api.listen();
  process.send?.({ ready: true });
  const stop = async () => {
    await Promise.allSettled([api.stop(), mailbox.stop()]);
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  // Ctrl-C reaches every process of the terminal; the stack decides when this one ends.
  process.on('SIGINT', () => {});
  process.once('disconnect', stop);
} catch (error) {
  console.error(error);
  process.send?.({ failed: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
}
