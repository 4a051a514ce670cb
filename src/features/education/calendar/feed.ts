import type { RSSOptions } from '@astrojs/rss';
import type { Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import type { Dictionary } from '../../../i18n/zh-CN';
import { shanghaiDay } from '../../../lib/dates';
import { townName } from '../../../lib/town-name';
import type { CalendarSession } from './session';
import { dayAndMonth, hours } from './when';

/** The feed of what has been published, newest first: one item an event, with its coming sessions. */
export function eventFeed(
  sessions: readonly CalendarSession[],
  { locale, t, site }: { locale: Locale; t: Dictionary; site: URL },
): RSSOptions {
  const at = (path: string) => new URL(pathIn(locale, path), site).href;
  const events = [...Map.groupBy(sessions, ({ slug }) => slug).values()].sort(
    ([a], [b]) => (b?.publishedAt.getTime() ?? 0) - (a?.publishedAt.getTime() ?? 0),
  );
  const line = (session: CalendarSession) =>
    [
      dayAndMonth(shanghaiDay(session.startsAt), locale),
      hours(session.startsAt, session.endsAt, locale),
      townName(session.town, locale),
      session.place,
      session.isCancelled ? t.calendar.states.cancelled : '',
    ]
      .filter(Boolean)
      .join(' ');
  return {
    title: t.calendar.feedTitle,
    description: t.calendar.lead,
    site: at('/events/'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${locale}</language>`,
      `<atom:link href="${at('/events/rss.xml')}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: events.flatMap((ofEvent) => {
      const [first] = ofEvent;
      if (!first) return [];
      return {
        title: first.title,
        link: at(`/events/${first.slug}/`),
        pubDate: first.publishedAt,
        categories: [t.calendar.kinds[first.kind]],
        description: [first.summary, ...ofEvent.map(line)].join('\n'),
      };
    }),
  };
}
