import type { Locale } from './locale';

/** The address of a page in a language: Chinese at `/`, English under `/en/`. */
export const pathIn = (locale: Locale, path: string): string =>
  locale === 'en' ? `/en${path}` : path;

/** The language of an address. */
export const localeOf = (pathname: string): Locale =>
  pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'zh-CN';

/** The same page without its language: what `pathIn` takes. */
export const pathWithoutLocale = (pathname: string): string =>
  localeOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;
