import rss, { type RSSOptions } from '@astrojs/rss';
import type { APIContext } from 'astro';
import { dictionaryOf } from '../../../i18n/dictionary';
import { colonIn, inLocale, type Locale } from '../../../i18n/locale';
import { localeOf, pathIn } from '../../../i18n/paths';
import { publicClient } from '../../../lib/supabase/server';
import { type GreenAction, readPriceHistory, readPriceList } from '../api';
import { keepPrices } from './keeping';
import { changeLine, changesAmong, type PriceVersion } from './price';

/** The feed of price changes, the last to be announced first: one item a change. */
export function priceFeed(
  actions: readonly Pick<GreenAction, 'code' | 'name_zh' | 'name_en'>[],
  versions: readonly PriceVersion[],
  { locale, site }: { locale: Locale; site: URL },
): RSSOptions {
  const t = dictionaryOf(locale);
  const at = (path: string) => new URL(pathIn(locale, path), site).href;
  const names = new Map(
    actions.map((action) => [
      action.code,
      inLocale({ zh: action.name_zh, en: action.name_en }, locale),
    ]),
  );
  return {
    title: t.prices.feedTitle,
    description: t.prices.lead,
    site: at('/prices/'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${locale}</language>`,
      `<atom:link href="${at('/prices/rss.xml')}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: changesAmong(versions).flatMap(({ before, after }) => {
      const name = names.get(after.action_code);
      if (!name || after.announced_at === null) return [];
      return {
        title: `${name}${colonIn(locale)}${changeLine(before, after, t, locale)}`,
        link: `${at('/prices/')}#${after.action_code}-${after.valid_from}`,
        pubDate: new Date(after.announced_at),
        description: inLocale({ zh: after.note_zh, en: after.note_en }, locale),
      };
    }),
  };
}

/** Answers `prices/rss.xml` in the language of its address. */
export async function answerPriceFeed(context: APIContext): Promise<Response> {
  const { url, site } = context;
  if (!site) throw new Error('The feed needs `site` in astro.config.mjs: its links are absolute.');
  const read = await Promise.all([
    readPriceList(publicClient()),
    readPriceHistory(publicClient()),
  ]).catch((): undefined => undefined);
  if (!read) {
    return new Response(null, {
      status: 503,
      headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
    });
  }
  context.cache.set(keepPrices());
  return rss(priceFeed(...read, { locale: localeOf(url.pathname), site }));
}
