import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { privacyVersion } from '../../../src/lib/site.ts';
import {
  addResident,
  type Resident,
  type SignedIn,
  signUp,
  signUpStaff,
  visitor,
} from '../../support/actors.ts';
import { anonymous, sql } from '../../support/database.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { buyVoucher, newTablet, type Tablet } from '../../support/tablets.ts';
import { newMerchant, newReward } from '../../support/things.ts';

const counter = visitor();
const create = (who: SignedIn, id: string | null, name: string | null, pin: string | null) =>
  who.api.rpc('create_tablet', { p_id: id, p_name: name, p_pin: pin } as never);
const list = (key: string | null, pin: string | null) =>
  counter.rpc('list_taken_on_tablet', { p_device_key: key, p_pin: pin } as never);
const take = (tablet: Tablet, code: string, key = randomUUID(), pin = tablet.pin) =>
  counter.rpc('take_voucher_on_tablet', {
    p_device_key: tablet.key,
    p_pin: pin,
    p_voucher_code: code,
    p_take_key: key,
  });
const tablets = (who: SignedIn) => answer(who.api.rpc('list_tablets'));

let shop: string;
let reward: string;
let merchant: SignedIn;
let buyer: Resident;
let tablet: Tablet;

beforeAll(async () => {
  shop = await newMerchant();
  reward = await newReward({ merchantId: shop, price: 7, stock: 1_000 });
  [merchant, buyer] = [await signUpStaff('merchant', { merchantId: shop }), await addResident()];
});
beforeEach(async () => {
  await sql`update private.tablets set revoked_at = now() where merchant_id = ${shop}`;
  tablet = await newTablet(merchant);
});

describe('setting a tablet up', () => {
  test('is refused to whoever is no merchant', async () => {
    for (const one of [await signUp(), await signUpStaff('administrator')]) {
      const refused = await refusal(create(one, randomUUID(), 'x', '7391'));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
      expect((await refusal(one.api.rpc('list_tablets'))).code).toBe('not_found');
      expect((await refusal(one.api.rpc('revoke_tablet', { p_id: tablet.id }))).code).toBe(
        'not_found',
      );
    }
    const refused = await refusal(
      create({ ...merchant, api: visitor() }, randomUUID(), 'x', '7391'),
    );
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
  });

  test.each([
    ['no id', null, 'x', '7391', 'key_missing'],
    ['no name', randomUUID(), ' ', '7391', 'tablet_name_invalid'],
    ['a name of 41 characters', randomUUID(), '台'.repeat(41), '7391', 'tablet_name_invalid'],
    ['a name of two lines', randomUUID(), 'a\nb', '7391', 'tablet_name_invalid'],
    ['no PIN', randomUUID(), 'x', null, 'pin_invalid'],
    ['three digits', randomUUID(), 'x', '739', 'pin_invalid'],
    ['nine digits', randomUUID(), 'x', '739173917', 'pin_invalid'],
    ['letters', randomUUID(), 'x', '73a1', 'pin_invalid'],
    ['Arabic digits', randomUUID(), 'x', '٧٣٩١', 'pin_invalid'],
    ['one digit again and again', randomUUID(), 'x', '0000', 'pin_too_simple'],
    ['a run upwards', randomUUID(), 'x', '4567', 'pin_too_simple'],
    ['a run downwards', randomUUID(), 'x', '98765', 'pin_too_simple'],
  ])('with %s is refused', async (_, id, name, pin, code) => {
    const refused = await refusal(create(merchant, id, name, pin));
    expect(refused).toMatchObject({ status: 400, code });
  });

  test('stores neither the key nor the PIN, and tells a key that nobody can guess', async () => {
    expect(tablet.key).toMatch(/^[0-9a-f]{64}$/);
    const [row] =
      await sql`select t::text as everything from private.tablets t where id = ${tablet.id}`;
    expect(row?.everything).not.toContain(tablet.key);
    const [plain] = await sql`select
      encode(sha256(convert_to(${tablet.pin}, 'UTF8')), 'hex') as pin,
      encode(pin_hash, 'hex') as stored from private.tablets where id = ${tablet.id}`;
    expect(plain?.stored).not.toBe(plain?.pin);
  });

  test('with one PIN twice stores two different hashes', async () => {
    const other = await newTablet(merchant, tablet.pin);
    const rows = await sql`select encode(pin_hash, 'hex') as hash from private.tablets
      where id in (${tablet.id}, ${other.id})`;
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });

  test('again after a lost answer gives another key, and the lost one is none any more', async () => {
    const again = await answer(create(merchant, tablet.id, '柜台', '8264'));
    expect(again).not.toBe(tablet.key);
    expect((await refusal(list(tablet.key, '8264'))).code).toBe('tablet_unknown');
    expect(await answer(list(again, '8264'))).toEqual([]);
    expect(await tablets(merchant)).toHaveLength(1 + (await revokedOf()));
  });

  test('again once it has been used is refused, also to another shop', async () => {
    const elsewhere = await signUpStaff('merchant');
    expect((await refusal(create(elsewhere, tablet.id, 'x', '8264'))).code).toBe('tablet_exists');
    await answer(list(tablet.key, tablet.pin));
    expect(await refusal(create(merchant, tablet.id, '柜台', '8264'))).toMatchObject({
      status: 409,
      code: 'tablet_exists',
    });
    expect(await answer(list(tablet.key, tablet.pin))).toEqual([]);
  });

  test('stops at twenty', async () => {
    const many = await signUpStaff('merchant');
    const { won, codes } = await race(
      times(32, () => ({
        caller: many,
        run: (tx) => tx`select public.create_tablet(${randomUUID()}, 'x', '7391')`,
      })),
    );
    expect(won).toHaveLength(20);
    expect(codes).toEqual({ too_many_tablets: 12 });
  });

  test('is written down, without key and PIN', async () => {
    const [entry] = await sql`select act, actor_id, detail, e::text as everything
      from public.audit_entries e where subject_id = ${tablet.id}`;
    expect(entry).toMatchObject({ act: 'create_tablet', actor_id: merchant.id });
    expect(entry?.everything).not.toContain(tablet.key);
    expect(entry?.everything).not.toContain('7391');
  });
});

const revokedOf = async () => {
  const [row] = await sql`select count(*)::integer as count from private.tablets
    where merchant_id = ${shop} and revoked_at is not null`;
  return row?.count as number;
};

describe('a tablet', () => {
  test('takes a voucher of its shop without an account, and lists it', async () => {
    const code = await buyVoucher(buyer, reward);
    const [taken] = await answer(take(tablet, code));
    expect(taken).toMatchObject({ problem: null, reward_name_zh: '测试兑换品' });
    const [newest] = await answer(list(tablet.key, tablet.pin));
    expect(newest).toEqual({
      problem: null,
      next_at: null,
      tries_left: null,
      voucher_ending: code.slice(-4),
      reward_name_zh: '测试兑换品',
      reward_name_en: 'Test reward',
      price: 7,
      used_at: taken?.used_at,
    });
  });

  test('is told nothing about the resident', async () => {
    const code = await buyVoucher(buyer, reward);
    const told = JSON.stringify([
      await answer(take(tablet, code)),
      await answer(list(tablet.key, tablet.pin)),
      await tablets(merchant),
    ]);
    for (const secret of [buyer.id, buyer.email, code, tablet.key, 'resident']) {
      expect(told).not.toContain(secret);
    }
  });

  test('takes nothing with a wrong PIN, and says how many tries are left', async () => {
    const code = await buyVoucher(buyer, reward);
    const [wrong] = await answer(take(tablet, code, randomUUID(), '7390'));
    expect(wrong).toMatchObject({
      problem: 'pin_wrong',
      tries_left: 4,
      reward_name_zh: null,
      used_at: null,
    });
    expect((await answer(list(tablet.key, null)))[0]).toMatchObject({
      problem: 'pin_wrong',
      tries_left: 3,
    });
    const [row] =
      await sql`select status::text from public.redemptions where voucher_code = ${code}`;
    expect(row?.status).toBe('issued');
  });

  test('forgets wrong tries once the PIN was right', async () => {
    for (const _ of times(4, () => 0)) await answer(list(tablet.key, '0001'));
    await answer(list(tablet.key, tablet.pin));
    expect((await answer(list(tablet.key, '0001')))[0]).toMatchObject({
      problem: 'pin_wrong',
      tries_left: 4,
    });
  });

  test('is locked for a quarter of an hour by the fifth wrong PIN, for the right one too, and only then opens', async () => {
    for (const _ of times(4, () => 0)) await answer(list(tablet.key, '0001'));
    const [fifth] = await answer(list(tablet.key, '0001'));
    expect(fifth?.problem).toBe('tablet_locked');
    const wait = Date.parse(String(fifth?.next_at)) - Date.now();
    expect(wait).toBeGreaterThan(14 * 60_000);
    expect(wait).toBeLessThan(15 * 60_000 + 5_000);
    const code = await buyVoucher(buyer, reward);
    expect((await answer(take(tablet, code)))[0]).toMatchObject({
      problem: 'tablet_locked',
      used_at: null,
    });
    await sql`update private.tablets set locked_until = now() where id = ${tablet.id}`;
    expect((await answer(take(tablet, code)))[0]?.problem).toBeNull();
  });

  test('ends with the twentieth wrong PIN, and the merchant sees why', async () => {
    for (const turn of times(20, (one) => one + 1)) {
      await sql`update private.tablets set locked_until = null where id = ${tablet.id}`;
      const [said] = await answer(list(tablet.key, '0001'));
      expect(said?.problem).toBe(
        turn === 20 ? 'tablet_ended' : turn % 5 === 0 ? 'tablet_locked' : 'pin_wrong',
      );
    }
    expect((await refusal(list(tablet.key, tablet.pin))).code).toBe('tablet_unknown');
    expect((await tablets(merchant)).find(({ id }) => id === tablet.id)).toMatchObject({
      was_guessed: true,
    });
  });

  test('that was revoked answers as one that never was', async () => {
    await answer(merchant.api.rpc('revoke_tablet', { p_id: tablet.id }));
    await answer(merchant.api.rpc('revoke_tablet', { p_id: tablet.id }));
    const revoked = await refusal(list(tablet.key, tablet.pin));
    const never = await refusal(list('0'.repeat(64), tablet.pin));
    expect(revoked).toMatchObject({ status: 404, code: 'tablet_unknown', detail: {} });
    expect(revoked).toEqual(never);
    expect(await refusal(list(null, null))).toEqual(never);
    expect(await refusal(list('A'.repeat(1_000_000), 'A'.repeat(1_000_000)))).toEqual(never);
    const acts =
      await sql`select act from public.audit_entries where subject_id = ${tablet.id} order by id`;
    expect(acts.map(({ act }) => act)).toEqual(['create_tablet', 'revoke_tablet']);
  });

  test('is revoked by its own shop only', async () => {
    const elsewhere = await signUpStaff('merchant');
    const refused = await refusal(elsewhere.api.rpc('revoke_tablet', { p_id: tablet.id }));
    expect(refused).toMatchObject({ status: 404, code: 'tablet_unknown' });
    expect(await tablets(elsewhere)).toEqual([]);
    expect(await answer(list(tablet.key, tablet.pin))).toEqual(expect.any(Array));
  });

  test('takes no voucher of another shop', async () => {
    const code = await buyVoucher(buyer, await newReward());
    expect(await refusal(take(tablet, code))).toMatchObject({
      status: 404,
      code: 'voucher_unknown',
    });
  });
});

describe('64 wrong guesses at once', () => {
  test('count as five, and the tablet is locked', async () => {
    const { won, refused } = await race(
      times(64, (turn) => ({
        caller: anonymous,
        run: (tx) => tx<{ problem: string }[]>`
          select problem from public.list_taken_on_tablet(${tablet.key}, ${`9${100 + turn}`})`,
      })),
    );
    expect(refused).toEqual([]);
    const said = won.flat().map(({ problem }) => problem);
    expect(said.filter((problem) => problem === 'pin_wrong')).toHaveLength(4);
    expect(said.filter((problem) => problem === 'tablet_locked')).toHaveLength(60);
    const [row] = await sql`select wrong_tries, locked_until > now() as is_locked
      from private.tablets where id = ${tablet.id}`;
    expect(row).toEqual({ wrong_tries: 5, is_locked: true });
  });

  test('would be tried more often if the count were read first and written then', async () => {
    await withScratchTable('wrong integer not null', async (table) => {
      await sql.unsafe(`insert into ${table} values (0)`);
      const { won } = await race(
        times(64, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select wrong from ${table}`);
            if (row?.wrong >= 5) return false;
            await tx.unsafe(`update ${table} set wrong = $1`, [row?.wrong + 1]);
            return true;
          },
        })),
      );
      expect(won.filter((tried) => tried).length).toBeGreaterThan(5);
    });
  });
});

test('one voucher taken at once by the merchant and on the tablet, 32 times, is taken once', async () => {
  const code = await buyVoucher(buyer, reward);
  const { won, codes } = await race<unknown>(
    times(32, (turn) =>
      turn % 2 === 0
        ? {
            caller: merchant,
            run: (tx) => tx`select * from public.take_voucher(${code}, ${randomUUID()})`,
          }
        : {
            caller: anonymous,
            run: (tx) => tx`select * from public.take_voucher_on_tablet(
              ${tablet.key}, ${tablet.pin}, ${code}, ${randomUUID()})`,
          },
    ),
  );
  expect(won).toHaveLength(1);
  expect(codes).toEqual({ voucher_used: 31 });
});

describe('the key of a taking', () => {
  test('on a tablet gives the same answer again, also to the merchant', async () => {
    const [code, key] = [await buyVoucher(buyer, reward), randomUUID()];
    const [first] = await answer(take(tablet, code, key));
    expect((await answer(take(tablet, code, key)))[0]).toEqual(first);
    const [same] = await answer(
      merchant.api.rpc('take_voucher', { p_voucher_code: code, p_take_key: key }),
    );
    expect(same?.used_at).toBe(first?.used_at);
  });

  test('for another voucher is refused, also at the same moment', async () => {
    const key = randomUUID();
    const codes = [await buyVoucher(buyer, reward), await buyVoucher(buyer, reward)];
    const { won, codes: refused } = await race(
      codes.map((code) => ({
        caller: merchant,
        run: (tx) => tx`select * from public.take_voucher(${code}, ${key})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(refused).toEqual({ key_reused: 1 });
    const other = await buyVoucher(buyer, reward);
    expect(await refusal(take(tablet, other, key))).toMatchObject({
      status: 409,
      code: 'key_reused',
    });
  });
});

test('the resident is told that their voucher was used, by mail if they chose it, and leaving does not stop its being taken', async () => {
  const resident = await signUp({ privacy_version: privacyVersion, wants_mail: true });
  const [code, later] = [await buyVoucher(resident, reward), await buyVoucher(resident, reward)];
  await answer(take(tablet, code));
  expect(
    await answer(resident.api.from('notices').select('kind, path').eq('kind', 'voucher_used')),
  ).toEqual([
    { kind: 'voucher_used', path: expect.stringMatching(/^\/vouchers\/[0-9a-f-]{36}\/$/) },
  ]);
  expect(await sql`select kind from private.outbox where resident_id = ${resident.id}`).toEqual([
    { kind: 'voucher_used' },
  ]);
  await sql`delete from auth.users where id = ${resident.id}`;
  expect((await answer(take(tablet, later)))[0]?.problem).toBeNull();
});
