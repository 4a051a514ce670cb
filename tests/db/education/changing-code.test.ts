import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, type Resident } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import {
  call,
  newSession,
  type Registration,
  register,
  registrationOf,
} from '../../support/education.ts';
import { race, times } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf } from '../../support/things.ts';

let resident: Resident;
let session: string;
let registration: string;

beforeEach(async () => {
  session = await newSession({ coins: 4, starts: '10 minutes' });
  resident = await addResident();
  ({ id: registration } = await register(resident, session, { adults: 1 }));
});

/** The code as the host's page computes it, so many steps of 30 seconds from now. */
async function codeAt(offset: number, of = session): Promise<string> {
  const [row] = await sql`select encode(secret, 'hex') as secret,
    floor(extract(epoch from now()) / 30)::integer as step
    from private.session_secrets where session_id = ${of}`;
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(row?.step + offset));
  const secret = Buffer.from(row?.secret, 'hex');
  return createHash('sha256').update(secret).update(step).digest('hex').slice(0, 10);
}

const checkIn = (
  code: string | null,
  nonce: string | null = randomUUID(),
  caller = resident,
  at = session,
) =>
  call<Registration>(
    caller,
    (tx) => tx`select * from public.check_in_with_code(${at}, ${code}, ${nonce})`,
  );

describe('the changing code of a session', () => {
  test('checks the whole party in and pays, once', async () => {
    const nonce = randomUUID();
    const first = await checkIn(await codeAt(0), nonce);
    expect(first).toMatchObject({ id: registration, attended_people: 2 });
    expect(await checkIn('whatever', nonce)).toEqual(first);
    await checkIn(await codeAt(0));
    expect(await balanceOf(resident)).toBe(4);
    const [row] =
      await sql`select how, recorded_by, people from public.check_ins where nonce = ${nonce}`;
    expect(row).toEqual({ how: 'code', recorded_by: resident.id, people: 2 });
  });

  test('is good for its step and the two after it, and in capitals', async () => {
    // Of the two steps before, the older may run out while the test is running.
    expect((await checkIn((await codeAt(-1)).toUpperCase())).attended_people).toBe(2);
  });

  test.each([
    ['three steps old', () => codeAt(-4)],
    ['of a step to come', () => codeAt(2)],
    ['of another session', async () => codeAt(0, await newSession())],
    ['that is made up', async () => '0123456789'],
    ['that is empty', async () => ''],
    ['that is not there', async () => null],
  ])('%s is refused', async (_, make) => {
    const refused = await refusalBy(checkIn(await make()));
    expect(refused).toMatchObject({ status: 409, code: 'code_stale' });
    expect((await registrationOf(registration)).attended_people).toBeNull();
  });

  test('is for those with a confirmed registration', async () => {
    const stranger = await addResident();
    const code = await codeAt(0);
    expect(await refusalBy(checkIn(code, randomUUID(), stranger))).toMatchObject({
      status: 404,
      code: 'not_registered',
    });
    await sql`update public.registrations set status = 'waiting', queue_number = 1 where id = ${registration}`;
    expect(await refusalBy(checkIn(code))).toMatchObject({ code: 'not_registered' });
  });

  test('is for the day of the session', async () => {
    const later = await newSession({ starts: '2 days' });
    await register(resident, later);
    const refused = await refusalBy(checkIn(await codeAt(0, later), randomUUID(), resident, later));
    expect(refused).toMatchObject({ status: 409, code: 'not_today' });
  });

  test('needs a nonce, and one of its own', async () => {
    const [code, nonce, other] = [await codeAt(0), randomUUID(), await addResident()];
    expect(await refusalBy(checkIn(code, null))).toMatchObject({
      status: 400,
      code: 'key_missing',
    });
    await register(other, session);
    await checkIn(code, nonce, other);
    expect(await refusalBy(checkIn(code, nonce))).toMatchObject({
      status: 409,
      code: 'key_reused',
    });
  });

  test('scanned 24 times at once pays once', async () => {
    const code = await codeAt(0);
    const { refused } = await race(
      times(24, () => ({
        caller: resident,
        run: (tx) => tx`select public.check_in_with_code(${session}, ${code}, ${randomUUID()})`,
      })),
    );
    expect(refused).toEqual([]);
    expect(await balanceOf(resident)).toBe(4);
  });

  test('comes from 32 random bytes that no two sessions share', async () => {
    await newSession();
    const [row] =
      await sql`select count(*)::integer as all, count(distinct secret)::integer as different,
      min(length(secret)) as shortest from private.session_secrets`;
    expect(row?.different).toBe(row?.all);
    expect(row?.shortest).toBe(32);
  });
});

test('is the one a phone makes of the same secret and step', async () => {
  // The same three stand in tests/unit/education/changing-code.test.ts.
  const secret = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
  const [row] = await sql`
    select private.session_code(decode(${secret}, 'hex'), 60000001) as code`;
  expect(row?.code).toBe('10844d0074');
});
