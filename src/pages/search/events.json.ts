// The events and bases the search looks through; the same list for everybody, so one rendering serves a crowd.
import type { APIContext } from 'astro';
import { dayAndMonth } from '../../features/education/calendar/when';
import { readLiving } from '../../features/search/api';
import { localeOf } from '../../i18n/paths';
import { publicClient } from '../../lib/supabase/server';

export const prerender = false;

export async function GET({ url, cache }: APIContext): Promise<Response> {
  const locale = localeOf(url.pathname);
  const entries = await readLiving(publicClient(), locale, (day) => dayAndMonth(day, locale)).catch(
    (): undefined => undefined,
  );
  if (!entries) {
    return new Response(null, {
      status: 503,
      headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
    });
  }
  cache.set({ maxAge: 60, swr: 600, tags: ['events', 'bases'] });
  return Response.json(entries, { headers: { 'Cache-Control': 'public, max-age=60' } });
}
