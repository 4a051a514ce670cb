/** The two languages of the site, as BCP 47 tags: Chinese at `/`, English under `/en/`. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A short text in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** The tag by which dates are written: English dates in the British order, day before month. */
export const dateLocale = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** The language of a text somebody else wrote: Chinese when any of its characters is. */
export const languageOf = (text: string): Locale | undefined =>
  /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;

/** Names one after the other, as the reader's language lists them. */
export const listed = (names: readonly string[], locale: Locale): string =>
  names.join(locale === 'en' ? ', ' : '、');

/** The colon between a name and what it is of. */
export const colonIn = (locale: Locale): string => (locale === 'en' ? ': ' : '：');

/** Picks the reader's language out of a bilingual text. */
export const inLocale = (text: Bilingual, locale: Locale): string =>
  locale === 'en' ? text.en : text.zh;
