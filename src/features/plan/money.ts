import { fill } from '../../i18n/fill';
import type { Locale } from '../../i18n/locale';
import { numberFormat } from '../../i18n/numbers';
import type { Dictionary } from '../../i18n/zh-CN';
import type { Project } from './schema';
import { inYi, totalInvestment } from './totals';

const twoPlaces = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** 万元 as the reader counts money: 万元 in Chinese, millions of yuan in English; both exact. */
export const formatInvestment = (wan: number, locale: Locale): string =>
  locale === 'en'
    ? numberFormat(locale, twoPlaces).format(wan / 100)
    : numberFormat(locale).format(wan);

/** The same in the next larger unit, rounded to two places: 亿元 in Chinese, billions in English. */
export const formatLarge = (wan: number, locale: Locale): string =>
  numberFormat(locale, twoPlaces).format(inYi(locale === 'en' ? wan / 10 : wan));

/** One 亿元 and one billion yuan, in 万元: below it the larger unit would round most of the number away. */
const large = { 'zh-CN': 10_000, en: 100_000 };

/** “4 projects, together …”: how many there are, what they cost, and what the sum leaves out. */
export function summaryOf(
  projects: readonly Project[],
  t: Dictionary['projects'],
  locale: Locale,
): string {
  const count = projects.length;
  const open = projects.filter((project) => project.investment === null).length;
  if (open === count) return fill(t.foundOpen, { count });
  const wan = totalInvestment(projects);
  const total = formatInvestment(wan, locale);
  const sentence =
    wan < large[locale]
      ? fill(t.found, { count, total })
      : fill(t.foundLarge, { count, total, large: formatLarge(wan, locale) });
  return open === 0 ? sentence : sentence + fill(t.notCounted, { count: open });
}
