// Run after every install that changes package-lock.json, on any machine. Registries that keep only
// one platform's binaries make npm leave the others out of the lockfile, and `npm ci` then refuses it.
// This adds an entry for each optional dependency without one; npm fetches it where it is needed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const file = join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };

const systems: Record<string, string> = { windows: 'win32' };
const known = {
  os: [
    'linux',
    'darwin',
    'win32',
    'windows',
    'android',
    'freebsd',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'aix',
  ],
  cpu: [
    'x64',
    'arm64',
    'ia32',
    'arm',
    'ppc64',
    's390x',
    'riscv64',
    'loong64',
    'mips64el',
    'wasm32',
  ],
};

/** What a package's name says of the platform it is for: @biomejs/cli-darwin-arm64 → darwin, arm64. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.toLowerCase().split(/[-/_@]/);
  const os = words.find((word) => known.os.includes(word));
  const cpu = words.find((word) => known.cpu.includes(word));
  const libc = words.includes('musl') ? ['musl'] : undefined;
  return {
    ...(libc ? { libc } : {}),
    ...(os ? { os: [systems[os] ?? os] } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
  };
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const isThere =
      lock.packages[`${path ? `${path}/` : ''}node_modules/${name}`] ??
      lock.packages[`node_modules/${name}`];
    if (isThere) continue;
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~>=\s]+/, ''),
      optional: true,
      ...platformOf(name),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added.`);
