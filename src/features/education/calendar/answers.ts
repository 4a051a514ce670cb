import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { dictionaryOf } from '../../../i18n/dictionary';
import { localeOf } from '../../../i18n/paths';
import { publicClient } from '../../../lib/supabase/server';
import { mostAtOnce, readBetween, readSessionsOf, readUpcoming } from './api';
import { eventFeed } from './feed';
import { isFiltered, parseFilter } from './filter';
import { calendarFile } from './ics';
import type { CalendarSession } from './session';
import { filterWords } from './words';

const dayMs = 86_400_000;

/** Where the addresses in feeds and calendar files begin; set in astro.config.mjs. */
function siteOf({ site }: APIContext): URL {
  if (!site) throw new Error('Feeds need `site` in astro.config.mjs: their links are absolute.');
  return site;
}

function calendarAnswer(
  context: APIContext,
  sessions: readonly CalendarSession[],
  { name, file }: { name: string; file: string },
): Response {
  const locale = localeOf(context.url.pathname);
  context.cache.set({ maxAge: 60, swr: 600, tags: ['events'] });
  const t = dictionaryOf(locale);
  return new Response(calendarFile(sessions, { locale, t, site: siteOf(context), name }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="${file}"`,
    },
  });
}

/** Answers when the database is away: programs that follow a calendar keep what they have and come back. */
const away = (): Response =>
  new Response(null, {
    status: 503,
    headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
  });

/** Answers `events.ics`: sessions of the last month and all to come, by the filters of the calendar. */
export async function answerCalendar(context: APIContext): Promise<Response> {
  const locale = localeOf(context.url.pathname);
  const t = dictionaryOf(locale);
  const filter = parseFilter(context.url.searchParams);
  const now = Date.now();
  const sessions = await readBetween(publicClient(), locale, filter, {
    from: new Date(now - 31 * dayMs),
    to: new Date(now + 730 * dayMs),
  }).catch((): undefined => undefined);
  if (!sessions) return away();
  const name = isFiltered(filter)
    ? `${t.calendar.feedTitle} · ${filterWords(filter, t, locale)}`
    : t.calendar.feedTitle;
  return calendarAnswer(context, sessions, { name, file: 'green-yiwu.ics' });
}

/** Answers `<slug>/<session>.ics`, one session, and `<slug>/all.ics`, each of an event's sessions. */
export async function answerSession(context: APIContext): Promise<Response> {
  const { slug = '', session = '' } = context.params;
  const locale = localeOf(context.url.pathname);
  const ofEvent = await readSessionsOf(publicClient(), locale, slug).catch(
    (): undefined => undefined,
  );
  if (!ofEvent) return away();
  const asked = session === 'all' ? ofEvent : ofEvent.filter(({ id }) => id === session);
  const [first] = asked;
  if (!first) return new Response(null, { status: 404 });
  return calendarAnswer(context, asked, { name: first.title, file: `${slug}.ics` });
}

/** Answers `events/rss.xml` in the language of its address. */
export async function answerEventFeed(context: APIContext): Promise<Response> {
  const locale = localeOf(context.url.pathname);
  const sessions = await readUpcoming(
    publicClient(),
    locale,
    {},
    {
      now: new Date(),
      limit: mostAtOnce,
    },
  ).catch((): undefined => undefined);
  if (!sessions) return away();
  context.cache.set({ maxAge: 60, swr: 600, tags: ['events'] });
  return rss(eventFeed(sessions, { locale, t: dictionaryOf(locale), site: siteOf(context) }));
}
