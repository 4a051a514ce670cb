import { fill } from '../../i18n/fill';
import { inLocale, type Locale } from '../../i18n/locale';
import { formatShare, numberFormat } from '../../i18n/numbers';
import type { Dictionary } from '../../i18n/zh-CN';
import { formatDay } from '../../lib/dates';
import { townName } from '../../lib/town-name';
import type { Variable } from './estimate/answers';
import type { SnapshotContent } from './snapshot/content';

type Words = Dictionary['satisfaction'];

/** A score or a weight with so many decimals. */
export const decimal = (value: number, digits = 1): string => value.toFixed(digits);

/** A number with its sign. */
export const signed = (value: number, locale: Locale): string =>
  numberFormat(locale, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);

/** The interval of a share in words. */
export const shareInterval = (
  t: Words,
  { low, high }: { low: number; high: number },
  locale: Locale,
): string => fill(t.interval, { low: formatShare(low, locale), high: formatShare(high, locale) });

/** The interval of a score in words. */
export const scoreInterval = (t: Words, { low, high }: { low: number; high: number }): string =>
  fill(t.interval, { low: decimal(low), high: decimal(high) });

/** The name of a level of town, age or sex. */
export function levelName(
  t: Words,
  variable: Variable,
  level: string | null,
  locale: Locale,
): string {
  if (level === null) return t.notStated;
  if (variable === 'town') return townName(level, locale);
  const names: Record<string, string> = variable === 'age' ? t.ages : t.sexes;
  return names[level] ?? level;
}

/** A wave by its title and days. */
export const waveName = (
  t: Words,
  { title, opens_on, closes_on }: SnapshotContent['wave'],
  locale: Locale,
): string =>
  fill(t.wave, {
    title: inLocale(title, locale),
    opens: formatDay(opens_on, locale),
    closes: formatDay(closes_on, locale),
  });
