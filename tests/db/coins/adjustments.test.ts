import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql, type Transaction } from '../../support/database.ts';
import { ledgerFingerprint, post, spending } from '../../support/ledger.ts';
import { race, withScratchTable } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, giveCoins } from '../../support/things.ts';

let owner: Resident;
let [asker, decider] = [] as unknown as [Resident, Resident];
beforeEach(async () => {
  owner = await addResident();
  await giveCoins(owner, 100);
  asker = await addStaff('administrator');
  decider = await addStaff('administrator');
});

interface Wish {
  id?: string | null;
  email?: string | null;
  change?: number | null;
  reason?: string | null;
}

const asking =
  (wish: Wish = {}) =>
  async (tx: Transaction) => {
    const { id = randomUUID(), email = owner.email, change = 20, reason = '补记活动' } = wish;
    const [row] = await tx<{ id: string; status: string }[]>`
      select id, status from public.request_adjustment(${id}, ${email}, ${change}, ${reason})`;
    return row as { id: string; status: string };
  };
const ask = (wish?: Wish, caller = asker) => asActor(caller, asking(wish), { keep: true });

const deciding =
  (id: string, approve: boolean | null = true, note: string | null = '') =>
  async (tx: Transaction) => {
    const [row] = await tx<{ status: string }[]>`
      select status from public.decide_adjustment(${id}, ${approve}, ${note})`;
    return row?.status;
  };
const decide = (id: string, approve?: boolean | null, note?: string | null, caller = decider) =>
  asActor(caller, deciding(id, approve, note), { keep: true });

/** Everything an adjustment can touch. */
const everything = async () => [
  await ledgerFingerprint(),
  await sql`select * from public.adjustments order by id`,
  await sql`select count(*) from public.audit_entries`,
];

describe('to ask for an adjustment is refused', () => {
  const refused = async (wish: Wish, caller = asker) => {
    const before = await everything();
    const refusal = await refusalBy(ask(wish, caller));
    expect(await everything()).toEqual(before);
    return refusal;
  };

  test.each<[string, Wish, number, string]>([
    ['without an id', { id: null }, 400, 'key_missing'],
    ['of no coins', { change: 0 }, 400, 'content_invalid'],
    ['of nothing', { change: null }, 400, 'content_invalid'],
    ['of more than 100,000', { change: 100_001 }, 400, 'content_invalid'],
    ['of less than −100,000', { change: -100_001 }, 400, 'content_invalid'],
    ['without a reason', { reason: ' ' }, 400, 'content_invalid'],
    ['with a reason of 301 characters', { reason: '长'.repeat(301) }, 400, 'content_invalid'],
    ['for an address without an account', { email: 'no@example.com' }, 404, 'account_unknown'],
    ['for no address', { email: null }, 404, 'account_unknown'],
  ])('%s', async (_, wish, status, code) => {
    expect(await refused(wish)).toMatchObject({ status, code });
  });

  test('of their own wallet', async () => {
    const refusal = await refused({ email: asker.email.toUpperCase() });
    expect(refusal).toMatchObject({ status: 403, code: 'own_wallet' });
  });

  test.each(['moderator', 'editor', 'analyst'] as const)('to a %s', async (role) => {
    expect(await refused({}, await addStaff(role))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  test('under an id that was used for something else, also by somebody else', async () => {
    const { id } = await ask();
    for (const wish of [{ change: 21 }, { reason: '别的' }, { email: decider.email }]) {
      expect(await refused({ id, ...wish })).toMatchObject({ status: 409, code: 'key_reused' });
    }
    expect(await refused({ id }, decider)).toMatchObject({ status: 409, code: 'key_reused' });
  });
});

describe('to decide an adjustment is refused', () => {
  const refused = async (id: string, approve: boolean | null, note: string, caller = decider) => {
    const before = await everything();
    const refusal = await refusalBy(decide(id, approve, note, caller));
    expect(await everything()).toEqual(before);
    return refusal;
  };

  test('to whoever asked for it', async () => {
    const { id } = await ask();
    const refusal = await refused(id, true, '', asker);
    expect(refusal).toMatchObject({ status: 403, code: 'second_person_needed' });
  });

  test('to whoever’s wallet it is', async () => {
    const { id } = await ask({ email: decider.email });
    expect(await refused(id, true, '')).toMatchObject({ status: 403, code: 'own_wallet' });
  });

  test('to somebody who is no administrator', async () => {
    const { id } = await ask();
    for (const caller of [owner, await addStaff('editor')]) {
      expect(await refused(id, true, '', caller)).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('where there is none, where nothing is decided, or nothing said', async () => {
    const { id } = await ask();
    expect((await refused(randomUUID(), true, '')).code).toBe('adjustment_unknown');
    expect((await refused(id, null, '')).detail).toEqual({ field: 'approve' });
    expect((await refused(id, false, ' ')).detail).toMatchObject({ field: 'note' });
    expect((await refused(id, true, '长'.repeat(301))).detail).toMatchObject({ field: 'note' });
  });

  test('once it is decided otherwise, or by somebody else', async () => {
    const { id } = await ask();
    await decide(id, false, '没有依据');
    const other = await addStaff('administrator');
    expect(await refused(id, true, '')).toMatchObject({ status: 409, code: 'already_decided' });
    expect((await refused(id, false, '没有', other)).code).toBe('already_decided');
  });

  test('where the wallet holds fewer coins than are to be taken, and it stays pending', async () => {
    const { id } = await ask({ change: -101 });
    expect(await refused(id, true, '')).toMatchObject({
      code: 'not_enough_coins',
      detail: { needed: 101, balance: 100 },
    });
    await giveCoins(owner, 1);
    expect(await decide(id)).toBe('approved');
    expect(await balanceOf(owner)).toBe(0);
  });

  test('where the account is gone meanwhile', async () => {
    const { id } = await ask();
    await sql`delete from auth.users where id = ${owner.id}`;
    expect(await refused(id, true, '')).toMatchObject({ status: 404, code: 'account_unknown' });
  });
});

describe('an adjustment', () => {
  test('moves nothing until it is approved, and then its coins once', async () => {
    const id = randomUUID();
    expect(await ask({ id })).toEqual({ id, status: 'pending' });
    expect(await ask({ id })).toEqual({ id, status: 'pending' });
    expect(await balanceOf(owner)).toBe(100);
    expect([await decide(id), await decide(id)]).toEqual(['approved', 'approved']);
    expect(await balanceOf(owner)).toBe(120);
    const [transfer] = await sql`
      select kind, debit, credit, amount::integer, reference, idempotency_key, actor_id
      from ledger.transfers where resident_id = ${owner.id} order by id desc limit 1`;
    expect(transfer).toEqual({
      kind: 'adjust',
      debit: 'adjustment',
      credit: 'wallet',
      amount: 20,
      reference: `adjustment:${id}`,
      idempotency_key: `adjust:${id}`,
      actor_id: decider.id,
    });
  });

  test('is told to the resident with its reason, and who asked and decided is in the audit', async () => {
    const { id } = await ask({ change: -30, reason: '重复发放' });
    await decide(id);
    expect(await balanceOf(owner)).toBe(70);
    const [notice] =
      await sql`select kind, values, path from public.notices where resident_id = ${owner.id}`;
    const values = { change: -30, reason: '重复发放' };
    expect(notice).toEqual({ kind: 'coins_adjusted', values, path: '/wallet/' });
    const acts = await sql`select actor_id, act from public.audit_entries
      where subject_kind = 'adjustment' and subject_id = ${id} order by id`;
    expect([...acts]).toEqual([
      { actor_id: asker.id, act: 'request_adjustment' },
      { actor_id: decider.id, act: 'decide_adjustment' },
    ]);
  });

  test('that is rejected moves nothing and tells nobody', async () => {
    const { id } = await ask();
    expect(await decide(id, false, '没有依据')).toBe('rejected');
    expect(await balanceOf(owner)).toBe(100);
    expect(await sql`select from public.notices where resident_id = ${owner.id}`).toHaveLength(0);
  });

  test('is seen by administrators with addresses, and by nobody else', async () => {
    const { id } = await ask();
    const see = (caller: Resident) =>
      asActor(
        caller,
        (tx) => tx`select email, requested_by_email from public.desk_adjustments where id = ${id}`,
      );
    expect([...(await see(decider))]).toEqual([
      { email: owner.email, requested_by_email: asker.email },
    ]);
    expect(await see(owner)).toHaveLength(0);
  });
});

describe('coins taken by hand and spent in the same moment', () => {
  test('never make more than there are: one of the two is refused', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const resident = await addResident();
      await giveCoins(resident, 100);
      const { id } = await ask({ email: resident.email, change: -60 });
      const { won, codes } = await race<unknown>([
        { caller: decider, run: deciding(id) },
        { run: (tx) => post({ residentId: resident.id, ...spending, amount: 60 }, tx) },
      ]);
      expect(won).toHaveLength(1);
      expect(codes).toEqual({ not_enough_coins: 1 });
      expect(await balanceOf(resident)).toBe(40);
    }
  });

  test('would both go through if each read the balance first and wrote then', async () => {
    await withScratchTable('balance integer', async (table) => {
      await sql.unsafe(`insert into ${table} values (100)`);
      const take = async (tx: Transaction) => {
        const [row] = await tx.unsafe(`select balance from ${table}`);
        if (row?.balance < 60) return false;
        await tx.unsafe(`update ${table} set balance = balance - 60`);
        return true;
      };
      const { won } = await race(Array.from({ length: 16 }, () => ({ run: take })));
      expect(won.filter(Boolean).length).toBeGreaterThan(1);
    });
  });
});
