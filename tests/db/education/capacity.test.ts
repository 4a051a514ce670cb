import { describe, expect, test } from 'vitest';
import { addResidents } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { cancel, newSession, register, registering, seatsOf } from '../../support/education.ts';
import { race, times, withScratchTable } from '../../support/race.ts';

describe('64 residents who register at once', () => {
  test('fill 20 seats and no more', async () => {
    const [callers, session] = [await addResidents(64), await newSession({ capacity: 20 })];
    const { won, codes } = await race(
      callers.map((caller) => ({ caller, run: registering(session, { wait: false }) })),
    );
    expect(won).toHaveLength(20);
    expect(codes).toEqual({ session_full: 44 });
    expect(await seatsOf(session)).toEqual({ seats_taken: 20, waiting: 0, seats: 20, queue: 0 });
  });

  test('in parties of one to five fill 50 seats and no more', async () => {
    const [callers, session] = [await addResidents(64), await newSession({ capacity: 50 })];
    const { won, codes } = await race(
      callers.map((caller, turn) => ({
        caller,
        run: registering(session, { children: turn % 5, wait: false }),
      })),
    );
    const seats = won.reduce((sum, { people }) => sum + people, 0);
    expect(seats).toBeLessThanOrEqual(50);
    // Nobody who would still have fitted was turned away: what is left is less than the smallest refused.
    expect(seats).toBeGreaterThan(45);
    expect(Object.keys(codes)).toEqual(['session_full']);
    expect(await seatsOf(session)).toEqual({ seats_taken: seats, waiting: 0, seats, queue: 0 });
  });

  test('would overfill a session that counts first and writes afterwards', async () => {
    await withScratchTable('place integer', async (table) => {
      const { won } = await race(
        times(64, (turn) => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select count(*)::integer as taken from ${table}`);
            if (row?.taken >= 20) return false;
            await tx.unsafe(`insert into ${table} values (${turn})`);
            return true;
          },
        })),
      );
      expect(won.filter((taken) => taken).length).toBeGreaterThan(20);
    });
  });

  test('and join the waiting list are confirmed, queued or turned away, with numbers of their own', async () => {
    const session = await newSession({ capacity: 10, waitlist: 30 });
    const { won, codes } = await race(
      (await addResidents(64)).map((caller) => ({ caller, run: registering(session) })),
    );
    const tally = (status: string) => won.filter((one) => one.status === status).length;
    expect({ confirmed: tally('confirmed'), waiting: tally('waiting'), codes }).toEqual({
      confirmed: 10,
      waiting: 30,
      codes: { waiting_full: 24 },
    });
    const numbers = won.flatMap(({ queue_number }) => (queue_number ? [queue_number] : []));
    expect(new Set(numbers).size).toBe(30);
    expect(await seatsOf(session)).toEqual({ seats_taken: 10, waiting: 30, seats: 10, queue: 30 });
  });
});

test('of two residents who want the last seat at once, one gets it', async () => {
  for (const _ of times(10, () => null)) {
    const [first, ...callers] = await addResidents(3);
    const session = await newSession({ capacity: 2 });
    await register(first as (typeof callers)[0], session);
    const { won, codes } = await race(
      callers.map((caller) => ({ caller, run: registering(session, { wait: false }) })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ session_full: 1 });
  }
});

test('residents who cancel while others register never leave a seat counted twice or lost', async () => {
  const [leaving, coming] = [await addResidents(30), await addResidents(30)];
  const session = await newSession({ capacity: 30, waitlist: 60 });
  const held = await Promise.all(leaving.map((caller) => register(caller, session)));
  const { refused } = await race([
    ...leaving.map((caller, turn) => ({
      caller,
      run: (tx: Parameters<ReturnType<typeof registering>>[0]) =>
        tx`select public.cancel_registration(${held[turn]?.id ?? null})` as Promise<unknown>,
    })),
    ...coming.map((caller) => ({ caller, run: registering(session) as never })),
  ]);
  expect(refused).toEqual([]);
  const after = await seatsOf(session);
  expect({ seats: after.seats_taken, queue: after.waiting }).toEqual({
    seats: after.seats,
    queue: after.queue,
  });
  // Everyone who came has a seat now, or is offered one.
  expect(after).toMatchObject({ seats_taken: 30, waiting: 0 });
});

test('the smallest refused party really did not fit', async () => {
  const [one, two, three] = await addResidents(3);
  const session = await newSession({ capacity: 3 });
  const { id } = await register(one as NonNullable<typeof one>, session, { adults: 1 });
  const run = registering(session, { adults: 1, wait: false });
  const { codes } = await race([{ caller: two as NonNullable<typeof two>, run }]);
  expect(codes).toEqual({ session_full: 1 });
  await register(three as NonNullable<typeof three>, session);
  expect((await seatsOf(session)).seats_taken).toBe(3);
  await cancel(one as NonNullable<typeof one>, id);
  expect((await seatsOf(session)).seats_taken).toBe(1);
});

test('the database itself refuses a seat too many', async () => {
  const session = await newSession({ capacity: 3 });
  const overfull = sql`update public.event_sessions set seats_taken = 4 where id = ${session}`;
  await expect(overfull).rejects.toThrow('seats_never_exceed_capacity');
});
