import { expect, test } from 'vitest';
import {
  mayEnter,
  pathOf,
  rooms,
  roomsOf,
  worksInConsole,
} from '../../../src/features/bureau/access';
import { errandsOf } from '../../../src/features/bureau/today/errands';

test('merchants and residents have no part in the console, everybody else begins with today', () => {
  expect(worksInConsole([])).toBe(false);
  expect(worksInConsole(['merchant'])).toBe(false);
  for (const role of [
    'moderator',
    'editor',
    'analyst',
    'interviewer',
    'host',
    'administrator',
  ] as const) {
    expect(roomsOf([role])[0]).toBe('today');
  }
  expect(roomsOf(['moderator', 'analyst'])).toEqual(
    rooms.filter((room) => mayEnter(room, ['moderator']) || mayEnter(room, ['analyst'])),
  );
  expect(pathOf('today')).toBe('/bureau/');
});

test('what is late comes first, what there is none of is left out, and each leads to its list', () => {
  const line = (what: string, number: number, late: number) => ({
    what,
    number,
    late,
    since: null,
  });
  const errands = errandsOf(
    [
      line('nearly_out', 3, 0),
      line('pending_logs', 0, 0),
      line('sessions_today', 2, 0),
      line('received_feedback', 4, 1),
      line('something_newer', 9, 9),
    ] as unknown as Parameters<typeof errandsOf>[0],
    '2026-11-24',
  );
  expect(errands.map(({ kind, path }) => [kind, path])).toEqual([
    ['received_feedback', '/bureau/feedback/?status=received'],
    ['nearly_out', '/bureau/rewards/?low=1'],
    ['sessions_today', '/bureau/events/sessions/?day_from=2026-11-24&day_to=2026-11-24'],
  ]);
});
