import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addResidents, type Resident } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { call } from '../../support/education.ts';
import { logsOf } from '../../support/green-actions.ts';
import { codeOf } from '../../support/point-codes.ts';
import { newPoint, type Point, shownAt } from '../../support/points.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, newAction } from '../../support/things.ts';

let action: string;
let resident: Resident;
beforeEach(async () => {
  action = await newAction({ proof: 'onsite_code', coins: 4, dailyCap: 50 });
  resident = await addResident();
});

interface Position {
  latitude?: unknown;
  longitude?: unknown;
  accuracy?: unknown;
}

const useCode = (
  code: string | null,
  position: Position | string | null = null,
  who = resident,
  key: string = randomUUID(),
) =>
  call<{ id: string; status: string }>(
    who,
    (tx) => tx`select * from public.log_green_action(${action}, ${key}, '', null, ${code},
      ${typeof position === 'string' || !position ? position : JSON.stringify(position)}::text::jsonb)`,
  );

const nothingCame = async () => {
  expect(await logsOf(resident)).toEqual([]);
  expect(await balanceOf(resident)).toBe(0);
};

/** A day of Shanghai so many days from today, and its day of the week, 1 to 7. */
async function dayIn(days: number) {
  const [row] = await sql`select (private.shanghai_day() + ${days}::integer)::text as day,
    extract(isodow from private.shanghai_day() + ${days}::integer)::integer as weekday`;
  return row as { day: string; weekday: number };
}

describe('a code that is none', () => {
  let point: Point;
  beforeEach(async () => {
    point = await newPoint(action);
  });

  test.each([
    ['null', () => null],
    ['an empty one', () => ' '],
    ['a pattern', () => '%'],
    ['the handle alone', () => point.handle],
    ['a guess', () => codeOf(point.handle, Buffer.alloc(32), 0)],
    ['somebody else’s handle', () => codeOf('2222', Buffer.alloc(32), 0)],
    ['one too long', () => `${point.handle}${'2'.repeat(2000)}`],
  ])('is refused: %s', async (_, code) => {
    expect(await refusalBy(useCode(code()))).toMatchObject({
      status: 400,
      code: 'onsite_code_wrong',
    });
    await nothingCame();
  });

  test('is refused when the point is of another action', async () => {
    const other = await newPoint(await newAction({ proof: 'onsite_code' }));
    const refused = await refusalBy(useCode(await shownAt(other)));
    expect(refused.code).toBe('onsite_code_wrong');
  });
});

describe('the changing code of a screen', () => {
  let screen: Point;
  beforeEach(async () => {
    screen = await newPoint(action, { kind: 'screen' });
  });

  test.each([0, -1, 1])('counts in step %i', async (offset) => {
    const log = await useCode(await shownAt(screen, offset));
    expect(log.status).toBe('approved');
    expect(await balanceOf(resident)).toBe(4);
  });

  test('the code of a known secret and step is the one a screen makes', async () => {
    const secret = Buffer.from(Array.from({ length: 32 }, (_, i) => i));
    const [row] = await sql`select private.point_code('K7P4', ${secret}, 30000001) as code`;
    // The same secret, step and code stand in tests/unit/green-actions/step-code.test.ts.
    expect(row?.code).toBe('K7P443DYY9RH');
    expect(codeOf('K7P4', secret, 30_000_001)).toBe('K7P443DYY9RH');
  });

  test.each([
    [-3, 409, 'onsite_code_old'],
    [-50, 409, 'onsite_code_old'],
    [-70, 400, 'onsite_code_wrong'],
    [3, 400, 'onsite_code_wrong'],
  ])('is refused in step %i', async (offset, status, code) => {
    expect(await refusalBy(useCode(await shownAt(screen, offset)))).toMatchObject({ status, code });
    await nothingCame();
  });

  test('of before a new secret is refused', async () => {
    const code = await shownAt(screen);
    await sql`update private.point_secrets set generation = 2, secret = sha256('another')
      where point_id = ${screen.id}`;
    expect((await refusalBy(useCode(code))).code).toBe('onsite_code_wrong');
    expect((await useCode(await shownAt(screen))).status).toBe('approved');
  });

  test('is no printed one: step 0 does not count', async () => {
    const [row] = await sql`select secret from private.point_secrets where point_id = ${screen.id}`;
    const refused = await refusalBy(useCode(codeOf(screen.handle, row?.secret, 0)));
    expect(refused.code).toBe('onsite_code_wrong');
  });
});

describe('the rules of a point', () => {
  test('a point that was closed for good is over', async () => {
    for (const rule of [
      { is_open: false },
      { valid_from: '2026-01-01', valid_until: '2026-01-02' },
    ]) {
      const refused = await refusalBy(useCode(await shownAt(await newPoint(action, rule))));
      expect(refused).toMatchObject({ status: 409, code: 'point_over', detail: {} });
    }
    await nothingCame();
  });

  test('a point that has not begun says when it does', async () => {
    const { day } = await dayIn(3);
    const point = await newPoint(action, { valid_from: day, opens: '08:30', closes: '17:00' });
    const refused = await refusalBy(useCode(await shownAt(point)));
    expect(refused).toMatchObject({ status: 409, code: 'point_closed' });
    expect(new Date(String(refused.detail.opens_at)).toISOString()).toBe(
      new Date(`${day}T08:30:00+08:00`).toISOString(),
    );
    await nothingCame();
  });

  test('a point that rests today says which day it opens', async () => {
    const [today, tomorrow] = [await dayIn(0), await dayIn(1)];
    const point = await newPoint(action, {
      weekdays: [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekday !== today.weekday),
    });
    const refused = await refusalBy(useCode(await shownAt(point)));
    expect(refused.code).toBe('point_closed');
    expect(new Date(String(refused.detail.opens_at)).toISOString()).toBe(
      new Date(`${tomorrow.day}T00:00:00+08:00`).toISOString(),
    );
  });

  test.each([
    ['2026-11-25T01:00:00Z', { opens: '09:00', closes: '16:30' }, '2026-11-25T01:00:00Z'],
    ['2026-11-25T00:59:59Z', { opens: '09:00', closes: '16:30' }, '2026-11-25T01:00:00Z'],
    ['2026-11-25T08:30:00Z', { opens: '09:00', closes: '16:30' }, '2026-11-26T01:00:00Z'],
    ['2026-11-25T15:59:59Z', {}, '2026-11-25T15:59:59Z'],
    // Wednesday evening of a point that is open on Wednesdays until the day of the next one.
    [
      '2026-11-25T09:00:00Z',
      { opens: '09:00', closes: '16:30', weekdays: [3] },
      '2026-12-02T01:00:00Z',
    ],
    ['2026-11-25T09:00:00Z', { opens: '09:00', closes: '16:30', valid_until: '2026-11-25' }, null],
    ['2026-11-20T09:00:00Z', { valid_from: '2026-11-25', weekdays: [1] }, '2026-11-29T16:00:00Z'],
  ])('asked at %s, with %j, it opens at %s', async (at, rule, opensAt) => {
    const point = await newPoint(action, { valid_from: '2026-11-01', ...rule });
    const [row] = await sql<{ opens_at: Date | null }[]>`
      select private.point_opens_at(p, ${at}) as opens_at from public.action_points p
      where id = ${point.id}`;
    expect(row?.opens_at ?? null).toEqual(opensAt && new Date(opensAt));
  });
});

describe('a point with a place', () => {
  // 111.2 metres north of the point is 0.001 degrees.
  const place = { latitude: 29.3, longitude: 120.07, radius_m: 100 };
  const north = (degrees: number, accuracy = 0) => ({
    latitude: 29.3 + degrees,
    longitude: 120.07,
    accuracy,
  });

  test.each([
    ['none', null],
    ['an empty one', {}],
    ['words', { latitude: '29.3', longitude: '120.07' }],
    ['half of one', { latitude: 29.3 }],
    ['one off the earth', { latitude: 129.3, longitude: 120.07 }],
    ['one beyond all numbers', { latitude: 1e300, longitude: -1e300 }],
  ])('asks for the position when it gets %s', async (_, position) => {
    const code = await shownAt(await newPoint(action, place));
    expect(await refusalBy(useCode(code, position))).toMatchObject({
      status: 400,
      code: 'position_needed',
    });
    await nothingCame();
  });

  test.each([
    ['just outside', north(0.00095)],
    ['far away, however unsure the phone says it is', north(0.1, 50_000)],
    ['somewhere between two numbers', '{"latitude": 1e-400, "longitude": -1e-400}'],
  ])('refuses who is %s', async (_, position) => {
    const code = await shownAt(await newPoint(action, place));
    expect(await refusalBy(useCode(code, position))).toMatchObject({
      status: 409,
      code: 'too_far',
      detail: { radius: 100 },
    });
    await nothingCame();
  });

  test.each([
    ['there', north(0)],
    ['just inside', north(0.00085)],
    ['near enough for a phone that is unsure', north(0.0015, 80)],
  ])('counts for who is %s', async (_, position) => {
    const code = await shownAt(await newPoint(action, place));
    expect((await useCode(code, position)).status).toBe('approved');
  });

  test('leaves no trace of the position anywhere in the database', async () => {
    const position = { latitude: 29.300123, longitude: 120.070321, accuracy: 7 };
    await useCode(await shownAt(await newPoint(action, place)), position);
    const [found] = await sql`select count(*)::integer as rows from (
      select to_jsonb(t)::text as row from public.action_logs t
      union all select to_jsonb(t)::text from private.point_uses t
      union all select to_jsonb(t)::text from public.audit_entries t
      union all select to_jsonb(t)::text from ledger.transfers t) as all_rows
      where row like '%29.300123%' or row like '%120.070321%'`;
    expect(found?.rows).toBe(0);
  });
});

describe('a point is used', () => {
  test('once a day by a resident, whatever the action would allow', async () => {
    const point = await newPoint(action);
    await useCode(await shownAt(point));
    const refused = await refusalBy(useCode(await shownAt(point)));
    expect(refused).toMatchObject({ status: 409, code: 'point_used_today' });
    expect(await balanceOf(resident)).toBe(4);
    await useCode(await shownAt(await newPoint(action)));
    expect(await balanceOf(resident)).toBe(8);
  });

  test('once, when its answer was lost and the same log is sent again', async () => {
    const [point, key] = [await newPoint(action), randomUUID()];
    const first = await useCode(await shownAt(point), null, resident, key);
    expect(await useCode(await shownAt(point), null, resident, key)).toEqual(first);
    expect(await balanceOf(resident)).toBe(4);
  });

  test('not at all by a log that was refused afterwards', async () => {
    const point = await newPoint(action);
    await sql`update ledger.envelope_shards set remaining = 0 where action_code = ${action}`;
    expect((await refusalBy(useCode(await shownAt(point)))).code).toBe('envelope_empty');
    const uses = await sql`select from private.point_uses where point_id = ${point.id}`;
    expect(uses).toHaveLength(0);
    await sql`update ledger.envelope_shards set remaining = 625000 where action_code = ${action}`;
  });

  test('once, by 16 logs of one resident at once', async () => {
    const code = await shownAt(await newPoint(action));
    const { won, codes } = await race(
      times(16, () => ({
        caller: resident,
        run: (tx) =>
          tx`select public.log_green_action(${action}, ${randomUUID()}, '', null, ${code})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ point_used_today: 15 });
  });

  test('as often as its daily limit allows, and then says so', async () => {
    const point = await newPoint(action, { daily_limit: 2 });
    for (const one of await addResidents(2)) await useCode(await shownAt(point), null, one);
    expect(await refusalBy(useCode(await shownAt(point)))).toMatchObject({
      status: 409,
      code: 'point_full',
      detail: { limit: 2 },
    });
    await nothingCame();
  });

  test('as often as its daily limit allows by 64 residents at once', async () => {
    const code = await shownAt(await newPoint(action, { daily_limit: 10 }));
    const { won, codes } = await race(
      (await addResidents(64)).map((caller) => ({
        caller,
        run: (tx) =>
          tx`select public.log_green_action(${action}, ${randomUUID()}, '', null, ${code})`,
      })),
    );
    expect(won).toHaveLength(10);
    expect(codes).toEqual({ point_full: 54 });
  });

  test('would be used more often if it were counted first and written then', async () => {
    await withScratchTable('who integer not null', async (table) => {
      const { won } = await race(
        times(64, (turn) => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select count(*)::integer as count from ${table}`);
            if (row?.count >= 10) return false;
            await tx.unsafe(`insert into ${table} values ($1)`, [turn]);
            return true;
          },
        })),
      );
      expect(won.filter((used) => used).length).toBeGreaterThan(10);
    });
  });
});

test('who used a point is forgotten after the next day', async () => {
  const point = await newPoint(action);
  await sql`insert into private.point_uses (point_id, used_on, resident_id)
    select ${point.id}, private.shanghai_day() - turn, ${resident.id}
    from generate_series(0, 3) as turn`;
  await sql`select private.forget_point_uses()`;
  const left = await sql`select used_on = private.shanghai_day() as is_today
    from private.point_uses where point_id = ${point.id} order by used_on`;
  expect(left.map(({ is_today }) => is_today)).toEqual([false, true]);
});
