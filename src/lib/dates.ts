import { dateLocale, type Locale } from '../i18n/locale';

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

/** The calendar day (YYYY-MM-DD) of a moment in Shanghai. */
export const shanghaiDay = (moment: Date): string =>
  dateFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment);

/** The time of day (HH:MM) of a moment in Shanghai. */
export const shanghaiTime = (moment: Date): string =>
  dateFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(moment);

/** The moment (ISO 8601) at which it is a time (HH:MM) of a day (YYYY-MM-DD) in Shanghai. */
export const shanghaiMoment = (day: string, time: string): string => `${day}T${time}:00+08:00`;

/** A moment in Shanghai as figures that sort and line up: 2026-11-23 20:44. */
export const formatStamp = (text: string): string =>
  dateFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(parseMoment(text));
