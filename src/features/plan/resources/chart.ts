import type { Locale } from '../../../i18n/locale';
import { numberFormat } from '../../../i18n/numbers';

/** How many decimals a number is written with; three at most, which takes away what binary fractions add. */
const decimals = (value: number) => (String(Number(value.toFixed(3))).split('.')[1] ?? '').length;

/** Rows of a bar chart from plain numbers, all with as many decimals; `scale` turns the Chinese unit into the reader's. */
export const chartRows = (
  rows: readonly (readonly [label: string, value: number])[],
  locale: Locale,
  { scale = 1, unit = '' }: { scale?: number; unit?: string } = {},
) => {
  const digits = Math.max(...rows.map(([, value]) => decimals(value * scale)));
  const format = numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return rows.map(([label, value]) => ({
    label,
    value,
    display: `${format.format(value * scale)}${unit}`,
  }));
};
