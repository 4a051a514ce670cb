import { inLocale, type Locale } from '../../../i18n/locale';
import type { Database } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

const columns =
  'slug, name_zh, name_en, kind, town_code, summary_zh, summary_en, courses_zh, courses_en, opening_zh, opening_en, directions_zh, directions_en, accessibility_zh, accessibility_en, host_zh, host_en, source_section, is_provincial, is_demo';

type Row = Pick<
  Database['public']['Tables']['bases']['Row'],
  | 'slug'
  | 'name_zh'
  | 'name_en'
  | 'kind'
  | 'town_code'
  | 'summary_zh'
  | 'summary_en'
  | 'courses_zh'
  | 'courses_en'
  | 'opening_zh'
  | 'opening_en'
  | 'directions_zh'
  | 'directions_en'
  | 'accessibility_zh'
  | 'accessibility_en'
  | 'host_zh'
  | 'host_en'
  | 'source_section'
  | 'is_provincial'
  | 'is_demo'
>;

function baseOf(row: Row, locale: Locale) {
  const say = (zh: string, en: string) => inLocale({ zh, en }, locale);
  return {
    slug: row.slug,
    name: say(row.name_zh, row.name_en),
    kind: row.kind,
    town: row.town_code,
    summary: say(row.summary_zh, row.summary_en),
    courses: say(row.courses_zh, row.courses_en).split('\n').filter(Boolean),
    opening: say(row.opening_zh, row.opening_en),
    directions: say(row.directions_zh, row.directions_en),
    accessibility: say(row.accessibility_zh, row.accessibility_en),
    host: say(row.host_zh, row.host_en),
    sourceSection: row.source_section,
    isProvincial: row.is_provincial,
    isDemo: row.is_demo,
  };
}

/** An education base in the reader's language; what is not known of it is empty. */
export type Base = ReturnType<typeof baseOf>;

/** Education bases that the public may see, by name: those with a source first. */
export async function readBases(client: Client, locale: Locale): Promise<Base[]> {
  const { data, error } = await client
    .from('bases')
    .select(columns)
    .eq('is_public', true)
    .order('is_demo')
    .order(locale === 'en' ? 'name_en' : 'name_zh')
    .limit(500);
  if (error) throw refusalOf(error);
  return data.map((row) => baseOf(row, locale));
}

/** One base that the public may see; undefined when there is none of this name. */
export async function readBase(
  client: Client,
  locale: Locale,
  slug: string,
): Promise<Base | undefined> {
  const { data, error } = await client
    .from('bases')
    .select(columns)
    .eq('is_public', true)
    .eq('slug', slug)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? baseOf(data, locale) : undefined;
}

/** The plan's aim for provincial bases by 2024. Source: plan 五（四）3. */
export const provincialTarget = 8;

/** Provincial bases that a source supports; demo data never counts. */
export const countProvincial = (bases: readonly Base[]): number =>
  bases.filter(
    ({ isProvincial, isDemo, sourceSection }) => isProvincial && !isDemo && sourceSection,
  ).length;
