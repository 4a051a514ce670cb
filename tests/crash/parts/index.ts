// PostgreSQL and the API as parts that can be killed and started again on the same data folder.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, startPart } from '../../../supabase/local/child.ts';
import '../settings.ts';
import { readConfig } from '../../../supabase/local/config.ts';
import { loadSecrets } from '../../../supabase/local/secrets.ts';

export interface Part {
  /** Kills it without warning after so many milliseconds; it has gone when this comes back. */
  kill(after: number): Promise<void>;
  stop(): Promise<void>;
}

const config = readConfig();

async function killTree(pid: number, after: number): Promise<void> {
  const killer = fork(join(import.meta.dirname, 'killer.ts'), [`${pid}`, `${after}`]);
  const [code] = await once(killer, 'exit');
  if (code !== 0) throw new Error(`The killer ended with ${code}.`);
}

/** Starts PostgreSQL, on what was left if there is something. */
export async function startDatabase(...flags: string[]): Promise<Part & { url: string }> {
  const options = {
    dataDir: config.dataDir,
    port: config.dbPort,
    password: loadSecrets(config.dataDir).databasePassword,
    flags: flags.flatMap((flag) => ['-c', flag]),
  };
  const child: ChildProcess = fork(join(import.meta.dirname, 'database-process.ts'), {
    env: { ...process.env, DATABASE: JSON.stringify(options) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = (await once(child, 'message')) as [{ ready?: string; failed?: string }];
  if (!message.ready) throw new Error(message.failed);
  const note = join(config.dataDir, 'postgres', 'postmaster.pid');
  const postmaster = Number(readFileSync(note, 'utf8').split('\n')[0]);
  const letGo = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  };
  return {
    url: message.ready,
    async kill(after) {
      await killTree(postmaster, after);
      await letGo();
    },
    stop: letGo,
  };
}

/** Starts the API with the mailbox; on an empty database it makes the schema first. */
export async function startApi(databaseUrl: string): Promise<Part> {
  const child = await startPart({
    script: 'services.ts',
    name: 'services',
    dataDir: config.dataDir,
    env: { STACK: JSON.stringify({ config, databaseUrl, demo: false }) },
  });
  return {
    kill: (after) => killTree(child.pid ?? 0, after),
    stop: () => end(child),
  };
}
