import { inLocale, type Locale } from '../i18n/locale';
import { type TownCode, towns } from './towns';

/** A town's name, if the site knows its code: the database may know more than the site was built with. */
export const townName = (code: string | null, locale: Locale): string | undefined =>
  code !== null && Object.hasOwn(towns, code)
    ? inLocale(towns[code as TownCode], locale)
    : undefined;
