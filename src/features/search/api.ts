import { inLocale, type Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import { parseMoment, shanghaiDay } from '../../lib/dates';
import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { Entry } from './entry';

/** More than the site ever showed at once; what is older is found in the calendar of past events. */
const most = 500;

/** The next day of every event that has one, in words, the soonest first. */
async function readNextDays(
  client: Client,
  dayInWords: (day: string) => string,
): Promise<Map<string, string>> {
  const { data, error } = await client
    .from('event_calendar')
    .select('slug, starts_at')
    .gt('ends_at', new Date().toISOString())
    .eq('session_status', 'scheduled')
    .order('starts_at')
    .limit(most);
  if (error) throw refusalOf(error);
  const days = new Map<string, string>();
  for (const { slug, starts_at } of data) {
    if (!slug || !starts_at || days.has(slug)) continue;
    days.set(slug, dayInWords(shanghaiDay(parseMoment(starts_at))));
  }
  return days;
}

async function readEvents(client: Client) {
  const { data, error } = await client
    .from('events')
    .select(
      'slug, title_zh, title_en, summary_zh, summary_en, programme_zh, programme_en, audience_zh, audience_en, status, is_demo, bases (name_zh, name_en, town_code)',
    )
    .not('published_at', 'is', null)
    .order('published_at', { ascending: false })
    .limit(most);
  if (error) throw refusalOf(error);
  return data;
}

async function readBases(client: Client) {
  const { data, error } = await client
    .from('bases')
    .select(
      'slug, name_zh, name_en, summary_zh, summary_en, courses_zh, courses_en, town_code, is_demo',
    )
    .eq('is_public', true)
    .order('is_demo')
    .order('slug')
    .limit(most);
  if (error) throw refusalOf(error);
  return data;
}

/** What can be found in the database: events, those to come first, then bases. Readable by everyone. */
export async function readLiving(
  client: Client,
  locale: Locale,
  dayInWords: (day: string) => string,
): Promise<Entry[]> {
  const [days, events, bases] = await Promise.all([
    readNextDays(client, dayInWords),
    readEvents(client),
    readBases(client),
  ]);
  const say = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const soonest = [...days.keys()];
  const place = (slug: string) => (days.has(slug) ? soonest.indexOf(slug) : soonest.length);
  return [
    ...events
      .toSorted((one, other) => place(one.slug) - place(other.slug))
      .map(
        (row): Entry => ({
          kind: 'event',
          path: pathIn(locale, `/events/${row.slug}/`),
          title: say(row.title_zh, row.title_en),
          text: [
            say(row.summary_zh, row.summary_en),
            say(row.programme_zh, row.programme_en),
            say(row.audience_zh, row.audience_en),
            say(row.bases.name_zh, row.bases.name_en),
          ]
            .filter(Boolean)
            .join(' '),
          town: row.bases.town_code,
          when: days.get(row.slug),
          isCancelled: row.status === 'cancelled' || undefined,
          isDemo: row.is_demo || undefined,
        }),
      ),
    ...bases.map(
      (row): Entry => ({
        kind: 'base',
        path: pathIn(locale, `/bases/${row.slug}/`),
        title: say(row.name_zh, row.name_en),
        text: [say(row.summary_zh, row.summary_en), say(row.courses_zh, row.courses_en)]
          .filter(Boolean)
          .join(' '),
        town: row.town_code,
        isDemo: row.is_demo || undefined,
      }),
    ),
  ];
}
