import type { Locale } from '../i18n/locale';
import { numberFormat } from '../i18n/numbers';

/** An amount of fen (1/100 元) in yuan with two decimals. */
export const formatYuan = (fen: number, locale: Locale): string => {
  const figures = numberFormat(locale, { minimumFractionDigits: 2 }).format(fen / 100);
  return locale === 'en' ? `${figures} yuan` : `${figures} 元`;
};

/** An amount of fen as it stands in a form: yuan with two decimals, nothing between the thousands. */
export const yuanText = (fen: number): string => (fen / 100).toFixed(2);

/** The fen (1/100 元) in what somebody wrote as yuan; 0 when it is no amount, or finer than a fen. */
export function readYuan(text: string): number {
  const plain = text.trim().replaceAll(/[,，]/g, '');
  return /^\d{1,10}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : 0;
}
