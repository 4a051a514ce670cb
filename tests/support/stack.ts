// The stack of the database tests: PostgreSQL and the API, without the site, on ports of their own,
// begun afresh each time. Vitest runs this once around the project "db" (see vitest.config.ts).
import { rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { TestProject } from 'vitest/node';
import { apiUrl, projectDir, readConfig, type StackConfig } from '../../supabase/local/config.ts';
import { requireFreePorts } from '../../supabase/local/ports.ts';
import { type Stack, startStack } from '../../supabase/local/stack.ts';

/** What a test needs to reach the stack: `inject('stack')`. */
export interface TestStack {
  /** Connection address of the database, as the superuser. */
  databaseUrl: string;
  apiUrl: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  dataDir: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stack: TestStack;
  }
}

const defaults = {
  PORT: '4821',
  API_PORT: '55821',
  DB_PORT: '55822',
  MAIL_PORT: '55824',
  DATA_DIR: '.data-test-db',
};

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The data folder is emptied, so only one that is plainly a test's may be named. */
function emptyDataDir({ dataDir }: StackConfig): void {
  if (!basename(dataDir).startsWith('.data-test')) {
    throw new Error(
      `DATA_DIR=${dataDir} would be emptied: unset it, or name a folder that begins with .data-test.`,
    );
  }
  rmSync(dataDir, { recursive: true, force: true });
}

async function start(config: StackConfig): Promise<Stack> {
  try {
    // Before anything is deleted: a stack that still runs from this folder holds these ports.
    await requireFreePorts(config);
    emptyDataDir(config);
    return await startStack(config, { demo: true, site: false });
  } catch (error) {
    const logs = join(relative(projectDir, config.dataDir), '*.log');
    throw new Error(
      `The database tests could not start their stack. ${sentence(error)} Logs: ${logs}`,
    );
  }
}

export default async function setup(project: TestProject) {
  for (const [name, value] of Object.entries(defaults)) process.env[name] ||= value;
  const config = readConfig();
  const stack = await start(config);
  project.provide('stack', {
    databaseUrl: stack.database.url,
    apiUrl: apiUrl(config),
    publishableKey: stack.secrets.publishableKey,
    secretKey: stack.secrets.secretKey,
    jwtSecret: stack.secrets.jwtSecret,
    dataDir: config.dataDir,
  });
  return async () => {
    await stack.stop();
    await requireFreePorts(config).catch((error) => {
      throw new Error(`The stack of the database tests did not stop. ${sentence(error)}`);
    });
  };
}
