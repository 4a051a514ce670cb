import { describe, expect, test } from 'vitest';
import type { EnvelopeOutlook } from '../../../src/features/transparency/api';
import { outlookOf } from '../../../src/features/transparency/outlook';
import { outlookInWords } from '../../../src/features/transparency/words';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

const envelope = (remaining: number, daily: number[]): EnvelopeOutlook => ({
  action_code: 'own-bag',
  total: 10_000,
  paid: 10_000 - remaining,
  remaining,
  daily,
  through: '2026-11-23',
  has_demo: false,
});
const days = (of: (day: number) => number) => Array.from({ length: 28 }, (_, day) => of(day));
const steady = days(() => 100);
const uneven = days((day) => (day % 2 ? 40 : 160));
const told = (one: EnvelopeOutlook, today = '2026-11-24') => {
  const outlook = outlookOf(one, 2026, today);
  return [
    outlookInWords(one, outlook, zhCN.transparency.envelopes, 'zh-CN'),
    outlookInWords(one, outlook, en.transparency.envelopes, 'en'),
  ];
};

describe('what is foretold of an envelope, in words', () => {
  test('one day where use is steady, a range where it is not', () => {
    expect(told(envelope(1_000, steady))).toEqual([
      '每天约 100 枚，12月3日用完。',
      'About 100 a day: used up on 3 December.',
    ]);
    const [zh, english] = told(envelope(2_000, uneven));
    expect(zh).toMatch(
      /^每天约 100 枚，大约 12月13日用完；十次里有九次在 12月\d+日到 12月\d+日之间。$/,
    );
    expect(english).toMatch(/^About 100 a day: used up around 13 December, nine times out of ten/);
  });

  test('that it lasts, that it may, that nothing was paid, that it is empty', () => {
    expect(told(envelope(9_000, steady))[0]).toBe('每天约 100 枚，够用到年底。');
    expect(told(envelope(3_900, uneven))[0]).toMatch(
      /多半够用到年底；用得多，最早 12月\d+日用完。/,
    );
    expect(told(envelope(3_700, uneven))[0]).toMatch(/多半在 12月\d+日前后用完，最早 12月\d+日/);
    expect(
      told(
        envelope(
          9_000,
          days(() => 0),
        ),
      )[1],
    ).toBe('Nothing has been paid lately; it lasts the year.');
    expect(told(envelope(0, steady))[0]).toBe('已经用完，今年不再发。');
  });

  test('nothing before seven days are closed, and nothing of another year', () => {
    expect(told(envelope(100, [1, 2, 3]))[0]).toBe('结账不到七天，先不预测。');
    expect(outlookOf(envelope(100, steady), 2025, '2026-11-24')).toBeUndefined();
    expect(outlookOf({ ...envelope(100, []), through: null }, 2026, '2026-11-24')).toBeUndefined();
  });
});
