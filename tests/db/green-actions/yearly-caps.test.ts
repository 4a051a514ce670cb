import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { decide, logAction, logsOf } from '../../support/green-actions.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { balanceOf, giveCoins, newAction } from '../../support/things.ts';

const backdate = (resident: { id: string }, days: number) => sql`
  update public.action_logs set logged_on = logged_on - ${days}::integer,
    logged_at = logged_at - ${days}::integer * interval '1 day'
  where resident_id = ${resident.id}`;

/** The first moment of next year in Shanghai, and how many days of this one have passed. */
async function thisYear() {
  const [row] = await sql`
    select extract(doy from private.shanghai_day())::integer - 1 as days,
      private.shanghai_midnight(date_trunc('year', private.shanghai_day() + interval '1 year')::date) as ends`;
  return row as unknown as { days: number; ends: Date };
}

const limitsOf = async (resident: SignedIn, action: string) => {
  const limits = await answer(resident.api.rpc('get_my_limits'));
  return limits.find(({ action_code }) => action_code === action);
};

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

describe('the yearly cap', () => {
  test('refuses one more until the year ends in Shanghai', async () => {
    const action = await newAction({ dailyCap: 2, weeklyCap: 2, yearlyCap: 2 });
    const { days, ends } = await thisYear();
    await Promise.all(times(2, () => answer(logAction(resident, action))));
    await backdate(resident, days);
    const refused = await refusal(logAction(resident, action));
    expect(refused).toMatchObject({ status: 409, code: 'yearly_cap', detail: { cap: 2 } });
    expect(Date.parse(String(refused.detail.next_at))).toBe(ends.getTime());

    // A day earlier was last year.
    await backdate(resident, 1);
    await answer(logAction(resident, action));
  });

  test('lets exactly one of 32 through when one is left', async () => {
    const [caller, action] = [
      await addResident(),
      await newAction({ dailyCap: 3, weeklyCap: 3, yearlyCap: 3 }),
    ];
    const contender = {
      caller,
      run: (tx: Parameters<Parameters<typeof asActor>[1]>[0]) =>
        tx`select public.log_green_action(${action}, ${randomUUID()})`,
    };
    await race(times(2, () => contender));
    await backdate(caller, 14);
    const { won, codes } = await race(times(32, () => contender));
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ yearly_cap: 31 });
    expect(await logsOf(caller)).toHaveLength(3);
  });

  test('would let more through if logs were counted first and written then', async () => {
    await withScratchTable('logged_on date default current_date', async (table) => {
      await sql.unsafe(`insert into ${table} default values`);
      await race(
        times(32, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(
              `select count(*)::integer as count from ${table}
               where logged_on >= date_trunc('year', current_date)`,
            );
            if (row?.count < 2) await tx.unsafe(`insert into ${table} default values`);
          },
        })),
      );
      const [row] = await sql.unsafe(`select count(*)::integer as count from ${table}`);
      expect(row?.count).toBeGreaterThan(2);
    });
  });
});

describe('the cool-down', () => {
  test('refuses a log too soon after the last, and says from when on', async () => {
    const action = await newAction({ dailyCap: 9, coolDownHours: 30 });
    const first = await answer(logAction(resident, action));
    const refused = await refusal(logAction(resident, action));
    expect(refused).toMatchObject({ status: 409, code: 'cool_down', detail: { cap: 30 } });
    expect(Date.parse(String(refused.detail.next_at))).toBe(
      Date.parse(first.logged_at) + 30 * 3_600_000,
    );
    await backdate(resident, 1);
    expect((await refusal(logAction(resident, action))).code).toBe('cool_down');
    await backdate(resident, 1);
    await answer(logAction(resident, action));
  });

  test('does not begin with a log that was rejected', async () => {
    const [moderator, action] = [
      await signUpStaff('moderator'),
      await newAction({ review: 'moderator', dailyCap: 9, coolDownHours: 2 }),
    ];
    const log = await answer(logAction(resident, action));
    expect((await refusal(logAction(resident, action))).code).toBe('cool_down');
    await answer(decide(moderator, log.id, false, { p_reason: 'unclear_photo' }));
    await answer(logAction(resident, action));
  });

  test('lets exactly one of 32 through', async () => {
    const [caller, action] = [
      await addResident(),
      await newAction({ dailyCap: 99, coolDownHours: 1 }),
    ];
    const { won, codes } = await race(
      times(32, () => ({
        caller,
        run: (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ cool_down: 31 });
  });

  test('would let more through if the last log were looked up first', async () => {
    await withScratchTable('logged_at timestamptz default now()', async (table) => {
      await race(
        times(32, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(
              `select max(logged_at) > now() - interval '1 hour' as is_soon from ${table}`,
            );
            if (!row?.is_soon) await tx.unsafe(`insert into ${table} default values`);
          },
        })),
      );
      const [row] = await sql.unsafe(`select count(*)::integer as count from ${table}`);
      expect(row?.count).toBeGreaterThan(1);
    });
  });
});

describe('the coins of a resident and year', () => {
  const earnAllBut = async (who: { id: string }, coins: number) => {
    const [row] = await sql`select coins_per_year::integer as cap from private.settings`;
    await giveCoins(who, row?.cap - coins);
    return row?.cap as number;
  };

  test('are published, and the same number is refused by', async () => {
    const cap = await earnAllBut(resident, 0);
    expect(await answer(visitor().rpc('get_coins_per_year'))).toBe(cap);
    const refused = await refusal(logAction(resident, await newAction()));
    expect(refused).toMatchObject({ code: 'coins_per_year', detail: { cap } });
  });

  test('are refused at logging when the log would pass them', async () => {
    const [dear, cheap] = [await newAction({ coins: 4 }), await newAction({ coins: 3 })];
    const cap = await earnAllBut(resident, 3);
    const { ends } = await thisYear();
    const refused = await refusal(logAction(resident, dear));
    expect(refused).toMatchObject({ status: 409, code: 'coins_per_year', detail: { cap } });
    expect(Date.parse(String(refused.detail.next_at))).toBe(ends.getTime());
    await answer(logAction(resident, cheap));
    expect(await balanceOf(resident)).toBe(cap);
  });

  test('count what waits for a moderator, until it is rejected', async () => {
    const [moderator, waiting, counted] = [
      await signUpStaff('moderator'),
      await newAction({ review: 'moderator', coins: 5 }),
      await newAction({ coins: 2 }),
    ];
    await earnAllBut(resident, 6);
    const log = await answer(logAction(resident, waiting));
    expect((await refusal(logAction(resident, counted))).code).toBe('coins_per_year');
    await answer(decide(moderator, log.id, false, { p_reason: 'unclear_photo' }));
    await answer(logAction(resident, counted));
  });

  test('let exactly two of 32 through when they suffice for two, of different actions', async () => {
    const caller = await addResident();
    const actions: string[] = [];
    while (actions.length < 32) actions.push(await newAction({ coins: 5 }));
    await earnAllBut(caller, 12);
    const { won, codes } = await race(
      actions.map((action) => ({
        caller,
        run: (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`,
      })),
    );
    expect(won).toHaveLength(2);
    expect(codes).toEqual({ coins_per_year: 30 });
  });
});

describe('an empty envelope', () => {
  test.each([['automatic' as const], ['moderator' as const]])(
    'is said at logging what is counted as %s, and nothing is kept',
    async (review) => {
      const action = await newAction({ review, coins: 5, envelope: 4 });
      const refused = await refusal(logAction(resident, action));
      expect(refused).toMatchObject({
        status: 409,
        code: 'envelope_empty',
        detail: { action_code: action },
      });
      expect(await logsOf(resident)).toEqual([]);
      expect(await limitsOf(resident, action)).toMatchObject({ reason: 'envelope_empty' });
    },
  );
});

describe('my limits', () => {
  test('say what is left of each cap, and after the last log why not and until when', async () => {
    const action = await newAction({ dailyCap: 2, weeklyCap: 5, yearlyCap: 9, coins: 3 });
    expect(await limitsOf(resident, action)).toMatchObject({
      left_today: 2,
      left_this_week: 5,
      left_this_year: 9,
      reason: null,
      next_at: null,
    });
    await answer(logAction(resident, action));
    await answer(logAction(resident, action));
    const limits = await limitsOf(resident, action);
    expect(limits).toMatchObject({ left_today: 0, left_this_week: 3, left_this_year: 7, cap: 2 });
    const refused = await refusal(logAction(resident, action));
    expect([limits?.reason, Date.parse(limits?.next_at ?? '')]).toEqual([
      refused.code,
      Date.parse(String(refused.detail.next_at)),
    ]);
  });

  test('are those of actions that are logged by hand, and nobody else’s logs', async () => {
    const [action, imported, closed, other] = [
      await newAction(),
      await newAction({ proof: 'import' }),
      await newAction({ isOpen: false }),
      await signUp(),
    ];
    await answer(logAction(other, action));
    expect(await limitsOf(resident, action)).toMatchObject({ left_today: 1, reason: null });
    expect(await limitsOf(resident, imported)).toBeUndefined();
    expect(await limitsOf(resident, closed)).toBeUndefined();
    expect(await limitsOf(resident, 'violation-report')).toBeUndefined();
  });
});

test.each([
  ['yearly_cap', { dailyCap: 1, weeklyCap: 1, yearlyCap: 1 }],
  ['cool_down', { dailyCap: 9, weeklyCap: 9, coolDownHours: 8760 }],
])('of several reasons the one that ends last is given: %s', async (code, caps) => {
  const caller = await addResident();
  const action = await newAction(caps);
  const log = () =>
    asActor(caller, (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`, {
      keep: true,
    });
  await log();
  const refused = await refusalBy(log());
  const { ends } = await thisYear();
  const [week] = await sql`
    select private.shanghai_midnight(date_trunc('week', private.shanghai_day())::date + 7) as ends`;
  if (code === 'yearly_cap') {
    // In the last days of December the week ends after the year.
    expect(refused.code).toBe(week?.ends > ends ? 'weekly_cap' : code);
  } else {
    expect(refused.code).toBe(code);
  }
});
