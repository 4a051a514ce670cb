import { describe, expect, test } from 'vitest';
import { stateAt } from '../../../src/features/education/calendar/state';
import { sessionLike } from './sessions';

const during = new Date('2026-12-01T00:00:00Z');

describe('the state of a session', () => {
  test.each([
    ['cancelled', { isCancelled: true }, during],
    ['past', {}, new Date('2026-12-05T03:30:00Z')],
    ['running', {}, new Date('2026-12-05T01:00:00Z')],
    ['not_open', {}, new Date('2026-11-19T00:00:00Z')],
    ['closed', {}, new Date('2026-12-04T16:00:00Z')],
    ['open', { free: 6 }, during],
    ['few', { free: 5 }, during],
    ['waiting_list', { free: 0, waiting: 9 }, during],
    ['full', { free: 0, waiting: 10 }, during],
    ['full', { free: 0, waitlistLimit: 0 }, during],
  ] as const)('is %s for %j at %s', (state, rest, now) => {
    expect(stateAt(sessionLike(rest), now)).toBe(state);
  });

  test('is not open while somebody waits: a freed seat is theirs first', () => {
    expect(stateAt(sessionLike({ free: 1, waiting: 1 }), during)).toBe('waiting_list');
  });

  test('stays cancelled after its time', () => {
    expect(stateAt(sessionLike({ isCancelled: true }), new Date('2027-01-01'))).toBe('cancelled');
  });
});
