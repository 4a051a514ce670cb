// Which code this is: the commit, marked where something was changed since, or the version of the package without one.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const projectDir = new URL('..', import.meta.url);

/** @param {string[]} args */
const git = (...args) =>
  execFileSync('git', args, {
    cwd: projectDir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

/** The version that snapshots of figures name. */
export function codeVersion() {
  const { version } = JSON.parse(readFileSync(new URL('package.json', projectDir), 'utf8'));
  try {
    const isChanged = git('status', '--porcelain', '--', 'src') !== '';
    return `${version}+${git('rev-parse', '--short=12', 'HEAD')}${isChanged ? '.changed' : ''}`;
  } catch {
    return version;
  }
}
