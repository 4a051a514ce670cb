import type { Locale } from '../i18n/locale';
import { townName } from './town-name';

const cityName = (locale: Locale) => (locale === 'en' ? 'Yiwu, Zhejiang' : '浙江省义乌市');

/** The city as schema.org describes it. */
export const cityData = (locale: Locale) => ({ '@type': 'City', name: cityName(locale) });

/** Somewhere in a town of the city, as schema.org writes an address. */
export const addressData = (town: string, locale: Locale) => ({
  '@type': 'PostalAddress',
  addressLocality: townName(town, locale),
  addressRegion: cityName(locale),
  addressCountry: 'CN',
});
