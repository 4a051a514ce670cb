import type { Dictionary } from '../../../../i18n/zh-CN';
import { toXlsx } from '../../../../lib/xlsx';
import { type Statement, totalOf } from './statement';

/** A statement as a workbook: each voucher, and the total below. */
export function statementXlsx(statement: Statement, t: Dictionary['merchant']): Promise<Buffer> {
  const words = t.settlements;
  const rate = statement.fenPerCoin;
  // Reckoned in whole fen, so that the rows add up to the total.
  const yuan = (coins: number) => (rate === null ? [] : [(coins * rate) / 100]);
  return toXlsx(
    statement.month,
    [
      { label: words.usedAt, kind: 'moment' },
      { label: t.ending, kind: 'text' },
      { label: t.reward, kind: 'text' },
      { label: t.coins, kind: 'number' },
      ...(rate === null ? [] : [{ label: words.amountInYuan, kind: 'number' } as const]),
    ],
    [
      ...statement.lines.map(({ usedAt, ending, reward, coins }) => [
        usedAt,
        ending,
        reward,
        coins,
        ...yuan(coins),
      ]),
      [null, null, words.total, totalOf(statement).coins, ...yuan(totalOf(statement).coins)],
    ],
  );
}
