import type { APIContext } from 'astro';
import { readCases } from '../../features/case-studies/load';
import { dayAndMonth, hours } from '../../features/education/calendar/when';
import { awayAnswer, dataAnswer, keptFor } from '../../features/open-data/answer';
import { readSessions } from '../../features/open-data/api';
import { feedDocument } from '../../features/open-data/documents';
import { dictionaryOf } from '../../i18n/dictionary';
import { inLocale } from '../../i18n/locale';
import { localeOf } from '../../i18n/paths';
import { parseMoment, shanghaiDay } from '../../lib/dates';
import { publicClient } from '../../lib/supabase/server';
import { townName } from '../../lib/town-name';

export const prerender = false;

export async function GET({ url, site, cache }: APIContext): Promise<Response> {
  const locale = localeOf(url.pathname);
  const t = dictionaryOf(locale);
  const now = new Date();
  const [cases, sessions] = await Promise.all([
    readCases(locale),
    readSessions(publicClient(), now).catch((): undefined => undefined),
  ]);
  if (!sessions) return awayAnswer();
  cache.set({ maxAge: keptFor.living, swr: 600, tags: ['events'] });
  const words = {
    title: t.site.name,
    description: t.site.description,
    caseTag: t.nav.cases,
    eventTag: t.nav.events,
    lines: (rows: Readonly<typeof sessions>) =>
      rows.map((row) => {
        const [start, end] = [parseMoment(row.starts_at), parseMoment(row.ends_at)];
        return [
          dayAndMonth(shanghaiDay(start), locale),
          hours(start, end, locale),
          townName(row.town_code, locale),
          inLocale({ zh: row.place_zh, en: row.place_en }, locale),
          row.session_status === 'cancelled' || row.event_status === 'cancelled'
            ? t.calendar.states.cancelled
            : '',
        ]
          .filter(Boolean)
          .join(' ');
      }),
  };
  const document = feedDocument(cases, sessions, { locale, words, site: site ?? url, now });
  return dataAnswer(JSON.stringify(document), 'application/feed+json', keptFor.living);
}
