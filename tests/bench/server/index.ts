import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { siteUrl } from '../../../supabase/local/config.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { cut, median } from '../figures.ts';
import { rounds, serverSeconds } from '../settings.ts';
import { connections, type Load, load } from './load.ts';
import type { Bytes } from './reference.ts';

interface Target {
  name: string;
  path: string;
  /** What the page cache of the site should say. */
  cache: string;
  /** The form asked for; the bytes as they are by default. */
  encoding?: 'br';
  /** The share of bare node:http it must reach. */
  least?: number;
}

const targets: Target[] = [
  { name: 'prerendered', path: '/cases/brown-sugar/', cache: 'none', least: 0.5 },
  {
    name: 'prerendered, Brotli',
    path: '/cases/brown-sugar/',
    cache: 'none',
    encoding: 'br',
    least: 0.5,
  },
  { name: 'on demand, cacheable', path: '/', cache: 'HIT' },
  { name: 'on demand, a new query each time', path: '/projects/?type=culture&n=', cache: 'MISS' },
  { name: 'healthz: API and database', path: '/healthz', cache: 'none' },
];

/** What the site sends, without the headers that belong to one connection. */
async function fetchBytes(address: string, encoding = 'identity'): Promise<Bytes> {
  // Not fetch: it would undo the compression.
  const [answer] = (await once(
    get(address, { headers: { 'accept-encoding': encoding } }),
    'response',
  )) as [IncomingMessage];
  const body = new Uint8Array(await buffer(answer));
  const headers = { ...answer.headers } as Record<string, string>;
  for (const name of ['connection', 'date', 'keep-alive', 'transfer-encoding'])
    delete headers[name];
  return { headers: { ...headers, 'content-length': String(body.length) }, body };
}

/** What the page cache of the site says of an address it has just been asked for. */
async function cacheState(address: string): Promise<string> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.headers.get('x-astro-cache') ?? 'none';
}

const summary = (runs: Load[]) => ({
  perSecond: cut(median(runs.map(({ perSecond }) => perSecond)), 1),
  p99: median(runs.map(({ p99 }) => p99)),
  runs: runs.map(({ perSecond }) => cut(perSecond, 1)),
});

/** One page of the site, and the same bytes from memory, taking turns. */
async function compare(
  { name, path, cache: expected, encoding, least }: Target,
  site: string,
  reference: string,
  bytes: Bytes,
) {
  // The first second compiles the code and fills the cache, and is not counted.
  await load(site, path, 1, encoding);
  await load(reference, path, 1);
  const found = await cacheState(`${site}${path}${path.endsWith('=') ? 'unknown' : ''}`);
  const runs = { site: [] as Load[], reference: [] as Load[] };
  for (let round = 0; round < rounds; round += 1) {
    runs.reference.push(await load(reference, path, serverSeconds));
    runs.site.push(await load(site, path, serverSeconds, encoding));
  }
  const [own, bare] = [summary(runs.site), summary(runs.reference)];
  return {
    name,
    path,
    cache: { expected, found },
    bytes: bytes.body.length,
    site: own,
    reference: bare,
    least,
    ratio: cut(own.perSecond / bare.perSecond, 3),
  };
}

/** Requests a second of the built server, beside the least a server could do in the same minute. */
export async function measureServer({ config }: Stack) {
  const child = fork(join(import.meta.dirname, 'reference.ts'), { serialization: 'advanced' });
  try {
    const [port] = (await once(child, 'message')) as [number];
    const site = siteUrl(config);
    const results = [];
    for (const target of targets) {
      const bytes = await fetchBytes(`${site}${target.path}`, target.encoding);
      child.send(bytes);
      await once(child, 'message');
      results.push(await compare(target, site, `http://127.0.0.1:${port}`, bytes));
    }
    return { seconds: serverSeconds, rounds, connections, targets: results };
  } finally {
    child.disconnect();
  }
}
