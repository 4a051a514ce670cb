import { dateLocale, type Locale } from '../i18n/locale';
import { formatYuan } from './yuan';

const zone = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter of dates, made once: making one takes longer than using it a hundred times. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, format);
  return format;
}

/** A moment from the API as a Date; PostgreSQL's own spelling is brought to ISO 8601 first. */
export const parseMoment = (text: string): Date =>
  new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));

/** A moment as day and time in Shanghai. */
export const formatMoment = (text: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(parseMoment(text));

/** A calendar day (YYYY-MM-DD), which has no time zone. */
export const formatDay = (day: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A month, given by one of its days (YYYY-MM-DD), in words. */
export const formatMonth = (day: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/**
 * A value that comes with its name from the database: moments (`…_at`) as day and time in Shanghai, calendar
 * days as days, amounts (`…_fen`) in yuan, anything else as it is.
 */
export const formatValue = (
  name: string,
  value: string | number,
  locale: Locale,
): string | number => {
  if (name.endsWith('_at')) return formatMoment(String(value), locale);
  if (name.endsWith('_fen')) return formatYuan(Number(value), locale);
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDay(String(value), locale) : value;
};

/** The calendar day (YYYY-MM-DD) of a moment in Shanghai. */
export const shanghaiDay = (moment: Date): string =>
  dateFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment);

/** The time of day (HH:MM) of a moment in Shanghai. */
export const shanghaiTime = (moment: Date): string =>
  dateFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(moment);

/** The time of day (HH:MM:SS) of a moment, in milliseconds, in Shanghai. */
export const shanghaiSecond = (moment: number): string =>
  dateFormat('sv-SE', { timeZone: zone, timeStyle: 'medium' }).format(moment);

/** The moment (ISO 8601) at which it is a time (HH:MM) of a day (YYYY-MM-DD) in Shanghai. */
export const shanghaiMoment = (day: string, time: string): string => `${day}T${time}:00+08:00`;

/** A moment in Shanghai as figures that sort and line up: 2026-11-23 20:44. */
export const formatStamp = (text: string): string =>
  dateFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(parseMoment(text));
