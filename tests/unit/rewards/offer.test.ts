import { expect, test } from 'vitest';
import { arrangeOffers, whyNotText } from '../../../src/features/rewards/offer';
import { sceneOf } from '../../../src/features/rewards/scenes';
import { daysLeft } from '../../../src/features/rewards/status';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

const facts = { valid_from: '2026-12-08', valid_until: '2026-12-31', missing: 3, quota: 2 };

test('why an offer cannot be redeemed is said with its day or its number', () => {
  const said = (why: Parameters<typeof whyNotText>[1]) =>
    whyNotText(zhCN.rewards.whyNot, why, facts, 'zh-CN');
  expect(said('not_yet')).toBe('2026年12月8日 开始才能换。');
  expect(said('over')).toContain('2026年12月31日');
  expect(said('not_enough_coins')).toBe('还差 3 枚绿币。');
  expect(said('household_quota')).toContain('2 份');
  expect(whyNotText(en.rewards.whyNot, 'not_yet', facts, 'en')).toContain('8 December 2026');
});

test('offers are arranged by what can be done with them', () => {
  const offers = [
    { kind: 'goods', why_not: null },
    { kind: 'donation', why_not: null },
    { kind: 'service', why_not: 'not_yet' },
    { kind: 'donation', why_not: 'over' },
  ] as const;
  const { open, gifts, closed } = arrangeOffers([...offers]);
  expect([open, gifts, closed]).toEqual([[offers[0]], [offers[1]], [offers[2], offers[3]]]);
});

test('a reward is drawn alike every time, and its kind by its own drawings', () => {
  const id = '31111111-1111-4111-8111-111111111111';
  expect(sceneOf({ id, kind: 'goods' })).toEqual(sceneOf({ id, kind: 'goods' }));
  expect(sceneOf({ id, kind: 'goods' }).things).not.toEqual(
    sceneOf({ id, kind: 'donation' }).things,
  );
});

test('the days a voucher has left are whole days, none on the last', () => {
  const now = new Date('2026-12-01T00:00:00Z');
  expect(daysLeft('2026-12-03T12:00:00Z', now)).toBe(2);
  expect(daysLeft('2026-12-01T23:00:00+00:00', now)).toBe(0);
});
