import { expect, test } from 'vitest';
import { townName } from '../../../src/lib/town-name';

test('a town has its name in the reader’s language', () => {
  expect(townName('yiting', 'zh-CN')).toBe('义亭镇');
  expect(townName('yiting', 'en')).toBe('Yiting Town');
});

test('a town the site was built without is called by its code, whatever that is', () => {
  expect(townName('newtown', 'en')).toBe('newtown');
  expect(townName('constructor', 'en')).toBe('constructor');
});

test('no town has no name', () => {
  expect(townName(null, 'zh-CN')).toBeNull();
});
