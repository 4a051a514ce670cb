import type { Locale } from '../../../i18n/locale';
import { formatNumber } from '../../../i18n/numbers';
import { parseMoment } from '../../../lib/dates';

/** The length of a session in hours, to the nearest tenth, as the reader writes numbers. */
export function hoursBetween(startsAt: string, endsAt: string, locale: Locale): string {
  const hours = (parseMoment(endsAt).getTime() - parseMoment(startsAt).getTime()) / 3_600_000;
  return formatNumber(Math.round(hours * 10) / 10, locale);
}
