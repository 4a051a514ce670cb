import { answerCard } from '../../components/share-card/card';
import { dictionaryOf } from '../../i18n/dictionary';
import { inLocale } from '../../i18n/locale';
import { localeOf } from '../../i18n/paths';
import { casePaths, readCase } from './load';
import { sceneOf, scenes } from './scenes';

/** The card of a case, without language; a case without a scene has none of its own. */
export const cardOf = (slug: string): string | undefined =>
  scenes[slug] && `/cases/${slug}/card.jpg`;

/** What `getStaticPaths` of the cards answers. */
export const cardPaths = async () =>
  (await casePaths()).filter(({ params }) => cardOf(params.slug) !== undefined);

/** Answers the share card of a case in the language of its address. */
export async function answerCaseCard(slug: string, url: URL): Promise<Response> {
  const locale = localeOf(url.pathname);
  const t = dictionaryOf(locale);
  const { title, facts } = (await readCase(slug, locale)).study;
  return answerCard({
    locale,
    site: t.site.name,
    title,
    line: `${t.nav.cases} · ${inLocale(facts.place, locale)}`,
    scene: sceneOf(slug, facts.vignette),
    name: slug,
  });
}
