import { expect, test } from 'vitest';
import { parseFilter, queryOf } from '../../../src/features/feedback/done/filter';
import { daysLate } from '../../../src/features/feedback/lateness';
import { roughPoint } from '../../../src/features/feedback/position';

test('a matter is late from the day after its day, as long as it waits', () => {
  const matter = { status: 'assigned', due_on: '2026-11-23' } as const;
  expect(daysLate(matter, '2026-11-23')).toBe(0);
  expect(daysLate(matter, '2026-11-24')).toBe(1);
  expect(daysLate(matter, '2027-01-23')).toBe(61);
  expect(daysLate({ ...matter, status: 'answered' }, '2027-01-23')).toBe(0);
});

test('a position is kept to about 100 m, and only in Yiwu', () => {
  expect(roughPoint(29.306_789, 120.075_432)).toEqual({ latitude: 29.307, longitude: 120.075 });
  expect(roughPoint(31.2, 121.5)).toBeUndefined();
});

test('an address with nonsense in it still asks for something', () => {
  const asked = parseFilter(new URLSearchParams('kind=nothing&town=fotang&state=&before=-4'));
  expect(asked).toEqual({ town: 'fotang' });
  expect(queryOf({ ...asked, before: 7 })).toBe('?town=fotang&before=7');
});
