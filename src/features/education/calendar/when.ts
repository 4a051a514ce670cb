import { dateLocale, type Locale } from '../../../i18n/locale';
import { dateFormat, shanghaiDay } from '../../../lib/dates';

const zone = 'Asia/Shanghai';
const clock = (locale: Locale) =>
  dateFormat(dateLocale(locale), {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
const asDay = (day: string) => new Date(`${day}T00:00:00Z`);

/** A calendar day in words, with its weekday and without its year. */
export const dayAndMonth = (day: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(asDay(day));

/** The weekday of a calendar day, in its short form. */
export const weekday = (day: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), { timeZone: 'UTC', weekday: 'short' }).format(asDay(day));

/** The month of a calendar day, in its short form. */
export const shortMonth = (day: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), { timeZone: 'UTC', month: 'short' }).format(asDay(day));

/** A month (YYYY-MM) in words. */
export const monthName = (month: string, locale: Locale): string =>
  dateFormat(dateLocale(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  }).format(asDay(`${month}-01`));

/** From when to when on Shanghai's clocks: `09:00–11:30`, with the last day when it is another one. */
export function hours(startsAt: Date, endsAt: Date, locale: Locale): string {
  const [first, last] = [shanghaiDay(startsAt), shanghaiDay(endsAt)];
  const end = clock(locale).format(endsAt);
  return `${clock(locale).format(startsAt)}–${first === last ? end : `${dayAndMonth(last, locale)} ${end}`}`;
}

/** A moment for `<time datetime>` and schema.org: Shanghai's clock with its offset, to the minute. */
export const withOffset = (moment: Date): string =>
  `${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)}+08:00`;
