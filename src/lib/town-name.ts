import { inLocale, type Locale } from '../i18n/locale';
import { type TownCode, towns } from './towns';

/**
 * A town's name; its code where the site does not know it, because the database may know more towns than the
 * site was built with; null where there is none.
 */
export function townName(code: string, locale: Locale): string;
export function townName(code: string | null, locale: Locale): string | null;
export function townName(code: string | null, locale: Locale): string | null {
  if (code === null || !Object.hasOwn(towns, code)) return code;
  return inLocale(towns[code as TownCode], locale);
}
