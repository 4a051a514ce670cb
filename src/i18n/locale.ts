/** The two languages of the site, as BCP 47 tags: Chinese at `/`, English under `/en/`. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A short text in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** Picks the reader's language out of a bilingual text. */
export const inLocale = (text: Bilingual, locale: Locale): string =>
  locale === 'en' ? text.en : text.zh;
