// Kills a process and its children with SIGKILL after a while, from a process that shares nothing with
// them, and ends when all of them have gone. Started by index.ts with the id and the milliseconds.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const [pid = 0, wait = 0] = process.argv.slice(2).map(Number);

/** What /proc says of a process after its name: state, parent, … */
function stat(process: string): string[] {
  try {
    return readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** Its children; without /proc none is known, and PostgreSQL's end by themselves without their parent. */
const childrenOf = (parent: number): number[] =>
  (existsSync('/proc/self') ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name) && stat(name)[1] === String(parent))
    .map(Number);

function isThere(one: number): boolean {
  try {
    process.kill(one, 0);
    // Dead, and not yet taken note of by its parent.
    return stat(String(one))[0] !== 'Z';
  } catch {
    return false;
  }
}

await delay(wait);
const family = [pid, ...childrenOf(pid)];
for (const one of family) {
  try {
    process.kill(one, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}
while (family.some(isThere)) await delay(5);
