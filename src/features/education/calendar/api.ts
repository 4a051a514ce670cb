import type { Locale } from '../../../i18n/locale';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { TownCode } from '../../../lib/towns';
import type { Cursor } from './cursor';
import type { CalendarFilter } from './filter';
import { type CalendarRow, type CalendarSession, sessionOf } from './session';

/** Sessions of a page; of a month or a calendar file at most. */
export const pageSize = 24;
export const mostAtOnce = 500;

const columns =
  'session_id, starts_at, ends_at, opens_at, closes_at, changed_at, published_at, place_zh, place_en, capacity, seats_free, waiting, waitlist_limit, sequence, session_status, event_status, cancel_reason_zh, cancel_reason_en, slug, kind, theme, title_zh, title_en, summary_zh, summary_en, languages, minimum_age, maximum_age, guardian_below, cover, coins, is_demo, base_name_zh, base_name_en, base_slug, town_code';

/** No session is longer, so what began earlier is over. The database holds it. */
const longestMs = 15 * 86_400_000;

/** The calendar by a filter; `behind` is one more alternative that must hold, as PostgREST writes it. */
function calendar(client: Client, filter: CalendarFilter, behind?: string) {
  let query = client.from('event_calendar').select(columns);
  if (filter.theme) query = query.eq('theme', filter.theme);
  if (filter.town) query = query.eq('town_code', filter.town);
  if (filter.language) query = query.contains('languages', [filter.language]);
  if (filter.free) {
    query = query
      .gt('seats_free', 0)
      .eq('session_status', 'scheduled')
      .eq('event_status', 'published');
  }
  const alternatives = [
    ...(filter.age === undefined
      ? []
      : [
          `or(minimum_age.is.null,minimum_age.lte.${filter.age})`,
          `or(maximum_age.is.null,maximum_age.gte.${filter.age})`,
        ]),
    ...(behind ? [`or(${behind})`] : []),
  ];
  // One parameter for all of them: the embedded API heeds only the last `or` of an address.
  return alternatives.length > 0 ? query.or(`and(${alternatives.join(',')})`) : query;
}

async function read(
  query: ReturnType<typeof calendar>,
  locale: Locale,
): Promise<CalendarSession[]> {
  const { data, error } = await query.overrideTypes<CalendarRow[], { merge: false }>();
  if (error) throw refusalOf(error);
  return data.map((row) => sessionOf(row, locale));
}

/** Sessions that are not over at a moment, earliest first: a page of them, and one more if there is more. */
export const readUpcoming = (
  client: Client,
  locale: Locale,
  filter: CalendarFilter,
  { now, after, limit = pageSize }: { now: Date; after?: Cursor | undefined; limit?: number },
): Promise<CalendarSession[]> =>
  read(
    calendar(client, filter, after && beyond(after, 'gt'))
      .gt('ends_at', now.toISOString())
      .gte('starts_at', after?.startsAt ?? new Date(now.getTime() - longestMs).toISOString())
      .order('starts_at')
      .order('session_id')
      .limit(limit + 1),
    locale,
  );

/** Sessions that are over at a moment, latest first: a page of them, and one more if there is more. */
export const readPast = (
  client: Client,
  locale: Locale,
  filter: CalendarFilter,
  { now, before }: { now: Date; before?: Cursor | undefined },
): Promise<CalendarSession[]> =>
  read(
    calendar(client, filter, before && beyond(before, 'lt'))
      .lte('ends_at', now.toISOString())
      .lte('starts_at', before?.startsAt ?? now.toISOString())
      .order('starts_at', { ascending: false })
      .order('session_id', { ascending: false })
      .limit(pageSize + 1),
    locale,
  );

const beyond = ({ startsAt, id }: Cursor, side: 'gt' | 'lt'): string =>
  `starts_at.${side}.${startsAt},and(starts_at.eq.${startsAt},session_id.${side}.${id})`;

/** Sessions that start between two moments, earliest first, `mostAtOnce` of them at most. */
export const readBetween = (
  client: Client,
  locale: Locale,
  filter: CalendarFilter,
  { from, to }: { from: Date; to: Date },
): Promise<CalendarSession[]> =>
  read(
    calendar(client, filter)
      .gte('starts_at', from.toISOString())
      .lt('starts_at', to.toISOString())
      .order('starts_at')
      .order('session_id')
      .limit(mostAtOnce),
    locale,
  );

/** How many coming sessions each town has; the filter's own town does not count. */
export async function countByTown(
  client: Client,
  { theme, age, language, free }: CalendarFilter,
): Promise<Partial<Record<TownCode, number>>> {
  const { data, error } = await client.rpc('count_coming_sessions', {
    ...(theme && { p_theme: theme }),
    ...(age !== undefined && { p_age: age }),
    ...(language && { p_language: language }),
    p_only_free: free ?? false,
  });
  if (error) throw refusalOf(error);
  return Object.fromEntries(data.map(({ town_code, sessions }) => [town_code, sessions]));
}

/** The sessions of one event, earliest first. */
export const readSessionsOf = (
  client: Client,
  locale: Locale,
  slug: string,
): Promise<CalendarSession[]> =>
  read(calendar(client, {}).eq('slug', slug).order('starts_at').limit(mostAtOnce), locale);

/** The sessions at a base that are not over, earliest first, or those that are, latest first; a few of them. */
export const readSessionsAt = (
  client: Client,
  locale: Locale,
  baseSlug: string,
  { now, past = false }: { now: Date; past?: boolean },
): Promise<CalendarSession[]> => {
  const there = calendar(client, {}).eq('base_slug', baseSlug);
  const inTime = past
    ? there.lte('ends_at', now.toISOString())
    : there.gt('ends_at', now.toISOString());
  return read(inTime.order('starts_at', { ascending: !past }).limit(12), locale);
};
