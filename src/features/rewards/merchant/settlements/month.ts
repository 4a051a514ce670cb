import { dateLocale, type Locale } from '../../../../i18n/locale';
import { dateFormat } from '../../../../lib/dates';

/** A month (YYYY-MM, or a day of it) in words. */
export const formatMonth = (month: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
    new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
  );
