import { fill } from '../../i18n/fill';
import { dateLocale, type Locale } from '../../i18n/locale';
import { numberFormat } from '../../i18n/numbers';
import type { Dictionary } from '../../i18n/zh-CN';
import { dateFormat } from '../../lib/dates';
import type { Forecast } from '../coins/forecast';
import type { EnvelopeOutlook } from './api';

/** A calendar day (YYYY-MM-DD) in words, without its year. */
export const shortDay = (day: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), { timeZone: 'UTC', month: 'long', day: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A writer of whole numbers, grouped as the language does. */
export const numberIn = (locale: Locale) => {
  const format = numberFormat(locale, { maximumFractionDigits: 0 });
  return (value: number): string => format.format(value);
};

/** A writer of means: with one decimal below ten. */
const meanIn = (locale: Locale, value: number) =>
  numberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);

/** When an envelope is used up, in a sentence. */
export function outlookInWords(
  { daily }: EnvelopeOutlook,
  outlook: Forecast | undefined,
  words: Dictionary['transparency']['envelopes'],
  locale: Locale,
): string {
  if (!outlook) return words.unknown;
  const { on, earliest, latest } = outlook;
  const say = (text: string) =>
    fill(text, {
      perDay: meanIn(locale, outlook.perDay),
      on: on === null ? '' : shortDay(on, locale),
      earliest: earliest === null ? '' : shortDay(earliest, locale),
      latest: latest === null ? '' : shortDay(latest, locale),
    });
  switch (outlook.outlook) {
    case 'empty':
      return words.empty;
    case 'runs_out':
      return say(earliest === latest ? words.runsOutOnDay : words.runsOut);
    case 'tight':
      return say(on === null ? words.tight : words.tightOn);
    case 'lasts':
      return daily.every((coins) => coins === 0) ? words.unused : say(words.lasts);
  }
}
