import type { APIRoute } from 'astro';
import { answerCard } from '../components/share-card/card';
import { riverBasin } from '../features/case-studies/scenes/river-basin';
import { dictionaryOf } from '../i18n/dictionary';
import { localeOf } from '../i18n/paths';

export const prerender = true;

/** The card of every page that has none of its own. */
export const GET: APIRoute = ({ url }) => {
  const locale = localeOf(url.pathname);
  const { site, share } = dictionaryOf(locale);
  return answerCard({
    locale,
    site: site.name,
    title: site.tagline,
    line: share.line,
    scene: riverBasin,
    name: 'river-basin',
  });
};
