import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { logAction, logsOf } from '../../support/green-actions.ts';
import { jobs, reasonsFor } from '../../support/marks.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

let action: string;
let moderator: SignedIn;
let device: string;

beforeAll(async () => {
  action = await newAction({ review: 'moderator', dailyCap: 50, weeklyCap: 500 });
  moderator = await signUpStaff('moderator');
});
beforeEach(() => {
  device = randomUUID();
});

const logFrom = async (resident: SignedIn, from: string | null = device) =>
  (await answer(logAction(resident, action, { p_device: from }))).id;
/** Lets a log have been made earlier, as its device remembers it, too. */
const age = async (logId: string, by: string) => {
  await sql`update public.action_logs set logged_at = logged_at - ${by}::interval where id = ${logId}`;
  await sql`update private.log_devices set logged_at = logged_at - ${by}::interval where log_id = ${logId}`;
};
const kept = async (logId: string) => [
  ...(await sql`select device from private.log_devices where log_id = ${logId}`),
];

describe('a moderator is shown a device', () => {
  test('that sent for two accounts within ten minutes, on the logs of both', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const first = await logFrom(one);
    const second = await logFrom(other);
    await age(first, '9 minutes');
    for (const id of [first, second]) {
      expect(await reasonsFor(moderator, id)).toEqual([{ kind: 'device', accounts: 2 }]);
    }
  });

  test('with how many accounts, however often each', async () => {
    const residents = await Promise.all([signUp(), signUp(), signUp()]);
    const ids = [];
    for (const resident of [...residents, ...residents]) ids.push(await logFrom(resident));
    expect(await reasonsFor(moderator, ids[0] ?? '')).toEqual([{ kind: 'device', accounts: 3 }]);
  });

  test('not when eleven minutes lie between them', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const first = await logFrom(one);
    const second = await logFrom(other);
    await age(first, '11 minutes');
    for (const id of [first, second]) expect(await reasonsFor(moderator, id)).toEqual([]);
  });

  test('not when it sent for one account only, nor when devices differ or are not named', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const ids = [
      await logFrom(one),
      await logFrom(one),
      await logFrom(other, randomUUID()),
      await logFrom(other, null),
      await logFrom(one, null),
    ];
    for (const id of ids) expect(await reasonsFor(moderator, id)).toEqual([]);
  });
});

describe('of a device', () => {
  test('only a keyed hash is kept: neither its number nor a hash anybody could make', async () => {
    const id = await logFrom(await signUp());
    const number = Buffer.from(device.replaceAll('-', ''), 'hex');
    const [row] = await kept(id);
    const hash: Buffer = row?.device;
    expect(hash).toHaveLength(32);
    expect(hash.includes(number)).toBe(false);
    for (const text of [number, device]) {
      expect(hash.equals(createHash('sha256').update(text).digest())).toBe(false);
    }
  });

  test('the same hash is kept each time', async () => {
    const resident = await signUp();
    const [first, second] = [await logFrom(resident), await logFrom(resident)];
    expect(await kept(first)).toEqual(await kept(second));
  });

  test('nothing is kept where it keeps nothing, and the log is made all the same', async () => {
    const resident = await signUp();
    const id = await logFrom(resident, null);
    expect(await kept(id)).toEqual([]);
    expect(await logsOf(resident)).toMatchObject([{ id, status: 'pending' }]);
  });

  test('what was sent first counts: the same key from another device is the same log', async () => {
    const resident = await signUp();
    const key = randomUUID();
    const sent = { p_idempotency_key: key, p_device: device };
    const { id } = await answer(logAction(resident, action, sent));
    const before = await kept(id);
    const again = await answer(
      logAction(resident, action, { p_idempotency_key: key, p_device: randomUUID() }),
    );
    expect(again.id).toBe(id);
    expect(await kept(id)).toEqual(before);
  });

  test('nothing is kept of a log that was refused', async () => {
    const resident = await signUp();
    const once = await newAction();
    await answer(logAction(resident, once, { p_device: device }));
    await refusal(logAction(resident, once, { p_device: device }));
    const [row] = await sql`
      select count(*)::integer as count from private.log_devices where resident_id = ${resident.id}`;
    expect(row?.count).toBe(1);
  });

  test.each(['x', 7, 'ffffffff'])('%s is no number', async (nonsense) => {
    const resident = await signUp();
    const refused = await refusal(logAction(resident, action, { p_device: nonsense }));
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    expect(await logsOf(resident)).toEqual([]);
  });

  test('nothing is left after 30 days, and nothing is forgotten before', async () => {
    const resident = await signUp();
    const [old, young] = [await logFrom(resident), await logFrom(resident)];
    await age(old, '30 days 1 minute');
    await age(young, '29 days 23 hours');
    const done = await answer(jobs().rpc('do_due_work'));
    expect(done.find(({ what }) => what === 'forget_log_devices')?.done).toBeGreaterThanOrEqual(1);
    expect(await kept(old)).toEqual([]);
    expect(await kept(young)).toHaveLength(1);
    expect(await logsOf(resident)).toHaveLength(2);
  });

  test('nothing is left when the account goes', async () => {
    const resident = await signUp();
    const id = await logFrom(resident);
    await sql`delete from auth.users where id = ${resident.id}`;
    expect(await kept(id)).toEqual([]);
  });
});
