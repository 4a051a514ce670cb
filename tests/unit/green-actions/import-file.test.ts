import { describe, expect, test } from 'vitest';
import {
  isoDay,
  plainNumber,
  readRows,
} from '../../../src/features/green-actions/imports/bureau/read-rows';
import { readTable, textOfBytes } from '../../../src/lib/read-table';

const one = { member: 'K7P4Q2M9XT', date: '2026-11-03', quantity: '2' };

describe('a file of a partner', () => {
  test.each([
    ['with names', 'member,date,quantity\nK7P4Q2M9XT,2026-11-03,2\n'],
    ['with names in another order', 'quantity,member,date\n2,K7P4Q2M9XT,2026-11-03'],
    ['with Chinese names', '会员码,日期,数量\r\nK7P4Q2M9XT,2026-11-03,2\r\n'],
    ['without names', 'K7P4Q2M9XT,2026-11-03,2'],
    ['with a byte order mark', '\uFEFF会员码,日期,数量\r\nK7P4Q2M9XT,2026/11/3,2'],
    ['parted by semicolons', '会员码;日期;数量\nK7P4Q2M9XT;2026-11-03;2'],
    ['parted by tabs', '会员码\t日期\t数量\nK7P4Q2M9XT\t2026-11-03\t2'],
    ['all quoted', '"member","date","quantity"\n"K7P4Q2M9XT","2026-11-03","2"'],
    ['with line ends of old', 'member,date,quantity\rK7P4Q2M9XT,2026-11-03,2\r'],
    ['with empty lines', 'member,date,quantity\n\n,,\nK7P4Q2M9XT,2026-11-03,2\n\n'],
    ['with more columns', 'id,member,place,date,quantity\n1,K7P4Q2M9XT,"a, b",2026-11-03,2'],
    ['in full width', '会员码,日期,数量\nＫ７Ｐ４Ｑ２Ｍ９ＸＴ,２０２６-１１-０３,２'],
  ])('is read %s', (_, text) => {
    expect(readRows(text)).toMatchObject({ rows: [one] });
  });

  test('in GB18030 is read as well as in UTF-8', () => {
    const utf8 = new TextEncoder().encode('会员码,日期,数量');
    expect(textOfBytes(utf8)).toBe('会员码,日期,数量');
    const gb18030 = Uint8Array.from([0xbb, 0xe1, 0xd4, 0xb1, 0xc2, 0xeb]);
    expect(textOfBytes(gb18030)).toBe('会员码');
  });

  test.each([
    ['empty', ''],
    ['empty', '\uFEFF\r\n\r\n'],
    ['empty', 'member,date,quantity\n'],
    ['columns', 'name,phone\nA,B'],
    ['columns', '%PDF-1.7'],
    ['too_large', `member,date,quantity\n${'x,2026-11-03,1\n'.repeat(5001)}`],
  ])('says what is wrong: %s', (problem, text) => {
    expect(readRows(text)).toEqual({ problem });
  });

  test('keeps what it does not understand, cut to what can be sent, for the database to reject', () => {
    const text = `member,date,quantity\n${'龘'.repeat(99)},3.11.2026,"two ""rides"""\nK`;
    expect(readRows(text)).toEqual({
      rows: [
        { member: '龘'.repeat(60), date: '3.11.2026', quantity: 'two "rides"' },
        { member: 'K', date: '', quantity: '' },
      ],
      lines: [2, 3],
    });
  });

  test('knows the line each row begins in, also after a field over two lines', () => {
    expect(readTable('a,"b\r\nc"\r\n\r\nd,e').map(({ line }) => line)).toEqual([1, 4]);
  });
});

test.each([
  ['2026-11-03', '2026-11-03'],
  ['2026/11/3', '2026-11-03'],
  ['2026.1.3', '2026-01-03'],
  ['2026年11月3日', '2026-11-03'],
  ['20261103', '2026-11-03'],
  ['2026/11/3 08:15', '2026-11-03'],
  ['2026-11-03T08:15:00Z', '2026-11-03'],
  ['03/11/2026', '03/11/2026'],
  ['yesterday', 'yesterday'],
])('the date %s is %s', (text, day) => {
  expect(isoDay(text)).toBe(day);
});

test.each([
  ['1,200', '1200'],
  ['12,5', '12,5'],
  ['1,200.5', '1200.5'],
  ['3 次', '3 次'],
])('the quantity %s is %s', (text, number) => {
  expect(plainNumber(text)).toBe(number);
});
