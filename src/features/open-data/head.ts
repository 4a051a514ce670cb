import { dictionaryOf } from '../../i18n/dictionary';
import type { Bilingual } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';

// What every file begins with, and how its addresses are made.

/** The terms of everything but the coins, as SPDX names them. Empty until the organiser sets them; never invented. */
export const licence: string = '';

/** What the files say of themselves, in both languages. */
export const [chinese, english] = [dictionaryOf('zh-CN'), dictionaryOf('en')];
/** The source of what the plan says. */
export const planSource = { zh: chinese.site.source, en: english.site.source };
/** The source of what the site itself publishes. */
export const ownSource = (name: keyof typeof chinese.openData.sources): Bilingual => ({
  zh: chinese.openData.sources[name],
  en: english.openData.sources[name],
});

/** An address of the site, made absolute. */
export const at = (site: URL, path: string) => new URL(path, site).href;
/** A page in each language. */
export const pages = (site: URL, path: string): Bilingual => ({
  zh: at(site, pathIn('zh-CN', path)),
  en: at(site, pathIn('en', path)),
});
/** What stands above the rows of a file. */
export const head = (site: URL, name: string, source: Bilingual) => ({
  about: at(site, `/data/#${name}`),
  licence: licence || null,
  source,
});
