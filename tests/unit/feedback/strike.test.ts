import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonal, strikeAll, strikeOut } from '../../../src/features/feedback/bureau/strike';

const found = (text: string) => findPersonal(text).map(({ kind, text: part }) => `${kind} ${part}`);

describe('personal data', () => {
  test.each([
    ['电话 13812345678，请回', ['phone 13812345678']],
    ['打 +86 138 1234 5678 找我', ['phone +86 138 1234 5678']],
    ['座机0579-85123456', ['phone 0579-85123456']],
    ['身份证330782199003071234', ['id 330782199003071234']],
    ['身份证 33078219900307123X。', ['id 33078219900307123X']],
    ['写信到 wang.xm+yw@example.com 就行', ['email wang.xm+yw@example.com']],
    ['联系人：王小明，住在江边', ['name 王小明']],
    ['姓名 李雷。', ['name 李雷']],
    ['我叫韩梅梅，手机13900001111', ['name 韩梅梅', 'phone 13900001111']],
    ['微信号：river_2024', ['phone river_2024']],
  ])('in “%s” are found', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '2026 年 11 月 23 日下午三点，河里有泡沫',
    '项目总投资 161.69 亿元，1616886 万元',
    '第 12345678 号文件',
    '我是一个路过的人',
    '我是村里的',
    '门牌 1381234 附近',
  ])('are not seen in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('struck out leave neither themselves nor their length', () => {
    const text = '联系人：王小明，电话 13812345678。';
    expect(strikeAll(text, findPersonal(text))).toBe('联系人：▇▇▇，电话 ▇▇▇。');
    expect(strikeOut('甲乙丙丁', 1, 3)).toBe('甲▇▇▇丁');
    expect(strikeOut('甲乙', 1, 1)).toBe('甲乙');
  });

  test('once struck out are found no more, whatever stands around', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 99_999_999 }), (before, tail) => {
        const phone = `138${String(tail).padStart(8, '0')}`;
        const text = `${before}，${phone}。`;
        expect(strikeAll(text, findPersonal(text))).not.toContain(phone);
      }),
    );
  });
});
