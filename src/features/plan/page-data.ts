import { dictionaryOf } from '../../i18n/dictionary';
import { inLocale, type Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import { cityData } from '../../lib/city';
import { type TownCode, towns } from '../../lib/towns';
import type { Organisation } from './schema';

/** A town as schema.org describes it. */
export const townData = (code: TownCode, locale: Locale) => ({
  '@type': 'AdministrativeArea',
  name: inLocale(towns[code], locale),
  alternateName: locale === 'en' ? towns[code].zh : towns[code].en,
  containedInPlace: cityData(locale),
});

/** A body as schema.org describes it. */
export const bodyData = (body: Organisation, locale: Locale) => ({
  '@type': body.kind === 'company' ? 'Organization' : 'GovernmentOrganization',
  name: inLocale(body, locale),
  alternateName: locale === 'en' ? body.zh : body.en,
});

interface PlanPageFacts {
  title: string;
  lead: string;
  /** Its address without language. */
  path: string;
  /** What it is about, as schema.org describes it. */
  about?: object | undefined;
  /** The open data that hold what it says. */
  files?: readonly string[] | undefined;
}

/** A page about the plan as schema.org describes it, for search engines: what it is about, and which data it shows. */
export const planPageData = (
  { title, lead, path, about, files = [] }: PlanPageFacts,
  locale: Locale,
  site: URL,
) => {
  const at = (to: string) => new URL(pathIn(locale, to), site).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': at(path),
    url: at(path),
    name: title,
    description: lead,
    inLanguage: locale,
    isPartOf: { '@id': new URL('/#site', site).href },
    isBasedOn: { '@type': 'CreativeWork', name: dictionaryOf(locale).site.source },
    ...(about && { about }),
    ...(files.length > 0 && {
      mainEntity: files.map((name) => ({ '@id': `${at('/data/')}#${name}` })),
    }),
  };
};
