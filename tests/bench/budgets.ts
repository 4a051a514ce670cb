// The budgets of a built site as checks of size-limit; .size-limit.mjs hands them over.
import { mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { projectDir } from '../../supabase/local/config.ts';
import { type ContentPage, inlineScripts, prerenderedContentPages } from './build/content.ts';
import { gzipped, readBuilt } from './build/files.ts';
import { type IslandPage, islandPages } from './build/islands.ts';
import { withAllImports, withStaticImports } from './build/modules.ts';
import { limits } from './limits.ts';

export interface Check {
  name: string;
  path: string[];
  limit: string;
  gzip?: true;
  brotli?: false;
}

const kilobytes = (bytes: number) => `${bytes / 1_000} kB`;
const heaviest = (pages: ContentPage[], weigh: (page: ContentPage) => number) =>
  pages.toSorted((one, other) => weigh(other) - weigh(one))[0] as ContentPage;

export function budgets(folder: string): Check[] {
  const siteDir = isAbsolute(folder) ? folder : join(projectDir, folder);
  const paths = (files: Iterable<string>) =>
    [...files].map((file) => relative(projectDir, join(siteDir, file)));
  /** Size-limit weighs files, so what stands inside a page is written into one. */
  const asFile = (name: string, text: string): string => {
    mkdirSync(join(siteDir, 'budgets'), { recursive: true });
    writeFileSync(join(siteDir, 'budgets', name), text);
    return join('budgets', name);
  };

  const content = prerenderedContentPages(siteDir);
  // Of the eight case pages in two languages the heaviest speaks for all; so it does for each kind.
  const kinds = Map.groupBy(content, ({ path }) =>
    path.replace(/^\/en\//, '/').replace(/^(\/cases\/).+/, '$1…'),
  );
  const pages = [...kinds.values()].map((kind): Check => {
    const { path, files } = heaviest(kind, ({ size }) => size);
    return {
      name: kind.length > 2 ? `${path}, HTML and CSS (heaviest of ${kind.length})` : `${path}, HTML and CSS`,
      path: paths(files),
      limit: kilobytes(limits.contentPage),
      gzip: true,
    };
  });
  const { path, inlineScript } = heaviest(content, (page) => page.inlineScript.length);
  const script: Check = {
    name: `${path}, script (most of ${content.length} content pages; all of it inline, uncompressed)`,
    path: paths([asFile('content-inline.js', inlineScript)]),
    limit: kilobytes(limits.contentScript),
    brotli: false,
  };

  // Every page with islands carries the same few lines that wake them; this one is there as a file.
  const wake = asFile('island-inline.js', inlineScripts(readBuilt(siteDir, 'client/sign-in/index.html')));
  const islands = islandPages(siteDir).flatMap((page) => islandChecks(page, siteDir, wake, paths));
  return [...pages, script, ...islands];
}
