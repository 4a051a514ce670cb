import { describe, expect, test } from 'vitest';
import { needsPlace, placeOf, scopeKinds } from '../../../src/features/account/bureau/scope';

const places = {
  merchant: [{ id: 'm', name: '演示兑换点' }],
  base: [{ id: 'b', name: '分水塘村' }],
  town: [{ id: 'fotang', name: '佛堂镇' }],
};
const nowhere = { merchant_id: null, base_id: null, town_code: null };

describe('a role', () => {
  test('of hosts is limited to a base or a town, of moderators and editors to a town', () => {
    expect(scopeKinds('host')).toEqual(['base', 'town']);
    expect(scopeKinds('moderator')).toEqual(['town']);
    expect(scopeKinds('editor')).toEqual(['town']);
  });

  test('of analysts and administrators is never limited', () => {
    expect(scopeKinds('analyst')).toEqual([]);
    expect(scopeKinds('administrator')).toEqual([]);
  });

  test('of merchants always names its shop', () => {
    expect(scopeKinds('merchant')).toEqual(['merchant']);
    expect(needsPlace('merchant')).toBe(true);
    expect(needsPlace('host')).toBe(false);
  });
});

test('a place is said by its name, or by its id when it is not among those that may be read', () => {
  expect(placeOf({ ...nowhere, base_id: 'b' }, places)).toBe('分水塘村');
  expect(placeOf({ ...nowhere, town_code: 'fotang' }, places)).toBe('佛堂镇');
  expect(placeOf({ ...nowhere, base_id: 'hidden' }, places)).toBe('hidden');
  expect(placeOf(nowhere, places)).toBeUndefined();
});
