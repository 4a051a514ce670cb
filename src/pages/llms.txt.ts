import type { APIContext } from 'astro';
import { readCases } from '../features/case-studies/load';
import { dataAnswer, keptFor } from '../features/open-data/answer';
import { llmsText } from '../features/open-data/llms';

export const prerender = false;

export async function GET({ site, url, cache }: APIContext): Promise<Response> {
  cache.set({ maxAge: keptFor.builtIn });
  return dataAnswer(llmsText(await readCases('en'), site ?? url), 'text/plain', keptFor.builtIn);
}
