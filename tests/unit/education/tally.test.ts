import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isForgettable } from '../../../src/features/education/check-in/keeping';
import {
  arrival,
  arrivalByCode,
  undoing,
  walkIn,
} from '../../../src/features/education/check-in/scans';
import type { Scan } from '../../../src/features/education/check-in/schema';
import { tallyOf } from '../../../src/features/education/check-in/tally';
import { countingStamp, entry, list } from './check-in.things';

const family = entry({ id: 'family', people: 4 });
const pair = entry({ id: 'pair', people: 2 });
const late = entry({ id: 'late', status: 'waiting' });
const entries = [family, pair, late];

describe('the count at the gate', () => {
  test('expects the confirmed and counts people, not parties', () => {
    const stamp = countingStamp();
    const tally = tallyOf(entries, [
      arrival(stamp, family, 'scan'),
      arrival(stamp, pair, 'typed', 1),
      walkIn(stamp, 3),
      walkIn(stamp, 2),
    ]);
    expect(tally).toMatchObject({ expected: 6, registered: 5, walkIns: 5 });
    expect(tally.recent.map(({ people }) => people)).toEqual([2, 3, 1, 4]);
  });

  test('counts a party once however often and wherever it was scanned, since the first time', () => {
    const first = arrival(countingStamp('one'), pair, 'scan');
    const second = {
      ...arrival(countingStamp('two'), pair, 'typed'),
      scanned_at: '2027-06-05T02:00:00Z',
    };
    const tally = tallyOf(entries, [second, first, first]);
    expect(tally.registered).toBe(2);
    expect(tally.arrived.get('pair')?.since).toBe(first.scanned_at);
  });

  test('an undo takes back every arrival of the party, on whichever phone', () => {
    const scans = [
      arrival(countingStamp('one'), pair, 'scan'),
      arrival(countingStamp('two'), pair, 'scan'),
    ];
    const here = tallyOf(entries, scans).arrived.get('pair');
    if (!here) throw new Error('The pair is not here.');
    const undos = undoing(countingStamp('undo'), here);
    expect(undos).toHaveLength(2);
    expect(tallyOf(entries, [...undos, ...scans])).toMatchObject({ registered: 0, recent: [] });
  });

  test('a code only the server knows counts as one until its party is known', () => {
    const scan = arrivalByCode(countingStamp(), 'ABCDE23456');
    expect(tallyOf(entries, [scan])).toMatchObject({ registered: 1 });
    const resolved = { ...scan, registration_id: 'pair' };
    expect(tallyOf(entries, [resolved]).arrived.get('pair')?.people).toBe(1);
  });

  test('does not depend on the order of scans or on how often each is given', () => {
    const stamp = countingStamp();
    const arrivals = [
      arrival(stamp, family, 'scan'),
      arrival(stamp, pair, 'scan'),
      walkIn(stamp, 2),
    ];
    const undone = tallyOf(entries, arrivals).arrived.get('family');
    if (!undone) throw new Error('The family is not here.');
    const scans: Scan[] = [
      ...arrivals,
      ...undoing(stamp, undone),
      arrival(stamp, family, 'scan', 3),
    ];
    const expected = tallyOf(entries, scans);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...scans, ...scans], { minLength: 2 * scans.length }),
        (shuffled) => {
          const tally = tallyOf(entries, shuffled);
          expect({ ...tally, recent: tally.recent.length }).toEqual({
            ...expected,
            recent: expected.recent.length,
          });
        },
      ),
    );
  });
});

describe('what a phone keeps', () => {
  const dayAfter = (days: number) => new Date(Date.UTC(2027, 5, 5 + days, 3, 0, 1));

  test('is forgotten seven days after the end, once everything is sent', () => {
    expect(isForgettable(list([]), [], dayAfter(6))).toBe(false);
    expect(isForgettable(list([]), [], dayAfter(7))).toBe(true);
  });

  test('is never forgotten by itself while a scan waits', () => {
    const kept = [{ scan: walkIn(countingStamp(), 1) }];
    expect(isForgettable(list([]), kept, dayAfter(700))).toBe(false);
    expect(
      isForgettable(
        list([]),
        [{ ...kept[0], scan: walkIn(countingStamp(), 1), outcome: 'counted' }],
        dayAfter(700),
      ),
    ).toBe(true);
  });
});
