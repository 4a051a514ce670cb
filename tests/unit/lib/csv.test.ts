import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../src/lib/csv';
import { parseCsv } from '../../support/csv';

test('a text comes back as it was, with commas, quotes and line breaks in it', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !/^[=+\-@\t\r]/.test(one));
  const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.array(fc.array(text, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
  );
  fc.assert(
    fc.property(rows, (table) => {
      expect(parseCsv(toCsv(table))).toEqual(table);
    }),
  );
});

test.each(['=1+1', '+86', '-x', '@SUM(A1)', '\tx', '\rx'])('%j is no formula any more', (text) => {
  expect(parseCsv(toCsv([[text]]))).toEqual([[`'${text}`]]);
});

test('a number stays a number, and a file begins with the byte order mark', () => {
  expect(toCsv([['-12.5', '7']])).toBe('\uFEFF-12.5,7\r\n');
});
