import type { APIContext } from 'astro';
import { dataAnswer, keptFor } from '../features/open-data/answer';
import { openApi } from '../features/open-data/openapi';

// Rendered, not built: a built file has no header that lets pages of other sites read it.
export const prerender = false;

export function GET({ site, url, cache }: APIContext): Response {
  cache.set({ maxAge: keptFor.builtIn });
  const description = openApi(site ?? url, import.meta.env.CODE_VERSION);
  return dataAnswer(JSON.stringify(description), 'application/json', keptFor.builtIn);
}
