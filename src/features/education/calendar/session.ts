import { inLocale, type Locale } from '../../../i18n/locale';
import type { Database } from '../../../lib/database.types';
import { parseMoment } from '../../../lib/dates';

type View = Database['public']['Views']['event_calendar']['Row'];
type MayBeEmpty = 'minimum_age' | 'maximum_age' | 'guardian_below';

/** A row of the view `event_calendar`; only ages may be missing, though views do not say so. */
export type CalendarRow = {
  [Column in Exclude<keyof View, MayBeEmpty>]: NonNullable<View[Column]>;
} & Pick<View, MayBeEmpty>;

/** A session with its event and base, in the reader's language. */
export type CalendarSession = ReturnType<typeof sessionOf>;

/** Puts a row of the calendar into the reader's language. */
export const sessionOf = (row: CalendarRow, locale: Locale) => ({
  id: row.session_id,
  startsAt: parseMoment(row.starts_at),
  endsAt: parseMoment(row.ends_at),
  opensAt: parseMoment(row.opens_at),
  closesAt: parseMoment(row.closes_at),
  changedAt: parseMoment(row.changed_at),
  publishedAt: parseMoment(row.published_at),
  place: inLocale({ zh: row.place_zh, en: row.place_en }, locale),
  capacity: row.capacity,
  free: row.seats_free,
  waiting: row.waiting,
  waitlistLimit: row.waitlist_limit,
  sequence: row.sequence,
  isCancelled: row.session_status === 'cancelled' || row.event_status === 'cancelled',
  cancelReason: inLocale({ zh: row.cancel_reason_zh, en: row.cancel_reason_en }, locale),
  slug: row.slug,
  kind: row.kind,
  theme: row.theme,
  title: inLocale({ zh: row.title_zh, en: row.title_en }, locale),
  summary: inLocale({ zh: row.summary_zh, en: row.summary_en }, locale),
  languages: row.languages,
  minimumAge: row.minimum_age,
  maximumAge: row.maximum_age,
  cover: row.cover,
  coins: row.coins,
  isDemo: row.is_demo,
  base: inLocale({ zh: row.base_name_zh, en: row.base_name_en }, locale),
  baseSlug: row.base_slug,
  town: row.town_code,
});
