import { printTable } from '../figures.ts';
import { limits } from '../limits.ts';
import type { measurePages } from './index.ts';
import type { PageWeight } from './measure.ts';

type Pages = Awaited<ReturnType<typeof measurePages>>;

export function printPages({ pages }: Pages): void {
  const content = pages.filter(({ isContent }) => isContent);
  printTable(
    'Content pages, bytes after gzip -9 (scripts: inline, as they are; no page has another)',
    ['page', 'HTML', 'CSS', 'HTML + CSS', 'script', 'heading font'],
    content.map(({ path, html, css, font, inlineScriptRaw }) => [
      path,
      html,
      css,
      html + css,
      inlineScriptRaw,
      font,
    ]),
  );
  printTable(
    'Pages with islands, bytes after gzip -9 (scripts: files and inline)',
    ['page', 'as', 'HTML', 'CSS', 'script', 'script once the API is asked', 'heading font'],
    pages
      .filter(({ isContent }) => !isContent)
      .map((page) => [
        page.path.replace(/=([0-9a-f]{8})-.*/, '=$1…'),
        page.who,
        page.html,
        page.css,
        page.script,
        page.scriptAfterAsking,
        page.font,
      ]),
  );
}

/** Each budget a page does not keep, as a sentence. */
export function pageFailures({ pages }: Pages): string[] {
  const over = (page: PageWeight, what: string, bytes: number | undefined, limit: number) =>
    bytes !== undefined && bytes > limit
      ? [`${page.path} as ${page.who}: ${what} ${bytes}, over ${limit}.`]
      : [];
  return pages.flatMap((page) =>
    page.isContent
      ? [
          ...over(page, 'HTML and CSS', page.html + page.css, limits.contentPage),
          ...over(page, 'inline script', page.inlineScriptRaw, limits.contentScript),
          ...over(page, 'script files', page.scriptFiles, 0),
        ]
      : [
          ...over(page, 'script', page.script, limits.islandScript),
          ...over(page, 'script with the API', page.scriptAfterAsking, limits.islandScriptSignedIn),
        ],
  );
}
