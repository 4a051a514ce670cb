import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { toXlsx } from '../../../src/lib/xlsx';

test('numbers and dates are real ones, and moments show the clock of Shanghai', async () => {
  const file = await toXlsx(
    'test',
    [
      { label: '名称', kind: 'text' },
      { label: '数', kind: 'number' },
      { label: '时间', kind: 'moment' },
      { label: '日', kind: 'day' },
    ],
    [
      ['=1+1', 1234.5, '2026-11-23 16:30:00.123456+00', '2026-11-23'],
      ['', 0, null, null],
    ],
  );
  const rows = await readSheet(file);
  expect(rows[0]).toEqual(['名称', '数', '时间', '日']);
  const [text, number, moment, day] = rows[1] ?? [];
  expect([text, number]).toEqual(['=1+1', 1234.5]);
  expect((moment as unknown as Date).toISOString()).toMatch(/^2026-11-24T00:30:00/);
  expect((day as unknown as Date).toISOString()).toBe('2026-11-23T00:00:00.000Z');
  expect(rows[2]).toEqual([null, 0, null, null]);
});
