import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { end, startPart } from './child.ts';
import type { StackConfig } from './config.ts';
import { addDemoAccounts, releaseDemoFigures } from './demo.ts';
import { startJobs } from './jobs.ts';
import { addDemoHistory, connect } from './migrate.ts';
import { requireFreePorts } from './ports.ts';
import { type Database, endLeftover, startPostgres } from './postgres.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { buildSite, startSite } from './site.ts';
import { announceDemoWaves, loadPins } from './survey-keys.ts';

export interface Stack {
  config: StackConfig;
  secrets: Secrets;
  database: Database;
  /** The process of the built site, where it was started. */
  sitePid?: number;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Demo data and demo accounts. */
  demo: boolean;
  /** Ninety days of demo transfers beside them; tests of the ledger do without. */
  history?: boolean;
  /** The built site; false leaves it out. */
  site?: boolean;
  /** Is told each part that is being started. */
  say?: (line: string) => void;
}

/**
 * Brings up PostgreSQL, the API with the mailbox, and the built site, in this order, with migrations
 * and seeds applied. If one part fails, the parts before it are stopped again.
 */
export async function startStack(config: StackConfig, options: StackOptions): Promise<Stack> {
  const say = options.say ?? (() => {});
  await endLeftover(config.dataDir);
  await requireFreePorts(config);
  mkdirSync(config.dataDir, { recursive: true });
  // When root starts the stack, PostgreSQL runs as another user and must pass through this folder.
  chmodSync(config.dataDir, 0o755);
  const secrets = loadSecrets(config.dataDir);
  const pins = await loadPins(config);
  const children: ChildProcess[] = [];
  let database: Database | undefined;
  let jobs: ReturnType<typeof startJobs> | undefined;
  const stop = async () => {
    await jobs?.stop();
    for (const child of children.reverse()) await end(child);
    await database?.stop();
  };
  try {
    say('database');
    database = await startPostgres({
      dataDir: config.dataDir,
      port: config.dbPort,
      password: secrets.databasePassword,
    });
    say('API and mailbox');
    children.push(
      await startPart({
        script: 'services.ts',
        name: 'services',
        dataDir: config.dataDir,
        env: {
          STACK: JSON.stringify({ config, databaseUrl: database.url, demo: options.demo }),
        },
      }),
    );
    if (options.demo) {
      const sql = connect(database.url);
      await addDemoAccounts(config, secrets, sql, options.history);
      if (options.history) await addDemoHistory(sql);
      await announceDemoWaves(config, sql);
      await releaseDemoFigures(config, secrets, sql);
      await sql.end();
    }
    let sitePid: number | undefined;
    if (options.site !== false) {
      say('site');
      await buildSite(config, secrets, pins);
      const site = await startSite(config, secrets, pins);
      children.push(site);
      sitePid = site.pid;
      jobs = startJobs(config, secrets);
    }
    return { config, secrets, database, sitePid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
