import type { CacheProvider, CacheProviderFactory } from 'astro';
import memoryProvider from 'astro/cache/memory';
import { usualPace, watchRevision } from './revision';

/** How many addresses are remembered as public. */
const mostAddresses = 2000;

/** What was rendered since the last publication, and what is being rendered now. */
interface Generation {
  memory: CacheProvider;
  renderings: Map<string, Promise<Response>>;
}

/**
 * Astro's cache in memory, emptied when something has been published. Each server asks for the revision by
 * itself, so there may be several; a page whose rendering began before the publication goes into the
 * cache that was put away. An address that was once fit for the cache is rendered once at a time,
 * however many ask: a crowd at the end of its time would otherwise start a rendering each. Other
 * answers, which may be somebody's own, are never shared.
 */
export const pageCache =
  (
    readRevision: (signal: AbortSignal) => Promise<number>,
    now?: () => number,
  ): CacheProviderFactory =>
  (config) => {
    const begin = (): Generation => ({ memory: memoryProvider(config), renderings: new Map() });
    const whenPublished = watchRevision(readRevision, usualPace, now);
    const isPublic = new Set<string>();
    let generation = begin();
    return {
      name: 'page-cache',
      async onRequest(context, next) {
        if (context.request.method !== 'GET') return next();
        await whenPublished(() => {
          generation = begin();
        });
        const { memory, renderings } = generation;
        const { url } = context.request;
        const render = isPublic.has(url) ? () => shared(renderings, url, next) : next;
        const response = (await memory.onRequest?.(context, render)) ?? (await next());
        if (response.headers.has('X-Astro-Cache')) {
          if (isPublic.size >= mostAddresses) isPublic.clear();
          isPublic.add(url);
        }
        return isKnown(context.request, response) ? unchanged(response) : response;
      },
      invalidate: (options) => generation.memory.invalidate(options),
    };
  };

/** Whether the reader has this very answer already: its ETag is among those they name. */
function isKnown({ headers }: Request, response: Response): boolean {
  const tag = response.headers.get('ETag');
  if (tag === null || response.status !== 200) return false;
  const known = headers.get('If-None-Match') ?? '';
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** The answer without its body: 304, with the headers that belong to it. */
function unchanged({ headers }: Response): Response {
  const kept = new Headers(headers);
  for (const name of ['Content-Type', 'Content-Disposition', 'Content-Length']) kept.delete(name);
  return new Response(null, { status: 304, headers: kept });
}

/** The answer of the rendering that is under way for an address, or of a new one. */
async function shared(
  renderings: Map<string, Promise<Response>>,
  url: string,
  next: () => Promise<Response>,
): Promise<Response> {
  let rendering = renderings.get(url);
  if (!rendering) {
    rendering = next().finally(() => renderings.delete(url));
    renderings.set(url, rendering);
  }
  return (await rendering).clone();
}
