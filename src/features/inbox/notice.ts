import { fill } from '../../i18n/fill';
import type { Locale } from '../../i18n/locale';
import type { Dictionary } from '../../i18n/zh-CN';
import { formatValue } from '../../lib/dates';

/** What a notice says, without words: its kind, and what fills the braces of the kind's sentence. */
export interface Told {
  kind: string;
  values: unknown;
}

/**
 * The values of a notice in the reader's language: of `title_zh` and `title_en` the right one as
 * `title`, days and moments as one reads them in Shanghai.
 */
function valuesIn(values: unknown, locale: Locale): Record<string, string | number> {
  const suffix = locale === 'en' ? '_en' : '_zh';
  const result: Record<string, string | number> = {};
  for (const [name, value] of Object.entries((values ?? {}) as Record<string, string | number>)) {
    if (name.endsWith(suffix)) result[name.slice(0, -suffix.length)] = value;
    else result[name] = formatValue(name, value, locale);
  }
  return result;
}

/** The sentence of a notice in the reader's language; a kind without one still says something. */
export function sentenceOf({ kind, values }: Told, t: Dictionary['inbox'], locale: Locale): string {
  const sentence = (t.kinds as Record<string, string>)[kind];
  return sentence ? fill(sentence, valuesIn(values, locale)) : t.other;
}
