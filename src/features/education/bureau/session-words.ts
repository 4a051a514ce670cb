import { inLocale, type Locale } from '../../../i18n/locale';
import { parseMoment, shanghaiDay } from '../../../lib/dates';
import { dayAndMonth, hours } from '../calendar/when';
import type { StoredSession } from './event-draft';

/** When a session is and where, in words; the year with it, because it goes on paper. */
export function whenAndWhere(session: StoredSession, locale: Locale): string {
  const [from, to] = [parseMoment(session.starts_at), parseMoment(session.ends_at)];
  const day = shanghaiDay(from);
  const place = inLocale({ zh: session.place_zh, en: session.place_en }, locale);
  const year = day.slice(0, 4);
  const [inChinese, inEnglish] = [
    `${year}年${dayAndMonth(day, locale)}`,
    `${dayAndMonth(day, locale)} ${year}`,
  ];
  return `${inLocale({ zh: inChinese, en: inEnglish }, locale)} ${hours(from, to, locale)} · ${place}`;
}
