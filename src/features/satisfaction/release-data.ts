import { inLocale, type Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { cityData } from '../../lib/city';
import { parseMoment } from '../../lib/dates';
import type { Release } from './api';
import { files } from './snapshot/files';

type Said = Pick<Release, 'id' | 'releasedAt' | 'content'>;

/** A release as schema.org describes a data set, for search engines, with its share and all of its files. */
export function releaseData(
  { id, releasedAt, content: { wave, figures } }: Said,
  { satisfaction: t, site: { demo } }: Dictionary,
  locale: Locale,
  site: URL,
) {
  const at = (path: string) => new URL(path, site).href;
  const url = at(pathIn(locale, `/satisfaction/releases/${id}/`));
  const share = figures.overall.measures?.share;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': url,
    url,
    name: inLocale(wave.title, locale),
    description: wave.series === 'sampled' ? t.lead : t.openNote,
    ...(wave.is_demo && { disambiguatingDescription: demo }),
    inLanguage: locale,
    isAccessibleForFree: true,
    includedInDataCatalog: { '@id': at(pathIn(locale, '/data/')) },
    temporalCoverage: `${wave.opens_on}/${wave.closes_on}`,
    spatialCoverage: cityData(locale),
    datePublished: parseMoment(releasedAt).toISOString(),
    ...(share && {
      variableMeasured: {
        '@type': 'PropertyValue',
        name: t.shareName,
        description: t.shareMeaning,
        value: share.value,
        minValue: share.low,
        maxValue: share.high,
      },
    }),
    distribution: Object.entries(files).map(([end, type]) => ({
      '@type': 'DataDownload',
      encodingFormat: type.split(';')[0],
      contentUrl: at(`/satisfaction/data/${id}${end}`),
    })),
  };
}
