import { inLocale, type Locale } from '../../../i18n/locale';
import { parseMoment } from '../../../lib/dates';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

const columns =
  'id, slug, kind, theme, title_zh, title_en, summary_zh, summary_en, programme_zh, programme_en, audience_zh, audience_en, languages, minimum_age, maximum_age, guardian_below, accessibility_zh, accessibility_en, cover, coins, questions, status, cancel_reason_zh, cancel_reason_en, minutes_zh, minutes_en, minutes_published_at, is_demo, bases (slug, name_zh, name_en, town_code, directions_zh, directions_en, host_zh, host_en), event_changes (id, session_id, kind, text_zh, text_en, at)';

/** A question asked at registration, as the events table keeps it. */
interface Question {
  key: string;
  label_zh: string;
  label_en: string;
  required: boolean;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * A published event with its base and what was announced of it, newest first; undefined when there is
 * none. With `drafts` also one that only its hosts and editors may read.
 */
export async function readEvent(
  client: Client,
  locale: Locale,
  slug: string,
  { drafts = false } = {},
) {
  const found = client.from('events').select(columns).eq('slug', slug);
  const { data, error } = await (drafts ? found : found.not('published_at', 'is', null))
    .order('id', { referencedTable: 'event_changes', ascending: false })
    .maybeSingle();
  if (error) throw refusalOf(error);
  if (!data) return undefined;
  const say = (zh: string, en: string) => inLocale({ zh, en }, locale);
  return {
    slug: data.slug,
    kind: data.kind,
    theme: data.theme,
    title: say(data.title_zh, data.title_en),
    summary: say(data.summary_zh, data.summary_en),
    programme: lines(say(data.programme_zh, data.programme_en)),
    audience: say(data.audience_zh, data.audience_en),
    languages: data.languages,
    minimumAge: data.minimum_age,
    maximumAge: data.maximum_age,
    guardianBelow: data.guardian_below,
    accessibility: say(data.accessibility_zh, data.accessibility_en),
    cover: data.cover,
    coins: data.coins,
    questions: (data.questions as unknown as Question[]).map((question) => ({
      key: question.key,
      label: say(question.label_zh, question.label_en),
      required: question.required,
    })),
    isCancelled: data.status === 'cancelled',
    cancelReason: say(data.cancel_reason_zh, data.cancel_reason_en),
    minutes: data.minutes_published_at
      ? {
          paragraphs: lines(say(data.minutes_zh, data.minutes_en)),
          publishedAt: data.minutes_published_at,
        }
      : undefined,
    isDemo: data.is_demo,
    base: {
      slug: data.bases.slug,
      name: say(data.bases.name_zh, data.bases.name_en),
      town: data.bases.town_code,
      directions: say(data.bases.directions_zh, data.bases.directions_en),
      host: say(data.bases.host_zh, data.bases.host_en),
    },
    changes: data.event_changes.map((change) => ({
      id: change.id,
      sessionId: change.session_id,
      kind: change.kind,
      text: say(change.text_zh, change.text_en),
      at: parseMoment(change.at),
    })),
  };
}

export type PublicEvent = NonNullable<Awaited<ReturnType<typeof readEvent>>>;

/** The slugs of published events, latest published first, a thousand at most. */
export async function readEventSlugs(client: Client): Promise<string[]> {
  const { data, error } = await client
    .from('events')
    .select('slug')
    .not('published_at', 'is', null)
    .order('published_at', { ascending: false })
    .limit(1000);
  if (error) throw refusalOf(error);
  return data.map(({ slug }) => slug);
}
