import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addResident,
  addResidents,
  addStaff,
  type SignedIn,
  signUp,
  signUpStaff,
  visitor,
} from '../../support/actors.ts';
import { asActor, become, sql } from '../../support/database.ts';
import { decide, logAction } from '../../support/green-actions.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { balanceOf, newAction, newPrice } from '../../support/things.ts';

const content = {
  coins: 3,
  proof: 'none',
  review: 'automatic',
  daily_cap: 1,
  weekly_cap: 7,
  yearly_cap: 100,
  cool_down_hours: 0,
  minimum_quantity: 1,
  note_zh: '',
  note_en: '',
};

/** A day so many days from today in Shanghai, as YYYY-MM-DD. */
const dayIn = async (days: number): Promise<string> => {
  const [row] = await sql`select (private.shanghai_day() + ${days}::integer)::text as day`;
  return row?.day;
};

let administrator: SignedIn;
let inTwoDays: string;
let inThreeDays: string;
beforeAll(async () => {
  administrator = await signUpStaff('administrator');
  [inTwoDays, inThreeDays] = [await dayIn(2), await dayIn(3)];
});

const announce = (action: string, day: unknown, change: Record<string, unknown> = {}) =>
  administrator.api.rpc('announce_price', {
    p_action_code: action,
    p_valid_from: day,
    p_content: { ...content, ...change },
  } as never);
const withdraw = (action: string, day: string) =>
  administrator.api.rpc('withdraw_price', { p_action_code: action, p_valid_from: day });
const versionsOf = (action: string) => sql`
  select valid_from::text, coins::integer from public.action_prices
  where action_code = ${action} order by valid_from`;
const listed = async (action: string) =>
  answer(
    visitor().from('price_list').select('coins, next_from, next_coins').eq('code', action).single(),
  );
const noticesOf = async ({ api }: SignedIn) =>
  answer(api.from('notices').select('kind, values, path').order('created_at'));
/** What a transaction saw before it was undone. */
class Seen {
  constructor(readonly row: unknown) {}
}
/** Does the due work until nobody is left to tell. */
async function tellEverybody(batch = 10_000) {
  for (;;) {
    await sql`select private.tell_price_changes(${batch}::integer)`;
    const [row] = await sql`
      select count(*)::integer as waiting from private.price_news where done_at is null`;
    if (row?.waiting === 0) return;
  }
}

describe('an announced price', () => {
  test('is on the list from now on, and pays from its day', async () => {
    const [resident, action] = [await signUp(), await newAction({ coins: 2 })];
    const price = await answer(announce(action, inTwoDays));
    expect(price).toMatchObject({ action_code: action, coins: 3, valid_from: inTwoDays });
    expect(price.announced_by).toBeNull();
    expect(await listed(action)).toEqual({ coins: 2, next_from: inTwoDays, next_coins: 3 });
    await answer(logAction(resident, action));
    expect(await balanceOf(resident)).toBe(2);
  });

  test('is in force on its day and not on the one before', async () => {
    const action = await newAction({ coins: 2 });
    const day = await newPrice(action, 5, { coins: 7 });
    const [row] = await sql`
      select (private.price_on(${action}, ${day}::date - 1)).coins::integer as before,
        (private.price_on(${action}, ${day}::date)).coins::integer as on_it,
        (private.price_on(${action}, '2019-12-31')).coins as never`;
    expect(row).toEqual({ before: 2, on_it: 7, never: null });
  });

  test('sent twice is announced once', async () => {
    const action = await newAction();
    const first = await answer(announce(action, inTwoDays));
    expect(await answer(announce(action, inTwoDays))).toEqual(first);
    expect(await versionsOf(action)).toHaveLength(2);
    const [row] = await sql`
      select count(*)::integer as count from private.price_news where action_code = ${action}`;
    expect(row?.count).toBe(1);
  });

  test('does not touch what waits for a moderator: it pays the price of its day', async () => {
    const [resident, moderator, action] = [
      await signUp(),
      await signUpStaff('moderator'),
      await newAction({ review: 'moderator', coins: 4, weeklyCap: 9 }),
    ];
    const log = await answer(logAction(resident, action));
    await sql`update public.action_logs set logged_on = logged_on - 1, logged_at = logged_at - interval '1 day'
      where resident_id = ${resident.id}`;
    await newPrice(action, 0, { coins: 9 });
    const today = await answer(logAction(resident, action));
    expect([log.coins, today.coins]).toEqual([4, 9]);
    await answer(decide(moderator, log.id, true));
    expect(await balanceOf(resident)).toBe(4);
  });

  test.each([
    ['for today', 0],
    ['for tomorrow, which is less than 24 hours away', 1],
    ['for yesterday', -1],
  ])('is refused %s', async (_, days) => {
    const action = await newAction();
    const refused = await refusal(announce(action, await dayIn(days)));
    expect(refused).toMatchObject({
      status: 409,
      code: 'announced_too_late',
      detail: { earliest: inTwoDays },
    });
    expect(await versionsOf(action)).toHaveLength(1);
  });

  test.each([
    ['no coins', { coins: 0 }, 'coins'],
    ['half a coin', { coins: 1.5 }, 'coins'],
    ['coins in words', { coins: 'three' }, 'coins'],
    ['no cap of the day', { daily_cap: null }, 'daily_cap'],
    ['a week shorter than its day', { daily_cap: 3, weekly_cap: 2 }, 'weekly_cap'],
    ['a year shorter than its week', { yearly_cap: 6 }, 'yearly_cap'],
    ['a cool-down of more than a year', { cool_down_hours: 8761 }, 'cool_down_hours'],
    ['an unknown proof', { proof: 'honour' }, 'proof'],
    ['a photo nobody looks at', { proof: 'photo' }, 'review'],
    ['a note in one language', { note_zh: '试一试' }, 'note_en'],
    ['a note of a megabyte', { note_zh: 'x'.repeat(1_000_000), note_en: 'x' }, 'note_zh'],
  ])('is refused with %s', async (_, change, field) => {
    const action = await newAction();
    const refused = await refusal(announce(action, inTwoDays, change));
    expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
    expect(await versionsOf(action)).toHaveLength(1);
  });

  test.each([
    ['infinity', 400, 'content_invalid'],
    ['9999-12-31', 400, 'content_invalid'],
    [null, 400, 'content_invalid'],
  ])('is refused from %s on', async (day, status, code) => {
    const action = await newAction();
    expect(await refusal(announce(action, day))).toMatchObject({ status, code });
  });

  test('is refused where nothing changes, for an unknown action, and where nobody proves much', async () => {
    const action = await newAction({ coins: 3, yearlyCap: 100 });
    const codes = [
      await refusal(announce(action, inTwoDays)),
      await refusal(announce('space-travel', inTwoDays)),
      await refusal(announce(action, inTwoDays, { coins: 6 })),
      await refusal(announce('education-event', inTwoDays)),
      await refusal(announce(action, inTwoDays, { proof: 'check_in' })),
    ].map(({ code }) => code);
    expect(codes).toEqual([
      'price_unchanged',
      'action_unknown',
      'unproved_pays_little',
      'proof_stays',
      'proof_stays',
    ]);
  });

  test('comes after those that are announced already', async () => {
    const action = await newAction();
    await answer(announce(action, inThreeDays));
    for (const [day, change] of [
      [inTwoDays, { coins: 4 }],
      [inThreeDays, { coins: 4 }],
    ] as const) {
      expect(await refusal(announce(action, day, change))).toMatchObject({
        status: 409,
        code: 'price_announced',
        detail: { valid_from: inThreeDays },
      });
    }
  });

  test('is written into the audit', async () => {
    const action = await newAction();
    await answer(announce(action, inTwoDays));
    const [entry] = await sql`
      select act, actor_id, after ->> 'coins' as coins from public.audit_entries
      where subject_id = ${`${action}:${inTwoDays}`}`;
    expect(entry).toEqual({ act: 'announce_price', actor_id: administrator.id, coins: '3' });
  });
});

describe('two announcements for one day', () => {
  test('of 32 different ones one is announced, and the others hear of it', async () => {
    const [caller, action] = [await addStaff('administrator'), await newAction({ yearlyCap: 999 })];
    const { won, codes } = await race(
      times(32, (turn) => ({
        caller,
        run: (tx) =>
          tx`select public.announce_price(${action}, ${inTwoDays},
            ${tx.json({ ...content, yearly_cap: 100 + turn })})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ price_announced: 31 });
    expect(await versionsOf(action)).toHaveLength(2);
  });

  test('would both be announced if one looked first and wrote then', async () => {
    await withScratchTable('valid_from date', async (table) => {
      await race(
        times(32, () => ({
          run: async (tx) => {
            const rows = await tx.unsafe(
              `select from ${table} where valid_from = current_date + 2`,
            );
            if (rows.length === 0)
              await tx.unsafe(`insert into ${table} values (current_date + 2)`);
          },
        })),
      );
      const [row] = await sql.unsafe(`select count(*)::integer as count from ${table}`);
      expect(row?.count).toBeGreaterThan(1);
    });
  });
});

describe('the table itself', () => {
  test('takes no price that is announced less than 24 hours ahead, whoever writes it', async () => {
    const action = await newAction();
    const write = (announced: string) => sql`
      insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap,
        weekly_cap, yearly_cap, announced_at)
      values (${action}, '2026-12-01', 1, 'none', 'automatic', 1, 1, 1, ${announced}::text::timestamptz)`;
    const refused = await refusalBy(write('2026-11-30T00:00:00.000001+08:00'));
    expect(refused.constraint).toBe('price_is_announced_a_day_ahead');
    await write('2026-11-30T00:00:00+08:00');
  });

  test('takes one price of an action that was not announced: the first', async () => {
    const action = await newAction();
    const refused = await refusalBy(sql`
      insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap,
        weekly_cap, yearly_cap)
      values (${action}, '2026-12-01', 1, 'none', 'automatic', 1, 1, 1)`);
    expect(refused.constraint).toBe('only_the_first_price_came_unannounced');
  });

  test('lets no price be changed, and none in force be deleted', async () => {
    const action = await newAction();
    await newPrice(action, 2);
    for (const change of [
      sql`update public.action_prices set coins = 9 where action_code = ${action}`,
      sql`delete from public.action_prices where action_code = ${action} and valid_from <= private.shanghai_day()`,
      sql`truncate public.action_prices`,
      sql`delete from public.green_actions where code = ${action}`,
    ]) {
      expect((await refusalBy(change)).code).toBe('append_only');
    }
    expect(await versionsOf(action)).toHaveLength(2);
  });
});

describe('withdrawing', () => {
  test('takes an announced price back, the last one first', async () => {
    const action = await newAction({ coins: 2 });
    await answer(announce(action, inTwoDays));
    await answer(announce(action, inThreeDays, { coins: 4 }));
    expect((await refusal(withdraw(action, inTwoDays))).code).toBe('price_announced');
    await answer(withdraw(action, inThreeDays));
    await answer(withdraw(action, inTwoDays));
    expect(await listed(action)).toEqual({ coins: 2, next_from: null, next_coins: null });
    expect(await refusal(withdraw(action, inTwoDays))).toMatchObject({
      status: 404,
      code: 'price_unknown',
    });
  });

  test('is refused for a price in force', async () => {
    const action = await newAction();
    const day = await newPrice(action, 0);
    expect(await refusal(withdraw(action, day))).toMatchObject({
      status: 409,
      code: 'price_in_force',
    });
  });
});

describe('a change is told', () => {
  test('to whoever logged the action in the last 90 days, once, and to nobody else', async () => {
    const [recent, long, other] = await Promise.all([signUp(), signUp(), signUp()]);
    const [action, another] = [await newAction({ coins: 2 }), await newAction()];
    await answer(logAction(recent, action));
    await answer(logAction(long, action));
    await answer(logAction(other, another));
    await sql`update public.action_logs set logged_on = logged_on - 91 where resident_id = ${long.id}`;
    await answer(announce(action, inTwoDays));
    await tellEverybody();
    await tellEverybody();
    expect(await noticesOf(recent)).toEqual([
      {
        kind: 'price_change',
        values: {
          name_zh: '测试',
          name_en: 'Test',
          from_coins: 2,
          to_coins: 3,
          on: inTwoDays,
        },
        path: '/prices/',
      },
    ]);
    expect([await noticesOf(long), await noticesOf(other)]).toEqual([[], []]);
  });

  test('in batches, also by several at once, by mail to those who want it', async () => {
    const action = await newAction({ coins: 2 });
    const residents = await addResidents(25);
    for (const caller of residents) {
      await asActor(
        caller,
        (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`,
        {
          keep: true,
        },
      );
    }
    const ids = residents.map(({ id }) => id);
    await sql`update public.profiles set wants_mail = resident_id = ${ids[0] ?? ''}
      where resident_id = any (${ids})`;
    await tellEverybody();
    await answer(announce(action, inTwoDays));
    await Promise.all(times(4, () => tellEverybody(7)));
    const [row] = await sql`
      select (select count(*)::integer from public.notices
          where resident_id = any (${ids}) and kind = 'price_change') as told,
        (select count(*)::integer from private.outbox where resident_id = any (${ids})) as mailed`;
    expect(row).toEqual({ told: 25, mailed: 1 });
  });

  test('and that it stays, to those who were told otherwise', async () => {
    const [told, untold] = [await signUp(), await signUp()];
    const [first, second] = [await newAction({ coins: 2 }), await newAction({ coins: 2 })];
    await tellEverybody();
    await answer(logAction(told, first));
    await answer(announce(first, inTwoDays));
    await tellEverybody();
    await answer(withdraw(first, inTwoDays));
    await answer(logAction(untold, second));
    await answer(announce(second, inTwoDays));
    await answer(withdraw(second, inTwoDays));
    await tellEverybody();
    expect((await noticesOf(told)).map(({ kind }) => kind)).toEqual(['price_change', 'price_kept']);
    expect(await noticesOf(untold)).toEqual([]);
  });

  test('as other rules, where the coins stay', async () => {
    const [resident, action] = [await signUp(), await newAction({ coins: 3 })];
    await answer(logAction(resident, action));
    await answer(announce(action, inTwoDays, { yearly_cap: 50 }));
    await tellEverybody();
    expect((await noticesOf(resident)).map(({ kind }) => kind)).toEqual(['price_rules_change']);
  });
});

describe('the outlook of an action', () => {
  test('is what its envelope has left and what it paid, net, on each closed day', async () => {
    const [resident, action] = [await signUp(), await newAction({ coins: 4, envelope: 160 })];
    await answer(logAction(resident, action));
    // Closed days cannot be taken away again, so these are, with the transaction.
    const outlook = sql.begin(async (tx) => {
      await tx`insert into ledger.days (day, transfers, issued, taken_back, spent, refunded, expired,
          adjusted_up, adjusted_down, held, has_demo, root, seal)
        select private.shanghai_day() - ago, 0, 0, 0, 0, 0, 0, 0, 0, 0, false,
          sha256('root'), sha256('seal')
        from generate_series(1, 30) as ago on conflict do nothing`;
      await tx`insert into ledger.day_actions (day, action_code, year, transfers, issued, taken_back)
        select private.shanghai_day() - ago, ${action}, ledger.year_of(), 3, 8, 4
        from unnest(array[1, 28, 29]) as ago`;
      await become(tx, administrator);
      const [row] = await tx`
        select remaining::integer, daily::integer[] from public.get_price_outlook(${action})`;
      throw new Seen(row);
    });
    const seen = await outlook.catch((thrown: unknown) => thrown);
    expect(seen).toBeInstanceOf(Seen);
    expect((seen as Seen).row).toEqual({
      remaining: 156,
      daily: [4, ...times(26, () => 0), 4],
    });
  });
});

describe('across midnight in Shanghai', () => {
  test('a log pays the price of the day it is written into, in every session', async () => {
    const action = await newAction({ coins: 2 });
    await newPrice(action, 0, { coins: 7 });
    await newPrice(action, 1, { coins: 9 });
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      const caller = await addResident();
      const [log] = await asActor(caller, async (tx) => {
        await tx`select set_config('timezone', ${zone}, true)`;
        return tx`
          select l.coins::integer as paid, l.logged_on::text as day
          from public.log_green_action(${action}, ${randomUUID()}) l`;
      });
      expect(log).toEqual({ paid: 7, day: await dayIn(0) });
    }
  });

  test('the price of a log is always that of its day, however the days lie', async () => {
    const action = await newAction({ coins: 1, dailyCap: 9, weeklyCap: 99 });
    for (const days of [-3, -1, 0, 2]) await newPrice(action, days, { coins: days + 10 });
    const [resident] = await addResidents(1);
    if (!resident) throw new Error('Nobody was added.');
    await asActor(
      resident,
      (tx) => tx`select public.log_green_action(${action}, ${randomUUID()})`,
      {
        keep: true,
      },
    );
    const rows = await sql`
      select l.coins = (private.price_on(l.action_code, l.logged_on)).coins as fits
      from public.action_logs l where l.resident_id = ${resident.id}`;
    expect([...rows]).toEqual([{ fits: true }]);
  });
});
