import type { Locale } from './locale';

const formats = new Map<string, Intl.NumberFormat>();

/** How a language writes numbers, made once: by default exact, with the language's marks between thousands. */
export function numberFormat(
  locale: Locale,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? new Intl.NumberFormat(locale, options);
  formats.set(name, format);
  return format;
}

/**
 * A number as the reader writes it: Chinese in 万 and 亿 from a hundred thousand up, English with
 * commas. Never rounds away a digit the source gives.
 */
export const formatNumber = (value: number, locale: Locale): string =>
  numberFormat(locale, {
    maximumFractionDigits: 4,
    ...(locale === 'zh-CN' && value >= 100_000 && { notation: 'compact' as const }),
  }).format(value);

/** A share between 0 and 1 as a percentage with one decimal. */
export const formatShare = (share: number, locale: Locale): string =>
  numberFormat(locale, { style: 'percent', minimumFractionDigits: 1 }).format(share);
