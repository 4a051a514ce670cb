// What the tests of the check-in act upon.

import type { Stamp } from '../../../src/features/education/check-in/scans';
import type { CheckInList, ListEntry, Scan } from '../../../src/features/education/check-in/schema';

/** Stamps that count up, so that a failure can be read. */
export function countingStamp(prefix = 'n'): Stamp {
  let turn = 0;
  return {
    nonce: () => `${prefix}${turn}`,
    now: () => {
      turn += 1;
      return new Date(Date.UTC(2027, 5, 5, 1, 0, turn)).toISOString();
    },
  };
}

export const entry = (part: Partial<ListEntry> & { id: string }): ListEntry => ({
  code: `${part.id.toUpperCase().padEnd(10, '2')}`,
  name: `住户${part.id}`,
  people: 1,
  status: 'confirmed',
  ...part,
});

export const list = (registrations: ListEntry[], scans: Scan[] = []): CheckInList => ({
  session: {
    id: 'session',
    title_zh: '看河',
    title_en: 'A look at the river',
    place_zh: '村口',
    place_en: 'Village gate',
    starts_at: '2027-06-05T01:00:00Z',
    ends_at: '2027-06-05T03:00:00Z',
    status: 'scheduled',
  },
  secret: '00',
  registrations,
  scans,
});
