// The budgets of a built site as checks of size-limit; .size-limit.mjs hands them over.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectDir } from '../../supabase/local/config.ts';
import { type ContentPage, inlineScripts, prerenderedContentPages } from './build/content.ts';
import { readBuilt } from './build/files.ts';
import { islandPages } from './build/islands.ts';
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

/** Paths as size-limit takes them: from the project's folder on. */
const paths = (siteDir: string, files: Iterable<string>) =>
  [...files].map((file) => relative(projectDir, join(siteDir, file)));

/** Size-limit weighs files, so what stands inside a page is written into one. */
function asFile(siteDir: string, name: string, text: string): string {
  mkdirSync(join(siteDir, 'budgets'), { recursive: true });
  writeFileSync(join(siteDir, 'budgets', name), text);
  return join('budgets', name);
}

const heaviest = (pages: ContentPage[], weigh: (page: ContentPage) => number) =>
  pages.toSorted((one, other) => weigh(other) - weigh(one))[0] as ContentPage;

function contentChecks(siteDir: string): Check[] {
  const pages = prerenderedContentPages(siteDir);
  // The heaviest page of a kind speaks for all of them: the eight cases, and both languages.
  const kinds = Map.groupBy(pages, ({ path }) =>
    path.replace(/^\/en\//, '/').replace(/^\/cases\/.+/, '/cases/…'),
  );
  const weights = [...kinds.values()].map((kind): Check => {
    const { path, files } = heaviest(kind, ({ size }) => size);
    const name = `${path} (heaviest of ${kind.length}): HTML and CSS`;
    const limit = kilobytes(
      limits.exceptionsContent[path.replace(/^\/en\//, '/')] ?? limits.contentPage,
    );
    return { name, path: paths(siteDir, files), limit, gzip: true };
  });
  const { path, inlineScript } = heaviest(pages, (page) => page.inlineScript.length);
  const script = asFile(siteDir, 'content-inline.js', inlineScript);
  return [
    ...weights,
    {
      name: `${path} (most of ${pages.length}): inline script, not compressed; there is no other`,
      path: paths(siteDir, [script]),
      limit: kilobytes(limits.contentScript),
      brotli: false,
    },
  ];
}

function islandChecks(siteDir: string): Check[] {
  // Every page with islands carries the same lines that wake them; this page is there as a file.
  const html = readBuilt(siteDir, 'client/sign-in/index.html');
  const wake = asFile(siteDir, 'island-inline.js', inlineScripts(html));
  return islandPages(siteDir).flatMap(({ name, islands, renderer }): Check[] => {
    const before = [wake, ...withStaticImports(siteDir, [renderer, ...islands])];
    // Whatever an island may fetch later counts, which is the Supabase client. What the renderer may
    // fetch does not: it does so only for signals among the props, and no island has any.
    const after = new Set([...before, ...withAllImports(siteDir, islands)]);
    return [
      {
        name: `${name}: scripts before sign-in`,
        path: paths(siteDir, before),
        limit: kilobytes(limits.exceptionsBefore[name] ?? limits.islandScript),
        gzip: true,
      },
      {
        name: `${name}: scripts after, with the Supabase client`,
        path: paths(siteDir, after),
        limit: kilobytes(limits.exceptions[name] ?? limits.islandScriptSignedIn),
        gzip: true,
      },
    ];
  });
}

/** What `npm run budgets` checks in the folder a site was built into. */
export const budgets = (siteDir: string): Check[] => [
  ...contentChecks(siteDir),
  ...islandChecks(siteDir),
];
