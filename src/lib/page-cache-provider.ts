import { pageCache } from './page-cache';
import { publicClient } from './supabase/server';

/** The cache of the site's public pages, as astro.config.mjs names it. */
export default pageCache(async (signal) => {
  const { data, error } = await publicClient().rpc('site_revision').abortSignal(signal);
  if (error) throw error;
  return data;
});
