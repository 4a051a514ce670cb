import { en } from './en';
import type { Locale } from './locale';
import { type Dictionary, zhCN } from './zh-CN';

/** The words of the site in the reader's language. */
export const dictionaryOf = (locale: Locale): Dictionary => (locale === 'en' ? en : zhCN);
