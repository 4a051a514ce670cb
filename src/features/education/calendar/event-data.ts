import type { Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import { addressData } from '../../../lib/city';
import type { CalendarSession } from './session';
import { withOffset } from './when';

/** A session as schema.org describes it, for search engines. */
export function eventData(session: CalendarSession, locale: Locale, site: URL) {
  const at = (path: string) => new URL(pathIn(locale, path), site).href;
  const url = at(`/events/${session.slug}/`);
  const { minimumAge, maximumAge } = session;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `${url}#${session.id}`,
    url,
    name: session.title,
    description: session.summary,
    startDate: withOffset(session.startsAt),
    endDate: withOffset(session.endsAt),
    eventStatus: `https://schema.org/${session.isCancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    isAccessibleForFree: true,
    maximumAttendeeCapacity: session.capacity,
    remainingAttendeeCapacity: session.free,
    inLanguage: session.languages.map((language) => (language === 'yiwu' ? 'wuu' : language)),
    ...(minimumAge === null && maximumAge === null
      ? {}
      : { typicalAgeRange: `${minimumAge ?? 0}-${maximumAge ?? ''}` }),
    location: {
      '@type': 'Place',
      name: session.place,
      address: addressData(session.town, locale),
    },
    organizer: {
      '@type': 'Organization',
      name: session.base,
      url: at(`/bases/${session.baseSlug}/`),
    },
    offers: {
      '@type': 'Offer',
      url,
      price: 0,
      priceCurrency: 'CNY',
      validFrom: withOffset(session.opensAt),
      availability: `https://schema.org/${session.free > 0 ? 'InStock' : 'SoldOut'}`,
    },
  };
}
