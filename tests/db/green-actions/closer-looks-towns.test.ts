import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addResidents,
  type Resident,
  type SignedIn,
  signUp,
  signUpStaff,
} from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { jobs, reasonsFor } from '../../support/marks.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

let moderator: SignedIn;
let action: string;
const town = 'fotang';

beforeAll(async () => {
  moderator = await signUpStaff('moderator');
});
beforeEach(async () => {
  action = await newAction({ review: 'moderator', dailyCap: 50, weeklyCap: 500 });
});

/** Lets residents have logged the action so often each, on so many days ago, and gives the logs' ids. */
async function logged(residents: { id: string }[], often: number, daysAgo = 3) {
  const rows = await sql<{ id: string }[]>`
    insert into public.action_logs
      (resident_id, action_code, idempotency_key, town_code, coins, status, logged_at, logged_on)
    select r, ${action}, gen_random_uuid(), ${town}, 1, 'pending',
      private.shanghai_midnight(private.shanghai_day() - ${daysAgo}::integer) + interval '12 hours',
      private.shanghai_day() - ${daysAgo}::integer
    from unnest(${residents.map(({ id }) => id)}::uuid[]) as r, generate_series(1, ${often}::integer)
    returning id`;
  return rows.map(({ id }) => id);
}
/** Works the norms out as if it had not happened today, the way the jobs do. */
async function rebuild(): Promise<number> {
  await sql`delete from private.town_norms`;
  const done = await answer(jobs().rpc('do_due_work'));
  return done.find(({ what }) => what === 'rebuild_town_norms')?.done ?? 0;
}
const norm = async () => {
  const [row] = await sql`
    select residents, mean, round(deviation::numeric, 3)::float as deviation from private.town_norms
    where town_code = ${town} and action_code = ${action}`;
  return row;
};
/** A town where most log the action twice in 28 days, and one person. */
async function usualTown(): Promise<Resident> {
  const [one, ...others] = await addResidents(40);
  if (!one) throw new Error('No account was added.');
  await logged(others.slice(0, 30), 2);
  await logged(others.slice(30), 1);
  return one;
}

describe('the norm of a town', () => {
  test('is how often those who log an action log it in the 28 days before today', async () => {
    const residents = await addResidents(4);
    await logged(residents, 1);
    await logged(residents.slice(0, 2), 2);
    // Neither today nor what is longer ago counts.
    await logged(residents, 5, 0);
    await logged(residents, 5, 29);
    await rebuild();
    expect(await norm()).toEqual({ residents: 4, mean: 2, deviation: 1 });
  });

  test('is worked out once a day, and by one at a time', async () => {
    await logged(await addResidents(2), 1);
    expect(await rebuild()).toBeGreaterThan(0);
    await logged(await addResidents(3), 2);
    const again = await answer(jobs().rpc('do_due_work'));
    expect(again.find(({ what }) => what === 'rebuild_town_norms')?.done).toBe(0);
    expect(await norm()).toMatchObject({ residents: 2 });

    await sql`update private.town_norms set made_on = made_on - 1`;
    const { won, refused } = await race(
      times(6, () => ({
        run: (tx) => tx<{ made: number }[]>`select private.rebuild_town_norms() as made`,
      })),
    );
    expect(refused).toEqual([]);
    expect(won.filter(([row]) => (row?.made ?? 0) > 0)).toHaveLength(1);
    expect(await norm()).toMatchObject({ residents: 5 });
  });
});

describe('a moderator is shown', () => {
  test('a resident who logs far more than their town, and by how much', async () => {
    const one = await usualTown();
    await rebuild();
    const [id = ''] = await logged([one], 6);
    expect(await reasonsFor(moderator, id)).toEqual([{ kind: 'outlier', count: 6, mean: 1.8 }]);
  });

  test('nothing of a resident who logs a little more than their town', async () => {
    const one = await usualTown();
    await rebuild();
    const [id = ''] = await logged([one], 3);
    expect(await reasonsFor(moderator, id)).toEqual([]);
  });

  test('nothing of three logs, however rare they are in a town', async () => {
    await logged(await addResidents(30), 1);
    await rebuild();
    const [id = ''] = await logged(await addResidents(1), 3);
    expect(await norm()).toMatchObject({ mean: 1, deviation: 0 });
    expect(await reasonsFor(moderator, id)).toEqual([]);
  });

  test('nothing where a town has no norm yet', async () => {
    await sql`delete from private.town_norms`;
    const [id = ''] = await logged(await addResidents(1), 9);
    expect(await reasonsFor(moderator, id)).toEqual([]);
  });
});

test('a resident is told none of it, not even of their own log', async () => {
  const one = await signUp();
  const [id = ''] = await logged([one], 9);
  for (const name of ['get_moderation_item', 'get_moderation_queue'] as const) {
    const call =
      name === 'get_moderation_item' ? one.api.rpc(name, { p_log_id: id }) : one.api.rpc(name);
    expect(await refusal(call as never)).toMatchObject({ status: 404, code: 'not_found' });
  }
  for (const table of ['evidence_marks', 'similar_evidence', 'log_devices', 'town_norms']) {
    const { error } = await one.api.from(table as never).select('*');
    expect(error).not.toBeNull();
    const hidden = await one.api
      .schema('private' as never)
      .from(table)
      .select('*');
    expect(hidden.error).not.toBeNull();
  }
});
