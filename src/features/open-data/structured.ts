import type { Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { type FileName, fileNames } from './files';
import { licence } from './head';

/** The site and its search as schema.org describes them. Who runs it is left out until it is known. */
export const websiteData = (t: Dictionary, locale: Locale, site: URL) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': new URL('/#site', site).href,
  url: new URL(pathIn(locale, '/'), site).href,
  name: t.site.name,
  description: t.site.description,
  inLanguage: locale,
  potentialAction: {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${new URL(pathIn(locale, '/search/'), site).href}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  },
});

/** Every file as a data set. Terms are named once the organiser has set them. */
export const catalogueData = (t: Dictionary['openData'], locale: Locale, site: URL) => {
  const page = new URL(pathIn(locale, '/data/'), site).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': page,
    url: page,
    name: t.title,
    description: t.lead,
    inLanguage: locale,
    dataset: fileNames.map((name: FileName) => ({
      '@type': 'Dataset',
      '@id': `${page}#${name}`,
      name: t.files[name].title,
      description: t.files[name].what,
      isAccessibleForFree: true,
      ...(licence ? { license: licence } : {}),
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'application/json',
        contentUrl: new URL(`/data/${name}.json`, site).href,
      },
    })),
  };
};
