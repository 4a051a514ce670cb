import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bothLanguages, contentPages } from '../../e2e/addresses.ts';
import { BuildError, found, gzipped, readBuilt } from './files.ts';

/** A prerendered content page and what it loads, from the folder of the build on. */
export interface ContentPage {
  path: string;
  /** Its HTML and style sheets. */
  files: string[];
  /** Size of these, each after gzip -9. */
  size: number;
  inlineScript: string;
}

/** What a page runs without fetching it; data for search engines and rules for the browser are not run. */
export const inlineScripts = (html: string): string =>
  found(
    html,
    /<script(?![^>]*\s(?:src=|type="(?:application\/ld\+json|speculationrules)"))[^>]*>([\s\S]*?)<\/script>/g,
  ).join('\n');

/** Whatever would make a page fetch a script. */
const scriptFiles = (html: string): string[] =>
  found(html, /<(?:script|astro-island|link)[^>]*\s(?:src|component-url|href)="([^"]+\.m?js)"/g);

function read(siteDir: string, path: string): ContentPage {
  const page = join('client', path, 'index.html');
  const html = readBuilt(siteDir, page);
  const [script] = scriptFiles(html);
  if (script) throw new BuildError(`${path} loads ${script}: a content page loads no script file.`);
  const styles = found(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const files = [page, ...styles.map((style) => join('client', style))];
  const size = files.reduce((sum, file) => sum + gzipped(readBuilt(siteDir, file)), 0);
  return { path, files, size, inlineScript: inlineScripts(html) };
}

/** The content pages the build holds as files, in both languages; the bench measures the others. */
export function prerenderedContentPages(siteDir: string): ContentPage[] {
  const isBuilt = (path: string) => existsSync(join(siteDir, 'client', path, 'index.html'));
  // Not asking for anything in particular would take a missing build for a site without such pages.
  readBuilt(siteDir, 'client', 'cases', 'index.html');
  return bothLanguages(contentPages)
    .filter(isBuilt)
    .map((path) => read(siteDir, path));
}
