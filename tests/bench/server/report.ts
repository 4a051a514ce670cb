import { printTable } from '../figures.ts';
import type { measureServer } from './index.ts';

type Server = Awaited<ReturnType<typeof measureServer>>;

export function printServer({ targets: rows, ...how }: Server): void {
  printTable(
    `Server, requests a second on ${how.connections} connections, medians of ${how.rounds} runs of ${how.seconds} s; bare: node:http sending the same bytes`,
    ['page', '', 'cache', 'bytes', 'site', 'p99 ms', 'bare', 'p99 ms', 'ratio'],
    rows.map(({ name, path, cache, bytes, site, reference, ratio }) => [
      path,
      name,
      cache.found,
      bytes,
      site.perSecond,
      site.p99,
      reference.perSecond,
      reference.p99,
      ratio,
    ]),
  );
}

/** Each page the cache does not treat as it should, or that is too slow, as a sentence. */
export const serverFailures = (server: Server): string[] =>
  server.targets.flatMap(({ name, path, cache, least, ratio }) => [
    ...(cache.found === cache.expected
      ? []
      : [`${path}: the page cache said ${cache.found}, not ${cache.expected}.`]),
    ...(least === undefined || ratio >= least
      ? []
      : [`${path} (${name}): ${ratio} of bare node:http, under ${least}.`]),
  ]);
