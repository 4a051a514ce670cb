import type { CacheProviderFactory } from 'astro';
import memoryProvider from 'astro/cache/memory';
import { watchRevision } from './revision';
import { publicClient } from './supabase/server';

async function readRevision(signal: AbortSignal): Promise<number> {
  const { data, error } = await publicClient().rpc('site_revision').abortSignal(signal);
  if (error) throw error;
  return data;
}

/**
 * Astro's cache in memory, emptied when something has been published. Each server asks the database by itself,
 * so there may be several; a page that was being rendered meanwhile goes into the cache that was put away.
 */
const pageCache: CacheProviderFactory = (config) => {
  const whenPublished = watchRevision(readRevision);
  let memory = memoryProvider(config);
  return {
    name: 'page-cache',
    async onRequest(context, next) {
      if (context.request.method === 'GET') {
        await whenPublished(() => {
          memory = memoryProvider(config);
        });
      }
      return memory.onRequest?.(context, next) ?? next();
    },
    invalidate: (options) => memory.invalidate(options),
  };
};

export default pageCache;
