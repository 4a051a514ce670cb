import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { fill } from '../../../i18n/fill';
import type { Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { townName } from '../../../lib/town-name';
import type { CalendarSession } from './session';

/** What a calendar file says of a session. */
export type IcsSession = Pick<
  CalendarSession,
  | 'id'
  | 'startsAt'
  | 'endsAt'
  | 'changedAt'
  | 'publishedAt'
  | 'place'
  | 'sequence'
  | 'isCancelled'
  | 'cancelReason'
  | 'slug'
  | 'kind'
  | 'title'
  | 'summary'
  | 'base'
  | 'baseSlug'
  | 'town'
  | 'isDemo'
>;

/** How often a calendar program may ask again, in seconds. */
const refresh = 3600;

/** XML and calendars alike have no words for control characters; line breaks and tabs are kept. */
const printable = (text: string): string =>
  [...text.replace(/\r\n?/g, '\n')]
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .replaceAll('\u007f', '')
    .toWellFormed();

/**
 * Sessions as a calendar file (RFC 5545). Times are in UTC, so that every program shows them in its reader's
 * zone. A session keeps its UID for ever; a later SEQUENCE replaces what a program knows, and a cancelled
 * session stays in the file as CANCELLED, which is how programs learn of it.
 */
export function calendarFile(
  sessions: readonly IcsSession[],
  { locale, t, site, name }: { locale: Locale; t: Dictionary; site: URL; name: string },
): string {
  const at = (path: string) => new URL(pathIn(locale, path), site).href;
  const calendar = ical({
    prodId: {
      company: site.hostname,
      product: 'Green Yiwu',
      language: locale === 'en' ? 'EN' : 'ZH',
    },
    name: printable(name),
    method: ICalCalendarMethod.PUBLISH,
    ttl: refresh,
  });
  for (const session of sessions) {
    const page = at(`/events/${session.slug}/`);
    const description = [
      session.isCancelled && fill(t.calendar.cancelledBecause, { reason: session.cancelReason }),
      session.isDemo && t.site.demo,
      session.summary,
      page,
    ];
    calendar.createEvent({
      id: `${session.id}@${site.hostname}`,
      start: session.startsAt,
      end: session.endsAt,
      // The moment of the last change, not of this download: the same file for the same state.
      stamp: session.changedAt,
      created: session.publishedAt,
      lastModified: session.changedAt,
      sequence: session.sequence,
      status: session.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: session.isCancelled
        ? ICalEventTransparency.TRANSPARENT
        : ICalEventTransparency.OPAQUE,
      summary: printable(session.title),
      description: printable(description.filter(Boolean).join('\n\n')),
      location: printable(`${session.place}, ${townName(session.town, locale)}`),
      categories: [{ name: t.calendar.kinds[session.kind] }],
      url: page,
      organizer: { name: printable(session.base), email: `no-reply@${site.hostname}` },
    });
  }
  return calendar.toString();
}
