import { parseMoment } from '../../lib/dates';
import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';

const columns =
  'session_id, starts_at, ends_at, place_zh, place_en, capacity, seats_free, session_status, event_status, slug, kind, theme, title_zh, title_en, summary_zh, summary_en, languages, minimum_age, maximum_age, published_at, is_demo, base_slug, base_name_zh, base_name_en, town_code';

/** As many sessions as the calendar files give, and as far back: a month. */
const most = 500;
const backMs = 31 * 86_400_000;

/** Sessions of the last month and all to come, the earliest first. Readable by everyone. */
export async function readSessions(client: Client, now: Date) {
  const { data, error } = await client
    .from('event_calendar')
    .select(columns)
    .gte('starts_at', new Date(now.getTime() - backMs).toISOString())
    .order('starts_at')
    .order('session_id')
    .limit(most)
    .overrideTypes<SessionRow[], { merge: false }>();
  if (error) throw refusalOf(error);
  return data;
}

/** A row of the calendar; only ages may be missing, though views do not say so. */
export interface SessionRow {
  session_id: string;
  starts_at: string;
  ends_at: string;
  place_zh: string;
  place_en: string;
  capacity: number;
  seats_free: number;
  session_status: string;
  event_status: string;
  slug: string;
  kind: string;
  theme: string;
  title_zh: string;
  title_en: string;
  summary_zh: string;
  summary_en: string;
  languages: string[];
  minimum_age: number | null;
  maximum_age: number | null;
  published_at: string;
  is_demo: boolean;
  base_slug: string;
  base_name_zh: string;
  base_name_en: string;
  town_code: string;
}

/** A moment as JSON has it. */
export const asMoment = (text: string): string => parseMoment(text).toISOString();
