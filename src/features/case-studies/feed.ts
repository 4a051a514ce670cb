import rss, { type RSSOptions } from '@astrojs/rss';
import type { APIContext } from 'astro';
import { dictionaryOf } from '../../i18n/dictionary';
import type { Locale } from '../../i18n/locale';
import { localeOf, pathIn } from '../../i18n/paths';
import { type CaseStudy, readCases } from './load';

/** What a feed says of a case. */
type Item = Pick<CaseStudy, 'path' | 'title' | 'summary'>;

/**
 * The feed in one language. Its items carry no date: the plan's date is not the day these pages came
 * out, RSS asks for none, and a date that is made up would make readers' programs lie.
 */
export function feedOf(cases: readonly Item[], locale: Locale, site: URL): RSSOptions {
  const t = dictionaryOf(locale).cases;
  const at = (path: string) => new URL(pathIn(locale, path), site).href;
  return {
    title: t.feedTitle,
    description: t.feedDescription,
    site: at('/'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${locale}</language>`,
      `<atom:link href="${at('/rss.xml')}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: cases.map(({ path, title, summary }) => ({
      title,
      description: summary,
      link: at(path),
    })),
  };
}

/** Answers `rss.xml` in the language of its address. */
export async function answerFeed({ url, site }: APIContext): Promise<Response> {
  if (!site) throw new Error('The feed needs `site` in astro.config.mjs: its links are absolute.');
  const locale = localeOf(url.pathname);
  return rss(feedOf(await readCases(locale), locale, site));
}
