import { z } from 'zod';

/** The two languages of the site, as BCP 47 tags: Chinese at `/`, English under `/en/`. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A short text in both languages; neither may be empty. */
export const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** Picks the reader's language out of a bilingual text. */
export const inLocale = (text: Bilingual, locale: Locale): string =>
  locale === 'en' ? text.en : text.zh;
