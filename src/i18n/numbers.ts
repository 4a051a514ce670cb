import type { Locale } from './locale';

/**
 * A number as the reader writes it: Chinese in 万 and 亿 from a hundred thousand up, English with
 * commas. Never rounds away a digit the source gives.
 */
export function formatNumber(value: number, locale: Locale): string {
  if (locale === 'zh-CN' && value >= 100_000) {
    return new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 4 }).format(
      value,
    );
  }
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value);
}

/** A share between 0 and 1 as a percentage with one decimal. */
export const formatShare = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 }).format(share);
