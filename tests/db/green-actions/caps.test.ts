import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { decide, logAction, logsOf } from '../../support/green-actions.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { balanceOf, newAction, transfersOf } from '../../support/things.ts';

const dayLength = 86_400_000;
/** The first moment of a day (YYYY-MM-DD) in Shanghai, which has no summer time. */
const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

/** Makes a resident's logs older by so many days, past the API. */
const backdate = (resident: { id: string }, days: number) => sql`
  update public.action_logs set logged_on = logged_on - ${days}::integer
  where resident_id = ${resident.id}`;

/** Days since Monday in Shanghai, as the database's clock has it. */
async function daysSinceMonday(): Promise<number> {
  const [row] = await sql`
    select extract(isodow from now() at time zone 'Asia/Shanghai')::integer - 1 as days`;
  return row?.days;
}

/** Puts a clock under the database whose day can be turned while sessions are at work. */
async function withDaysThatTurn<Result>(use: (turn: () => Promise<unknown>) => Promise<Result>) {
  const [row] = await sql`
    select pg_get_functiondef('private.shanghai_day'::regproc) as definition`;
  await sql.unsafe(`
    create schema test_days;
    grant usage on schema test_days to public;
    create table test_days.turned (days integer not null);
    insert into test_days.turned values (0);
    grant select on test_days.turned to public;
    create or replace function private.shanghai_day(p_at timestamptz default now())
    returns date language plpgsql stable set search_path = '' as $$
    begin
      return (p_at at time zone 'Asia/Shanghai')::date + (select days from test_days.turned);
    end $$`);
  try {
    return await use(() => sql`update test_days.turned set days = 1`);
  } finally {
    await sql.unsafe(`${row?.definition}; drop schema test_days cascade`);
  }
}

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

describe('the daily cap', () => {
  test('refuses one more, says when it counts again, and posts nothing', async () => {
    const action = await newAction({ dailyCap: 2, coins: 3 });
    const first = await answer(logAction(resident, action));
    await answer(logAction(resident, action));
    const refused = await refusal(logAction(resident, action));

    expect(refused).toMatchObject({ status: 409, code: 'daily_cap', detail: { cap: 2 } });
    expect(Date.parse(String(refused.detail.next_at))).toBe(midnight(first.logged_on) + dayLength);
    expect(await logsOf(resident)).toHaveLength(2);
    expect(await transfersOf(resident)).toBe(2);
    expect(await balanceOf(resident)).toBe(6);
  });

  test('lets exactly five of 60 through that the API gets at once', async () => {
    const action = await newAction({ dailyCap: 5 });
    const answers = await Promise.all(times(60, () => logAction(resident, action)));
    expect(answers.filter(({ error }) => !error)).toHaveLength(5);
    const refused = answers.filter(({ error }) => error);
    expect(new Set(refused.map(({ error, status }) => `${status} ${error?.hint}`))).toEqual(
      new Set(['409 daily_cap']),
    );
    expect(await logsOf(resident)).toHaveLength(5);
    expect(await balanceOf(resident)).toBe(10);
  });

  test('lets exactly five of 200 through on 64 connections, and those that are undone count for nothing', async () => {
    const [caller, action] = [await addResident(), await newAction({ dailyCap: 5 })];
    const { won, refused } = await race(
      times(200, (turn) => ({
        caller,
        run: async (tx) => {
          await tx`select public.log_green_action(${action}, ${randomUUID()})`;
          // Every third is cut off after its log was made, and leaves its place to somebody who waits.
          if (turn % 3 === 0) await tx`select 1 / 0`;
        },
      })),
    );
    expect(won).toHaveLength(5);
    const reasons = new Set(refused.map(({ code, sqlState }) => code || sqlState));
    expect([...reasons].toSorted()).toEqual(['22012', 'daily_cap']);
    expect(await logsOf(caller)).toHaveLength(5);
    expect(await balanceOf(caller)).toBe(10);
  });

  test('lets exactly five of 200 through on each side of midnight', async () => {
    const [caller, action] = [await addResident(), await newAction({ dailyCap: 5, weeklyCap: 99 })];
    const logs = await withDaysThatTurn((turn) =>
      race(
        times(200, (place) => ({
          caller,
          run: async (tx) => {
            if (place === 100) await turn();
            await tx`select public.log_green_action(${action}, ${randomUUID()})`;
          },
        })),
      ),
    );
    expect(logs.codes).toEqual({ daily_cap: 190 });
    const days = await sql`
      select (logged_on - private.shanghai_day())::integer as day, count(*)::integer as count
      from public.action_logs where resident_id = ${caller.id} group by 1 order by 1`;
    expect([...days]).toEqual([
      { day: 0, count: 5 },
      { day: 1, count: 5 },
    ]);
    expect(await balanceOf(caller)).toBe(20);
  });

  test('would let more through if logs were counted first and written then', async () => {
    await withScratchTable('logged_at timestamptz default now()', async (table) => {
      await race(
        times(200, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select count(*)::integer as count from ${table}`);
            if (row?.count < 5) await tx.unsafe(`insert into ${table} default values`);
          },
        })),
      );
      const [row] = await sql.unsafe(`select count(*)::integer as count from ${table}`);
      expect(row?.count).toBeGreaterThan(5);
    });
  });

  test('begins afresh at midnight', async () => {
    const action = await newAction({ dailyCap: 1, weeklyCap: 100 });
    for (let day = 0; day < 3; day += 1) {
      await answer(logAction(resident, action));
      expect((await refusal(logAction(resident, action))).code).toBe('daily_cap');
      await backdate(resident, 1);
    }
    expect(await logsOf(resident)).toHaveLength(3);
  });

  test('is counted for each action and for each resident by itself', async () => {
    const [one, two, other] = [await newAction(), await newAction(), await signUp()];
    await answer(logAction(resident, one));
    expect((await refusal(logAction(resident, one))).code).toBe('daily_cap');
    await answer(logAction(resident, two));
    await answer(logAction(other, one));
  });

  test('does not count logs that were rejected', async () => {
    const [moderator, action] = [
      await signUpStaff('moderator'),
      await newAction({ review: 'moderator', dailyCap: 1 }),
    ];
    const log = await answer(logAction(resident, action));
    expect((await refusal(logAction(resident, action))).code).toBe('daily_cap');
    await answer(decide(moderator, log.id, false, { p_reason: 'unclear_photo' }));
    await answer(logAction(resident, action));
    expect((await refusal(logAction(resident, action))).code).toBe('daily_cap');
  });

  test('does not count logs that were rolled back', async () => {
    const [caller, action] = [await addResident(), await newAction({ dailyCap: 1 })];
    const log = (keep: boolean) =>
      asActor(caller, (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`, {
        keep,
      });
    await log(false);
    await log(true);
    expect((await refusalBy(log(true))).code).toBe('daily_cap');
  });
});

test('counting waits for no transfer that merely names the wallet, or the two could wait for each other', async () => {
  const [caller, action] = [await addResident(), await newAction()];
  const posting = await sql.reserve();
  try {
    // The first half of a posting: the transfer refers to the wallet, which has not been moved yet.
    await posting`begin`;
    await posting`
      insert into ledger.transfers
        (resident_id, kind, debit, credit, amount, vintage, action_code, reference, idempotency_key)
      values (${caller.id}, 'award', 'issuance', 'wallet', 1, ledger.year_of(), ${action},
        'test:half', 'award:half')`;
    const [log] = await asActor(caller, async (tx) => {
      await tx`set local lock_timeout = '3s'`;
      return tx`select status from public.log_green_action(${action}, ${randomUUID()})`;
    });
    expect(log?.status).toBe('approved');
  } finally {
    await posting`rollback`;
    posting.release();
  }
});

describe('the weekly cap', () => {
  test('refuses one more, says when it counts again, and posts nothing', async () => {
    const action = await newAction({ dailyCap: 3, weeklyCap: 3, coins: 2 });
    const [log] = await Promise.all(times(3, () => answer(logAction(resident, action))));
    const refused = await refusal(logAction(resident, action));

    expect(refused).toMatchObject({ status: 409, code: 'weekly_cap', detail: { cap: 3 } });
    const monday = midnight(log?.logged_on ?? '') - (await daysSinceMonday()) * dayLength;
    expect(Date.parse(String(refused.detail.next_at))).toBe(monday + 7 * dayLength);
    expect(await logsOf(resident)).toHaveLength(3);
    expect(await balanceOf(resident)).toBe(6);
  });

  test('counts from Monday, and not the Sunday before', async () => {
    const action = await newAction({ dailyCap: 3, weeklyCap: 3 });
    const sinceMonday = await daysSinceMonday();
    await Promise.all(times(3, () => answer(logAction(resident, action))));

    await backdate(resident, sinceMonday);
    expect((await refusal(logAction(resident, action))).code).toBe('weekly_cap');
    await backdate(resident, 1);
    await answer(logAction(resident, action));
  });

  test('lets exactly one of 50 through when one is left', async () => {
    const action = await newAction({ dailyCap: 3, weeklyCap: 3 });
    await Promise.all(times(2, () => answer(logAction(resident, action))));
    await backdate(resident, await daysSinceMonday());
    const answers = await Promise.all(times(50, () => logAction(resident, action)));
    expect(answers.filter(({ error }) => !error)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ error }) => (error ? [error.hint] : [])))).toEqual(
      new Set(['weekly_cap']),
    );
  });
});

describe('a day is one in Shanghai', () => {
  test.each([
    ['2026-11-22T15:59:59.999999Z', '2026-11-22'],
    ['2026-11-22T16:00:00Z', '2026-11-23'],
    ['2026-11-23T15:59:59.999999Z', '2026-11-23'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('%s is on %s', async (moment, day) => {
    const [row] = await sql`select private.shanghai_day(${moment})::text as day`;
    expect(row?.day).toBe(day);
  });

  test.each([['2026-11-23'], ['2027-01-01'], ['2028-02-29']])(
    '%s begins at 16:00 UTC the day before',
    async (day) => {
      const [row] = await sql`select private.shanghai_midnight(${day}) as begins`;
      expect(row?.begins.getTime()).toBe(midnight(day));
    },
  );

  test.each([['UTC'], ['Asia/Shanghai'], ['America/Los_Angeles'], ['Pacific/Kiritimati']])(
    'even for a session that lives in %s',
    async (zone) => {
      const [caller, daily, weekly] = [
        await addResident(),
        await newAction({ dailyCap: 1 }),
        await newAction({ dailyCap: 1, weeklyCap: 1 }),
      ];
      const session = (action: string, count: number) =>
        asActor(caller, async (tx) => {
          await tx`select set_config('timezone', ${zone}, true)`;
          let log: Record<string, unknown> | undefined;
          for (let turn = 0; turn < count; turn += 1) {
            [log] = await tx`
              select l.logged_on::text, isodow from public.log_green_action(${action}, ${randomUUID()}) l,
                extract(isodow from l.logged_on) as isodow`;
          }
          return log;
        });
      const log = await session(daily, 1);
      const [today] = await sql`select (now() at time zone 'Asia/Shanghai')::date::text as day`;
      expect(log?.logged_on).toBe(today?.day);

      const day = midnight(String(log?.logged_on));
      const tomorrow = (await refusalBy(session(daily, 2))).detail.next_at;
      expect(Date.parse(String(tomorrow))).toBe(day + dayLength);
      const monday = (await refusalBy(session(weekly, 2))).detail.next_at;
      expect(Date.parse(String(monday))).toBe(day + (8 - Number(log?.isodow)) * dayLength);
    },
  );
});
