import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { drawStatement } from '../../../src/features/rewards/merchant/settlements/pdf';
import {
  isMonth,
  type Statement,
  sumsByReward,
  totalOf,
} from '../../../src/features/rewards/merchant/settlements/statement';
import { statementXlsx } from '../../../src/features/rewards/merchant/settlements/xlsx';
import { dictionaryOf } from '../../../src/i18n/dictionary';
import { readPdf } from '../education/pdf';

const rewards = ['红糖 150 克', '粗布购物袋', '公交月票（学生）'];
const statement: Statement = {
  merchant: '义亭红糖铺',
  isDemo: false,
  month: '2026-10',
  isClosed: true,
  fenPerCoin: null,
  paidAt: null,
  madeAt: '2026-11-24T02:00:00Z',
  lines: Array.from({ length: 120 }, (_, turn) => ({
    usedAt: new Date(Date.UTC(2026, 9, 1, 0, turn * 300)).toISOString(),
    ending: `K${String(turn).padStart(3, '2')}`,
    reward: rewards[turn % 3] ?? '',
    coins: 10 + (turn % 3) * 5,
  })),
};
const total = statement.lines.reduce((sum, { coins }) => sum + coins, 0);

test('the sums by reward add up to the vouchers taken', () => {
  const sums = sumsByReward(statement);
  expect(sums.map(({ reward }) => reward)).toEqual([...rewards].reverse());
  expect(sums.reduce((sum, { coins }) => sum + coins, 0)).toBe(total);
  expect(totalOf(statement)).toEqual({ count: 120, coins: total });
});

test('months are years and months of this century', () => {
  expect(['2026-10', '2026-13', '2026-1', '1999-10', '2026-10-01'].filter(isMonth)).toEqual([
    '2026-10',
  ]);
});

describe('the workbook of a statement', () => {
  test('read back has every voucher, with its moment in Shanghai, and adds up', async () => {
    const file = await statementXlsx(statement, dictionaryOf('zh-CN').merchant);
    const [head, ...rows] = await readSheet(file);
    const last = rows.pop();
    expect(head).toEqual(['收下时间', '尾号', '兑换品', '绿币']);
    expect(rows).toHaveLength(120);
    const [moment, ...first] = rows[0] ?? [];
    // A spreadsheet counts days, whose fractions miss the last millisecond.
    expect(Math.round(Number(moment) / 1000)).toBe(Date.UTC(2026, 9, 1, 8) / 1000);
    expect(first).toEqual(['K220', '红糖 150 克', 10]);
    expect(rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(total);
    expect(last).toEqual([null, null, '合计', total]);
  });

  test('adds up to the fen once a coin is worth something', async () => {
    const file = await statementXlsx(
      { ...statement, fenPerCoin: 7 },
      dictionaryOf('zh-CN').merchant,
    );
    const [head, ...rows] = await readSheet(file);
    const last = rows.pop();
    expect(head?.[4]).toBe('金额（元）');
    const fen = rows.map((row) => Math.round(Number(row[4]) * 100));
    expect(fen[1]).toBe(15 * 7);
    expect(fen.reduce((sum, one) => sum + one, 0)).toBe(total * 7);
    expect(last?.[4]).toBe((total * 7) / 100);
  });
});

describe('the printed statement', () => {
  test('read back has every voucher, adds up, and carries its Chinese face', async () => {
    const file = await drawStatement(statement, 'zh-CN', dictionaryOf('zh-CN'));
    const { pages, text, title, language, fonts, lowest } = await readPdf(file);
    expect(title).toBe('义亭红糖铺 2026年10月 月结单');
    expect(language).toBe('zh-CN');
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
    expect(pages).toBeGreaterThan(2);
    expect(lowest).toBeGreaterThan(24);
    expect(text).toContain(`合计120${total}`);
    expect(text).toContain('公交月票（学生）40800');
    expect(text).toContain('这份月结单不会再变');
    const taken = [...text.matchAll(/K\d{3}(?:红糖150克|粗布购物袋|公交月票（学生）)(\d\d)/g)];
    expect(taken).toHaveLength(120);
    expect(taken.reduce((sum, [, coins]) => sum + Number(coins), 0)).toBe(total);
    expect(text).toContain(`第${pages}页，共${pages}页`);
    expect(text).toContain('还没有定一枚绿币由基金付多少');
  });

  test('adds up to the fen once a coin is worth something, and says when it was paid', async () => {
    const paid = { ...statement, fenPerCoin: 7, paidAt: '2026-11-02T01:00:00Z' };
    const { text } = await readPdf(await drawStatement(paid, 'zh-CN', dictionaryOf('zh-CN')));
    const amounts = [
      ...text.matchAll(/K\d{3}(?:红糖150克|粗布购物袋|公交月票（学生）)(\d\d)(\d\.\d\d)元/g),
    ];
    expect(amounts).toHaveLength(120);
    const fen = amounts.reduce((sum, [, , amount]) => sum + Math.round(Number(amount) * 100), 0);
    expect(fen).toBe(total * 7);
    expect(text).toContain(`合计120${total}${(fen / 100).toFixed(2)}元`);
    expect(text).toContain('已付126.00元，每枚绿币0.07元');
  });

  test('of the running month says that it will change, in English too', async () => {
    const file = await drawStatement(
      { ...statement, isClosed: false, isDemo: true, lines: statement.lines.slice(0, 3) },
      'en',
      dictionaryOf('en'),
    );
    const { text, pages } = await readPdf(file);
    expect(pages).toBe(1);
    expect(text).toContain('Themonthisnotover');
    expect(text).toContain('Demodata');
    expect(text).toContain('Total345');
  });
});
