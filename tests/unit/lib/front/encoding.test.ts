import { expect, test } from 'vitest';
import { chooseEncoding } from '../../../../src/lib/front/encoding';

const both = () => true;

test('the smallest form the reader takes is chosen', () => {
  expect(chooseEncoding('gzip, deflate, br, zstd', both)).toBe('br');
  expect(chooseEncoding('GZIP;q=1.0, Br ; q=0.5', both)).toBe('br');
  expect(chooseEncoding('gzip', both)).toBe('gzip');
  expect(chooseEncoding('*', both)).toBe('br');
});

test('a form that is not there is not chosen', () => {
  expect(chooseEncoding('br, gzip', (one) => one === 'gzip')).toBe('gzip');
  expect(chooseEncoding('br, gzip', () => false)).toBeUndefined();
});

test('whoever takes no compressed form, or refuses it, is sent the bytes as they are', () => {
  for (const accepted of [undefined, '', 'identity', 'deflate', 'br;q=0, gzip;q=0.000', 'brotli']) {
    expect(chooseEncoding(accepted, both), accepted).toBeUndefined();
  }
  expect(chooseEncoding('br;q=0, *', both)).toBe('gzip');
});
