import { execFile, execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

/** What one run of pgbench measured. */
export interface Run {
  perSecond: number;
  transactions: number;
  /** Milliseconds. */
  latency: number;
}

function works(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const search = () =>
  ['pgbench', ...globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().reverse()].find(works);

/** Finds pgbench, installing Debian's when that is possible; undefined when there is none. */
export function findPgbench(): string | undefined {
  const installed = search();
  if (installed || userInfo().uid !== 0 || !works('apt-get')) return installed;
  console.log('  installing pgbench (apt-get install -y postgresql-contrib) …');
  try {
    execFileSync('apt-get', ['install', '-y', 'postgresql-contrib'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return search();
}

export const pgbenchVersion = (path: string): string =>
  execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();

/** Runs pgbench against a database and gives what it printed; fails with what it complained of. */
export async function pgbench(
  path: string,
  databaseUrl: string,
  args: string[],
  settings = '',
): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const where = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
  const { stdout } = await promisify(execFile)(path, [...args, ...where], {
    env: { ...process.env, PGPASSWORD: password, PGOPTIONS: settings },
  });
  return stdout;
}

/** One measured run; a run with a failed transaction does not count. */
export async function measuredRun(
  path: string,
  databaseUrl: string,
  options: { clients: number; seconds: number; script: string[]; settings?: string },
): Promise<Run> {
  const { clients, seconds, script, settings } = options;
  const how = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`];
  const output = await pgbench(path, databaseUrl, [...how, ...script], settings);
  const figure = (pattern: RegExp) => Number(pattern.exec(output)?.[1]);
  if (figure(/failed transactions: (\d+)/) !== 0) {
    throw new Error(`pgbench ${script.join(' ')} had failed transactions:\n${output}`);
  }
  return {
    perSecond: figure(/tps = ([\d.]+)/),
    transactions: figure(/transactions actually processed: (\d+)/),
    latency: figure(/latency average = ([\d.]+) ms/),
  };
}
