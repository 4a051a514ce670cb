import type { BrowserContext } from '@playwright/test';
import { apiUrl, siteUrl } from '../../../supabase/local/config.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { inlineScripts } from '../build/content.ts';
import { gzipped } from '../build/files.ts';
import { recordTransfer } from './transfer.ts';
import type { Visit } from './visits.ts';

/** What a page weighs, in bytes after gzip -9. */
export interface PageWeight {
  path: string;
  who: string;
  isContent: boolean;
  html: number;
  css: number;
  font: number;
  other: number;
  scriptFiles: number;
  /** Scripts inside the HTML; their bytes are part of `html` too. */
  inlineScript: number;
  /** The same, not compressed. */
  inlineScriptRaw: number;
  /** Script files and inline scripts until the API is asked; none where a page asks it by itself. */
  script?: number;
  /** The same after the API has been asked. */
  scriptAfterAsking?: number;
}

/** Opens a page in an empty browser and weighs what it is sent. */
export async function weighPage(
  context: BrowserContext,
  { config }: Stack,
  { path, who, isContent, ask }: Visit,
): Promise<PageWeight> {
  const page = await context.newPage();
  const sums = recordTransfer(page, siteUrl(config));
  // The API is asked and never answers: the page stays as it is, and the database too.
  await page.route(`${apiUrl(config)}/**`, (route) => route.abort());
  const asked = ask && page.waitForRequest((request) => request.url().startsWith(apiUrl(config)));
  // Awaited below; if something else fails before that, that is what there is to say.
  asked?.catch(() => {});
  const answer = await page.goto(`${siteUrl(config)}${path}`);
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()} to ${who}.`);
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));

  const inline = inlineScripts(await answer.text());
  const { script: scriptFiles, ...loaded } = await sums();
  const inlineScript = gzipped(inline);
  const weight: PageWeight = {
    path,
    who,
    isContent,
    ...loaded,
    scriptFiles,
    inlineScript,
    inlineScriptRaw: Buffer.byteLength(inline),
    ...(ask !== 'by itself' && { script: scriptFiles + inlineScript }),
  };
  if (typeof ask === 'function') await ask(page);
  if (asked) {
    await asked;
    weight.scriptAfterAsking = (await sums()).script + inlineScript;
  }
  await page.close();
  return weight;
}
