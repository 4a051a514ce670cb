import { expect, test } from 'vitest';
import { safeNext, signInAddress } from '../../../src/lib/island';

test('after signing in one comes back to a path of this site and to no other site', () => {
  expect(safeNext('/act/?action=clean-plate', '/')).toBe('/act/?action=clean-plate');
  for (const hostile of [
    '//evil.example',
    '/\\evil.example',
    // A browser drops tabs and line breaks before it reads an address.
    '/\t/evil.example',
    '/\n\\evil.example',
    '\t//evil.example',
    '/\r/',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
  ]) {
    expect(safeNext(hostile, '/act/')).toBe('/act/');
  }
});

test('the sign-in address keeps the language and the way back', () => {
  expect(signInAddress('en', '/en/act/?action=own-bag')).toBe(
    '/en/sign-in/?next=%2Fen%2Fact%2F%3Faction%3Down-bag',
  );
  expect(signInAddress('zh-CN', '/wallet/')).toBe('/sign-in/?next=%2Fwallet%2F');
});
