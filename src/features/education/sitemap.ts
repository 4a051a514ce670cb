import type { APIContext } from 'astro';
import { locales } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import { publicClient } from '../../lib/supabase/server';
import { readBases } from './bases/api';
import { readEventSlugs } from './events/api';

/** A sitemap of pages by their addresses without language, each with its twins. */
function sitemapOf(paths: readonly string[], site: URL): string {
  const at = (locale: (typeof locales)[number], path: string) =>
    new URL(pathIn(locale, path), site).href;
  const twins = (path: string) =>
    locales
      .map((to) => `<xhtml:link rel="alternate" hreflang="${to}" href="${at(to, path)}"/>`)
      .join('');
  const urls = paths.flatMap((path) =>
    locales.map((locale) => `<url><loc>${at(locale, path)}</loc>${twins(path)}</url>`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>`;
}

/** Answers `sitemap-education.xml`: bases and events, which the sitemap made at build time cannot know. */
export async function answerSitemap({ site, cache }: APIContext): Promise<Response> {
  if (!site)
    throw new Error('A sitemap needs `site` in astro.config.mjs: its addresses are absolute.');
  const client = publicClient();
  const found = await Promise.all([readBases(client, 'zh-CN'), readEventSlugs(client)]).catch(
    (): undefined => undefined,
  );
  if (!found) return new Response(null, { status: 503, headers: { 'Retry-After': '60' } });
  const [bases, events] = found;
  cache.set({ maxAge: 600, swr: 3600, tags: ['bases', 'events'] });
  const paths = [
    ...bases.map(({ slug }) => `/bases/${slug}/`),
    ...events.map((slug) => `/events/${slug}/`),
  ];
  return new Response(sitemapOf(paths, site), { headers: { 'Content-Type': 'application/xml' } });
}
