import { describe, expect, test } from 'vitest';
import {
  countLines,
  joinLines,
  lineWords,
  type StatementLine,
  voucherOf,
  yearOfLines,
} from '../../../src/features/coins/statement.ts';
import { statementFile } from '../../../src/features/coins/statement-file.ts';
import { en } from '../../../src/i18n/en.ts';
import { zhCN } from '../../../src/i18n/zh-CN.ts';

const actions = new Map([
  ['waste-sorting', '垃圾分类'],
  ['formula', '=1+1'],
]);
const redemption = '9b2f0c9e-0000-4000-8000-000000000001';
let id = 0;
const line = (kind: StatementLine['kind'], change: number, more: Partial<StatementLine> = {}) => {
  id += 1;
  return {
    ...{ id, kind, change, reference: 'action_log:1', posted_at: '2026-03-01 12:00:00+08' },
    ...{ action_code: null, corrects_id: null, receipt: `receipt-${id}` },
    ...more,
  };
};

test('every line says in plain words what it is for', () => {
  const say = (one: StatementLine) => lineWords(one, zhCN.wallet, actions);
  const sorting = { action_code: 'waste-sorting' };
  expect(say(line('award', 3, sorting))).toBe('垃圾分类');
  expect(say(line('award', 3, { action_code: 'gone' }))).toBe('绿色行动');
  expect(say(line('reverse', -3, sorting))).toBe('收回「垃圾分类」的绿币');
  expect(say(line('reverse', -3))).toBe('收回');
  expect(say(line('expire', -3, { reference: 'vintage:2025' }))).toBe('2025 年得的绿币到期失效');
  expect(say(line('expire', -3, { reference: 'transfer:7' }))).toBe('退回时已经过期，随即失效');
  expect(say(line('redeem', -3))).toBe('兑换');
  expect(say(line('refund', 3))).toBe('退回');
  expect(say(line('adjust', 3))).toBe('管理员调整');
});

test('a redemption leads to its voucher, nothing else does', () => {
  expect(voucherOf(line('redeem', -3, { reference: `redemption:${redemption}` }))).toBe(redemption);
  expect(voucherOf(line('redeem', -3, { reference: 'redemption:' }))).toBeUndefined();
  expect(voucherOf(line('award', 3))).toBeUndefined();
});

test('a line is joined with what it corrects and with what corrects it, on this page or beside it', () => {
  const award = line('award', 3);
  const other = line('award', 4);
  const back = line('reverse', -3, { corrects_id: award.id });
  const [joined, untouched] = joinLines([award, other], [back]);
  expect(joined).toMatchObject({ corrects: undefined, correctedBy: { id: back.id } });
  expect(untouched).toMatchObject({ corrects: undefined, correctedBy: undefined });
  expect(joinLines([back], [award])[0]).toMatchObject({ corrects: { id: award.id } });
});

describe('a year', () => {
  const lines = countLines([
    line('award', 30, { posted_at: '2025-12-31 23:59:59.9+08' }),
    line('award', 10, { posted_at: '2026-01-01 00:00:00+08' }),
    line('redeem', -15, { posted_at: '2026-06-01 12:00:00+08' }),
    line('award', 7, { posted_at: '2028-01-01 12:00:00+08' }),
  ]);

  test('begins and ends at midnight in Shanghai, with what came and went between', () => {
    expect(yearOfLines(lines, '2025')).toMatchObject({
      opening: 0,
      came: 30,
      went: 0,
      closing: 30,
    });
    expect(yearOfLines(lines, '2026')).toMatchObject({
      ...{ opening: 30, came: 10, went: 15, closing: 25 },
      shown: [{ after: 40 }, { after: 25 }],
    });
  });

  test('without a line keeps what was there', () => {
    expect(yearOfLines(lines, '2027')).toEqual({
      ...{ shown: [], opening: 25, came: 0, went: 0, closing: 25 },
    });
  });
});

test('the file has every line with its balance, and nothing a spreadsheet would take for a formula', () => {
  id = 0;
  const award = line('award', 5, { action_code: 'formula' });
  const back = line('reverse', -5, { action_code: 'formula', corrects_id: award.id });
  const text = statementFile(countLines([award, back]), zhCN.wallet, actions);
  expect(text).toBe(
    [
      '\uFEFF编号,时间,种类,事由,变动,余额,更正的编号,回执号',
      "1,2026-03-01 12:00,绿色行动,'=1+1,5,5,,receipt-1",
      '2,2026-03-01 12:00,收回,收回「=1+1」的绿币,-5,0,1,receipt-2',
      '',
    ].join('\r\n'),
  );
  expect(statementFile([], en.wallet, actions)).toBe(
    '\uFEFFNumber,Time,Kind,What for,Change,Balance,Corrects number,Receipt number\r\n',
  );
});
