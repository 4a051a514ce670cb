import { globSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, found, readBuilt } from './files.ts';
import { withStaticImports } from './modules.ts';

/** A page with islands and their chunks, from the folder of the build on. */
export interface IslandPage {
  name: string;
  islands: string[];
  renderer: string;
}

const client = (address: string) => join('client', address);

/** Prerendered pages say in their HTML which islands they load. */
function prerendered(siteDir: string): IslandPage[] {
  return globSync('**/*.html', { cwd: join(siteDir, 'client') }).flatMap((file) => {
    const html = readBuilt(siteDir, 'client', file);
    const islands = found(html, /<astro-island[^>]* component-url="([^"]+)"/g).map(client);
    const [renderer] = found(html, /<astro-island[^>]* renderer-url="([^"]+)"/g).map(client);
    return renderer ? [{ name: `/${file.replace(/index\.html$/, '')}`, islands, renderer }] : [];
  });
}

/**
 * Pages rendered on demand have no HTML yet: the server's entry names the chunk of each page and the
 * address of each island, and the chunks of a page name the sources of its islands.
 */
function onDemand(siteDir: string): IslandPage[] {
  const entry = readBuilt(siteDir, 'server', 'entry.mjs');
  const addressOf = new Map(
    [...entry.matchAll(/"([^"\n]+)":"(_astro\/[^"\n]+\.js)"/g)].map(
      ([, source = '', address = '']) => [source, client(address)],
    ),
  );
  const renderer = [...addressOf].find(([source]) => /^@astrojs\/.*client\.js$/.test(source))?.[1];
  const pages = entry.matchAll(/"[^"\n]*page:src\/pages\/([^"\n]+)@_@astro":"([^"\n]+\.mjs)"/g);
  return [...pages].flatMap(([, route = '', chunk = '']) => {
    const sources = [...withStaticImports(siteDir, [join('server', chunk)])].flatMap((part) =>
      found(readBuilt(siteDir, part), /"client:component-path": ?"([^"]+)"/g),
    );
    if (sources.length === 0) return [];
    const islands = sources.map((source) => addressOf.get(source));
    if (!renderer || islands.includes(undefined)) throw unknownLayout;
    const name = `/${route.replace(/(^|\/)index$/, '$1')}/`.replace('//', '/');
    return [{ name, islands: islands as string[], renderer }];
  });
}

const unknownLayout = new BuildError(
  'The build names its islands in a way tests/bench/build/islands.ts does not know: has Astro changed?',
);

/** Every page with islands, in Chinese; the English ones load the same. */
export function islandPages(siteDir: string): IslandPage[] {
  const pages = [...prerendered(siteDir), ...onDemand(siteDir)].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
  const isTwin = ({ name, islands }: IslandPage) =>
    pages.some((other) => name === `/en${other.name}` && `${other.islands}` === `${islands}`);
  const own = pages.filter((page) => !isTwin(page));
  // A check that found nothing to measure would pass whatever the site weighs.
  if (own.length === 0) throw unknownLayout;
  return own;
}
