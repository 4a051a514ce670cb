import { expect, test } from 'vitest';
import { differenceOf } from '../../../src/features/bureau/audit/difference';

test('what changed comes first, and what was not there is empty', () => {
  expect(
    differenceOf({ name: '甲', price: 20, old: true }, { name: '甲', price: 25, tags: ['a'] }),
  ).toEqual([
    { field: 'price', before: '20', after: '25', isChanged: true },
    { field: 'old', before: 'true', after: '', isChanged: true },
    { field: 'tags', before: '', after: '["a"]', isChanged: true },
    { field: 'name', before: '甲', after: '甲', isChanged: false },
  ]);
});

test('a new thing has no before, and an act without either has no fields', () => {
  expect(differenceOf(null, { role: 'editor' })).toEqual([
    { field: 'role', before: '', after: 'editor', isChanged: true },
  ]);
  expect(differenceOf(null, null)).toEqual([]);
});
