// The stack of the database tests: PostgreSQL and the API, without the site, on ports of their own,
// begun afresh each time. Vitest runs this once around the project "db" (see vitest.config.ts).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectDir, readConfig, type StackConfig } from '../../supabase/local/config.ts';
import { requireFreePorts } from '../../supabase/local/ports.ts';

/** What a test needs to reach the stack: `inject('stack')`. */
export interface TestStack {
  /** Connection address of the database, as the superuser. */
  databaseUrl: string;
  apiUrl: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  /** The page of the mailbox. */
  mailUrl: string;
  /** Where the mailbox takes letters. */
  smtpUrl: string;
}

/** What the process of the stack says, once. */
export type StackMessage = { ready: TestStack } | { failed: string };

declare module 'vitest' {
  export interface ProvidedContext {
    stack: TestStack;
  }
}

const defaults = {
  PORT: '4821',
  API_PORT: '25821',
  DB_PORT: '25822',
  MAIL_PORT: '25824',
  DATA_DIR: '.data-test-db',
};

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The data folder is emptied, so only one that is plainly a test's may be named. */
export function emptyDataDir({ dataDir }: StackConfig): void {
  if (!basename(dataDir).startsWith('.data-test')) {
    throw new Error(
      `DATA_DIR=${dataDir} would be emptied: unset it, or name a folder that begins with .data-test.`,
    );
  }
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts the stack and gives what the tests need, and the way to stop it. */
async function start(config: StackConfig) {
  // Before anything is deleted: a stack that still runs from this folder holds these ports.
  await requireFreePorts(config);
  emptyDataDir(config);
  const child = fork(join(import.meta.dirname, 'stack-process.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const [message] = (await Promise.race([
    once(child, 'message'),
    gone.then(([code]) => [{ failed: `Its process ended with ${code}.` }]),
  ])) as [StackMessage];
  if ('failed' in message) throw new Error(message.failed);
  return {
    stack: message.ready,
    async stop() {
      child.disconnect();
      await gone;
      await requireFreePorts(config);
    },
  };
}

export default async function setup(project: TestProject) {
  for (const [name, value] of Object.entries(defaults)) process.env[name] ||= value;
  const config = readConfig();
  try {
    const { stack, stop } = await start(config);
    project.provide('stack', stack);
    return stop;
  } catch (error) {
    const logs = join(relative(projectDir, config.dataDir), '*.log');
    throw new Error(
      `The database tests could not start their stack. ${sentence(error)} Logs: ${logs}`,
    );
  }
}
