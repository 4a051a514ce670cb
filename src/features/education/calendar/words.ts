import { fill } from '../../../i18n/fill';
import { inLocale, type Locale, listed } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import { shanghaiDay } from '../../../lib/dates';
import { towns } from '../../../lib/towns';
import type { CalendarFilter } from './filter';
import type { CalendarSession } from './session';
import type { SessionState } from './state';
import { dayAndMonth, hours } from './when';

/** A day and a time in words, on Shanghai's clocks. */
export const dayAndTime = (moment: Date, locale: Locale): string =>
  `${dayAndMonth(shanghaiDay(moment), locale)} ${hours(moment, moment, locale).split('–')[0]}`;

/** The state of a session in words. */
export const stateWords = (
  state: SessionState,
  session: CalendarSession,
  t: Dictionary,
  locale: Locale,
): string =>
  fill(t.calendar.states[state], {
    free: session.free,
    waiting: session.waiting,
    opens: dayAndTime(session.opensAt, locale),
  });

/** Languages in words, such as 「普通话、英语」. */
export const languageWords = (codes: readonly string[], t: Dictionary, locale: Locale): string =>
  listed(
    codes.map((code) => (t.calendar.languages as Record<string, string>)[code] ?? code),
    locale,
  );

/** What a filter asks for, in words. */
export const filterWords = (filter: CalendarFilter, t: Dictionary, locale: Locale): string =>
  listed(
    [
      filter.theme && t.calendar.themes[filter.theme],
      filter.town && inLocale(towns[filter.town], locale),
      filter.age !== undefined && fill(t.calendar.ageYears, { age: filter.age }),
      filter.language && t.calendar.languages[filter.language],
      filter.free && t.calendar.free,
    ].filter((words) => typeof words === 'string'),
    locale,
  );

/** The ages an event is for, in words. */
export function ageWords(
  { minimumAge, maximumAge }: Pick<CalendarSession, 'minimumAge' | 'maximumAge'>,
  t: Dictionary,
): string {
  const words = t.calendar.event;
  const values = { from: minimumAge ?? 0, to: maximumAge ?? 0 };
  if (minimumAge !== null && maximumAge !== null) return fill(words.agesBetween, values);
  if (minimumAge !== null) return fill(words.agesFrom, values);
  return maximumAge === null ? words.agesAny : fill(words.agesTo, values);
}
