import type { Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import { addressData } from '../../../lib/city';
import type { Base } from './api';

/** The kinds of bases that schema.org has a word for; the others are places. */
const types: Partial<Record<Base['kind'], string>> = {
  museum: 'Museum',
  park: 'Park',
  school: 'School',
};

/** A base as schema.org describes it, for search engines; what is not known of it is not said. */
export function baseData(base: Base, demo: string, locale: Locale, site: URL) {
  const url = new URL(pathIn(locale, `/bases/${base.slug}/`), site).href;
  return {
    '@context': 'https://schema.org',
    '@type': types[base.kind] ?? 'Place',
    '@id': url,
    url,
    name: base.name,
    ...(base.summary && { description: base.summary }),
    ...(base.isDemo && { disambiguatingDescription: demo }),
    address: addressData(base.town, locale),
  };
}
