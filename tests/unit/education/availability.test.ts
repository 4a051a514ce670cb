import { describe, expect, test } from 'vitest';
import {
  availabilityOf,
  isRegistrable,
} from '../../../src/features/education/registration/availability';
import {
  peopleIn,
  type RegistrableSession,
} from '../../../src/features/education/registration/schema';

const now = new Date('2027-06-05T01:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const session = (part: Partial<RegistrableSession> = {}): RegistrableSession => ({
  id: 'session',
  startsAt: hours(24),
  endsAt: hours(26),
  opensAt: hours(-24),
  closesAt: hours(23),
  place: '村口',
  capacity: 10,
  free: 3,
  waiting: 0,
  waitlistLimit: 5,
  isCancelled: false,
  ...part,
});

describe('what a session offers a party', () => {
  test.each([
    ['seats while they last', {}, 3, { kind: 'seats', seats: 3 }],
    [
      'the waiting list when the party is larger than what is free',
      {},
      4,
      { kind: 'waiting', ahead: 0 },
    ],
    [
      'the waiting list when others wait, whatever is free',
      { waiting: 2 },
      1,
      { kind: 'waiting', ahead: 2 },
    ],
    ['nothing when the waiting list is full', { free: 0, waiting: 5 }, 1, { kind: 'full' }],
    ['nothing when it has no waiting list', { waitlistLimit: 0 }, 4, { kind: 'full' }],
    [
      'nothing before registration opens',
      { opensAt: hours(1) },
      1,
      { kind: 'not_open', opensAt: hours(1) },
    ],
    ['nothing after registration closed', { closesAt: hours(-1) }, 1, { kind: 'closed' }],
    ['nothing while it runs', { startsAt: hours(-1), endsAt: hours(1) }, 1, { kind: 'closed' }],
    ['nothing when it is over', { startsAt: hours(-3), endsAt: hours(-1) }, 1, { kind: 'past' }],
    ['nothing when it is cancelled', { isCancelled: true }, 1, { kind: 'cancelled' }],
  ] as const)('is %s', (_, part, people, expected) => {
    expect(availabilityOf(session(part), now, people)).toEqual(expected);
  });

  test('can be registered for when there are seats or a place in the queue', () => {
    expect(isRegistrable(availabilityOf(session(), now))).toBe(true);
    expect(isRegistrable(availabilityOf(session({ waiting: 1 }), now))).toBe(true);
    expect(isRegistrable(availabilityOf(session({ isCancelled: true }), now))).toBe(false);
  });
});

test('a party is the resident and their companions', () => {
  expect(peopleIn({ adults: 0, children: 0 })).toBe(1);
  expect(peopleIn({ adults: 1, children: 3 })).toBe(5);
});
