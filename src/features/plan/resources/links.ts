import { dictionaryOf } from '../../../i18n/dictionary';
import { inLocale, type Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import { type TownCode, towns } from '../../../lib/towns';

/** Each town by name, leading to its page. */
export const townLinks = (codes: readonly TownCode[], locale: Locale) =>
  codes.map((code) => ({
    label: inLocale(towns[code], locale),
    href: pathIn(locale, `/towns/${code}/`),
  }));

/** The cell of a table for towns: their pages, or that the plan names none. */
export const townCell = (codes: readonly TownCode[], locale: Locale) =>
  codes.length > 0
    ? { links: townLinks(codes, locale) }
    : { text: dictionaryOf(locale).plan.noTown };
