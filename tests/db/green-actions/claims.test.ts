import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addResidents,
  addStaff,
  giveRole,
  type Resident,
  type SignedIn,
  signUp,
  signUpStaff,
} from '../../support/actors.ts';
import { newHousehold } from '../../support/cells.ts';
import { asActor, sql } from '../../support/database.ts';
import { decide, logAction } from '../../support/green-actions.ts';
import { claim, claimOn, clearQueue, expireClaims } from '../../support/moderation.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

let action: string;
let moderator: SignedIn;
let colleague: SignedIn;
let resident: SignedIn;

const log = async (who = resident) => (await answer(logAction(who, action))).id;
const queueOf = async (who: SignedIn) =>
  (await answer(who.api.rpc('get_moderation_queue'))).map(({ id }) => id);

beforeAll(async () => {
  action = await newAction({ review: 'moderator', coins: 6, dailyCap: 1_000, weeklyCap: 1_000 });
});
beforeEach(async () => {
  await clearQueue();
  [moderator, colleague, resident] = await Promise.all([
    signUpStaff('moderator'),
    signUpStaff('moderator'),
    signUp(),
  ]);
});

describe('deciding is refused', () => {
  test('for a log a colleague has claimed, until the claim has run out', async () => {
    const id = await log();
    expect(await answer(claim(colleague))).toBe(1);
    const refused = await refusal(decide(moderator, id, true));
    expect(refused).toMatchObject({ status: 409, code: 'claimed_by_another' });
    expect(Date.parse(String(refused.detail.until_at))).toBeGreaterThan(Date.now());
    expect((await claimOn(id))?.moderator_id).toBe(colleague.id);

    await expireClaims(colleague.id);
    expect((await answer(decide(moderator, id, true))).status).toBe('approved');
    expect(await claimOn(id)).toBeUndefined();
  });

  test('for a log of somebody in the moderator’s own cell, who does not get it either', async () => {
    const id = await log();
    await newHousehold(resident, moderator);
    expect(await refusal(decide(moderator, id, true))).toMatchObject({
      status: 403,
      code: 'own_cell',
    });
    expect(await answer(claim(moderator))).toBe(0);
    expect(await answer(claim(colleague))).toBe(1);
  });
});

test('nobody judges a log of a cell they went out of for a moment, whichever of the two did', async () => {
  for (const leaver of [moderator, resident]) {
    const id = await log();
    const home = await newHousehold(resident, moderator);
    await answer(leaver.api.rpc('leave_cell', { p_id: home.id }));
    expect((await refusal(decide(moderator, id, true))).code).toBe('own_cell');
    expect(await answer(claim(moderator))).toBe(0);
    await sql`delete from private.cell_members where cell_id = ${home.id}`;
    await sql`delete from private.left_cells where cell_id = ${home.id}`;
  }
});

describe('claiming', () => {
  test('gives the oldest first, up to what was asked for, and no more when asked again', async () => {
    const ids = [await log(), await log(), await log()];
    expect(await answer(claim(moderator, 2))).toBe(2);
    expect(await queueOf(moderator)).toEqual(ids.slice(0, 2));
    expect(await answer(claim(moderator, 2))).toBe(2);
    expect(await queueOf(moderator)).toEqual(ids.slice(0, 2));
  });

  test('passes over what a colleague holds, and one’s own logs', async () => {
    const [held, free] = [await log(), await log()];
    await log(moderator);
    await answer(claim(colleague));
    expect(await answer(claim(moderator, 20))).toBe(1);
    expect(await queueOf(moderator)).toEqual([free]);
    expect(await queueOf(colleague)).toEqual([held]);
  });

  test('renews what one holds, and takes over what has run out', async () => {
    const id = await log();
    await answer(claim(colleague));
    await expireClaims(colleague.id);
    expect(await queueOf(colleague)).toEqual([]);
    expect(await answer(claim(moderator))).toBe(1);
    expect(await claimOn(id)).toEqual({ moderator_id: moderator.id, counts: true });
    expect(await answer(claim(colleague))).toBe(0);

    await sql`update private.log_claims set claimed_until = now() + interval '5 seconds' where log_id = ${id}`;
    await answer(claim(moderator));
    const [row] = await sql`select claimed_until > now() + interval '5 minutes' as renewed
      from private.log_claims where log_id = ${id}`;
    expect(row?.renewed).toBe(true);
  });

  test('gives a moderator of one town the logs of that town alone', async () => {
    const local = await signUpStaff('moderator', { town: 'fotang' });
    await log();
    await sql`update public.profiles set town_code = 'fotang' where resident_id = ${resident.id}`;
    const here = await log();
    expect(await answer(claim(local, 20))).toBe(1);
    expect(await queueOf(local)).toEqual([here]);
    expect(await answer(local.api.rpc('get_moderation_load'))).toEqual([
      { waiting: 1, with_colleagues: 0, undo_seconds: 60, read_at: expect.any(String) },
    ]);
  });

  test('ends by releasing: what was held is free for others', async () => {
    await log();
    await answer(claim(colleague));
    expect(await answer(moderator.api.rpc('get_moderation_load'))).toEqual([
      { waiting: 1, with_colleagues: 1, undo_seconds: 60, read_at: expect.any(String) },
    ]);
    expect(await answer(colleague.api.rpc('release_claims'))).toBe(1);
    expect(await answer(claim(moderator))).toBe(1);
  });

  test('outlives the release of a page that was left before they were renewed', async () => {
    await log();
    await answer(claim(moderator));
    const [before] = await answer(moderator.api.rpc('get_moderation_load'));
    await answer(claim(moderator));
    const left = { p_read_at: before?.read_at as string };
    expect(await answer(moderator.api.rpc('release_claims', left))).toBe(0);
    const [after] = await answer(moderator.api.rpc('get_moderation_load'));
    expect(
      await answer(moderator.api.rpc('release_claims', { p_read_at: after?.read_at as string })),
    ).toBe(1);
  });
});

describe('32 moderators who claim at once', () => {
  const claims = (moderators: Resident[], limit: number) =>
    race(
      moderators.map((caller) => ({
        caller,
        run: async (tx) => {
          const [row] = await tx`select public.claim_logs(${limit}) as held`;
          const items = await tx<{ id: string }[]>`select id from public.get_moderation_queue()`;
          expect(items).toHaveLength(row?.held);
          return items.map(({ id }) => id);
        },
      })),
    );
  const moderators = async () => {
    const staff = await addResidents(32);
    for (const one of staff) await giveRole(one, 'moderator');
    return staff;
  };

  test('out of 32 each get one, and no two the same', async () => {
    await Promise.all(times(32, () => log()));
    const { won, refused } = await claims(await moderators(), 1);
    expect(refused).toEqual([]);
    expect(won.map((ids) => ids.length)).toEqual(times(32, () => 1));
    expect(new Set(won.flat()).size).toBe(32);
  });

  test('out of 10 claims that have run out never get one twice, and nobody waits for ever', async () => {
    const staff = await moderators();
    await Promise.all(times(10, () => log()));
    for (const one of staff.slice(0, 10)) {
      await asActor(one, (tx) => tx`select public.claim_logs(1)`, { keep: true });
    }
    await sql`update private.log_claims set claimed_until = now() - interval '1 second'`;
    const { won, refused } = await claims(staff, 5);
    expect(refused).toEqual([]);
    expect(won.flat()).toHaveLength(10);
    expect(new Set(won.flat()).size).toBe(10);
  });

  test('would get the same one if they looked first and wrote then', async () => {
    await withScratchTable('id integer, holder integer', async (table) => {
      await sql.unsafe(`insert into ${table} select n, null from generate_series(1, 32) n`);
      const { won } = await race(
        times(32, (turn) => ({
          run: async (tx) => {
            const [free] = await tx.unsafe(
              `select id from ${table} where holder is null order by id limit 1`,
            );
            await tx.unsafe(`update ${table} set holder = $1 where id = $2`, [turn, free?.id]);
            return free?.id;
          },
        })),
      );
      expect(new Set(won).size).toBeLessThan(32);
    });
  });
});

test('claims are gone with the account of whoever held them', async () => {
  const leaving = await addStaff('moderator');
  const id = await log();
  await asActor(leaving, (tx) => tx`select public.claim_logs(1)`, { keep: true });
  expect((await claimOn(id))?.moderator_id).toBe(leaving.id);
  await sql`delete from auth.users where id = ${leaving.id}`;
  expect(await claimOn(id)).toBeUndefined();
});
