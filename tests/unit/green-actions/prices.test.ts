import { getRssString } from '@astrojs/rss';
import { describe, expect, test, vi } from 'vitest';
import {
  earliestDay,
  proofsFrom,
} from '../../../src/features/green-actions/bureau/prices/price-draft';
import { limitProblem } from '../../../src/features/green-actions/limits';
import { priceFeed } from '../../../src/features/green-actions/prices/feed';
import { keepPrices } from '../../../src/features/green-actions/prices/keeping';
import {
  changeLine,
  changesAmong,
  changesOf,
  type PriceVersion,
} from '../../../src/features/green-actions/prices/price';
import { rulesOf } from '../../../src/features/green-actions/rules';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

// The feed's answer reads from the API; here only what it is made of is read.
vi.mock('../../../src/lib/supabase/server', () => ({}));

const first: PriceVersion = {
  action_code: 'waste-sorting',
  valid_from: '2026-01-01',
  coins: 3,
  proof: 'none',
  review: 'automatic',
  daily_cap: 1,
  weekly_cap: 7,
  yearly_cap: 300,
  cool_down_hours: 0,
  minimum_quantity: 1,
  announced_at: null,
  note_zh: '',
  note_en: '',
};
const second: PriceVersion = {
  ...first,
  valid_from: '2026-12-01',
  coins: 2,
  announced_at: '2026-11-24T02:00:00+00:00',
  note_zh: '分类已成习惯。',
  note_en: 'Sorting has become a habit.',
};
const third: PriceVersion = {
  ...second,
  valid_from: '2027-01-01',
  weekly_cap: 5,
  cool_down_hours: 12,
  announced_at: '2026-12-20T02:00:00+00:00',
  note_zh: '',
  note_en: '',
};

describe('a change', () => {
  test('says from which day on what becomes what, in both languages', () => {
    expect(changeLine(first, second, zhCN, 'zh-CN')).toBe('自12月1日起：3 → 2 枚');
    expect(changeLine(first, second, en, 'en')).toBe('From 1 December: 3 → 2 coins');
  });

  test('names the rules that change and no other', () => {
    expect(changesOf(second, third, zhCN)).toEqual(['每周次数 7 → 5', '间隔小时 0 → 12']);
    expect(changesOf(first, first, zhCN)).toEqual([]);
  });

  test('of the least quantity is told only where partners hand it in', () => {
    const more = { ...first, minimum_quantity: 5 };
    expect(changesOf(first, more, en)).toEqual([]);
    expect(changesOf({ ...first, proof: 'import' }, { ...more, proof: 'import' }, en)).toEqual([
      'least quantity 1 → 5',
    ]);
  });

  test('goes from the version before it, and the last to be announced comes first', () => {
    const other = { ...first, action_code: 'own-bag' };
    const changes = changesAmong([third, first, other, second]);
    expect(changes.map(({ before, after }) => [before.valid_from, after.valid_from])).toEqual([
      ['2026-12-01', '2027-01-01'],
      ['2026-01-01', '2026-12-01'],
    ]);
  });
});

test('the feed has an item for each change, with its name, day and note, and none for first prices', async () => {
  const actions = [{ code: 'waste-sorting', name_zh: '垃圾分类', name_en: 'Sort the waste' }];
  const site = new URL('https://green-yiwu.example');
  const text = await getRssString(
    priceFeed(actions, [first, second, third], { locale: 'zh-CN', site }),
  );
  expect(text.match(/<item>/g)).toHaveLength(2);
  expect(text).toContain('<title>垃圾分类：自12月1日起：3 → 2 枚</title>');
  expect(text).toContain('https://green-yiwu.example/prices/#waste-sorting-2026-12-01');
  expect(text).toContain('<pubDate>Tue, 24 Nov 2026 02:00:00 GMT</pubDate>');
  expect(text).toContain('分类已成习惯。');
  const english = await getRssString(priceFeed(actions, [first, second], { locale: 'en', site }));
  expect(english).toContain('<title>Sort the waste: From 1 December: 3 → 2 coins</title>');
  expect(english).toContain('https://green-yiwu.example/en/prices/#');
});

test('rules say a cool-down only where there is one, and of a report only that it pays when verified', () => {
  expect(rulesOf(first, zhCN)).not.toContain('两次隔 0 小时');
  expect(rulesOf(third, zhCN)).toContain('两次隔 12 小时');
  expect(rulesOf({ ...third, cool_down_hours: 168 }, zhCN)).toContain('两次隔 7 天');
  expect(rulesOf({ ...third, cool_down_hours: 24 }, en)).toContain('At least 24 hours between two');
  expect(rulesOf({ ...third, cool_down_hours: 49 }, en)).toContain('At least 49 hours between two');
  expect(rulesOf({ ...first, proof: 'feedback' }, zhCN)).toEqual([zhCN.act.proof.feedback]);
});

describe('the earliest day for a change', () => {
  test.each([
    ['2026-11-23T16:00:00Z', '2026-11-25'],
    ['2026-11-23T16:00:00.001Z', '2026-11-26'],
    ['2026-11-24T15:59:59.999Z', '2026-11-26'],
    ['2026-12-30T16:00:00Z', '2027-01-01'],
  ])('at %s is %s, a day that begins 24 hours later or more', (now, day) => {
    expect(earliestDay(new Date(now))).toBe(day);
  });
});

test('a check-in and a report stay what they are', () => {
  expect(proofsFrom('check_in')).toEqual(['check_in']);
  expect(proofsFrom('feedback')).toEqual(['feedback']);
  expect(proofsFrom('photo')).not.toContain('check_in');
});

describe('a page with prices is kept', () => {
  test('for half a minute by day', () => {
    expect(keepPrices(new Date('2026-11-24T04:00:00Z'))).toMatchObject({ maxAge: 30, swr: 300 });
  });

  test('and never beyond midnight in Shanghai', () => {
    expect(keepPrices(new Date('2026-11-24T15:58:00Z'))).toMatchObject({ maxAge: 30, swr: 90 });
    expect(keepPrices(new Date('2026-11-24T15:59:50Z'))).toMatchObject({ maxAge: 10, swr: 0 });
  });
});

test('a limit is told as the refusal would tell it', () => {
  const limits = {
    action_code: 'waste-sorting',
    left_today: 0,
    left_this_week: 6,
    left_this_year: 299,
    coins_left: 1998,
    reason: 'daily_cap',
    cap: 1,
    next_at: '2026-11-24T16:00:00Z',
  };
  expect(limitProblem(limits)).toEqual({
    code: 'daily_cap',
    values: { cap: 1, next_at: '2026-11-24T16:00:00Z' },
  });
  expect(limitProblem({ ...limits, reason: null, cap: null, next_at: null })).toBeUndefined();
});
