import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, type Resident } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import {
  earnedEarlier,
  lapsedFrom,
  post,
  spending,
  type Transfer,
  walletOf,
  yearOfBooks,
} from '../../support/ledger.ts';
import { refusalBy } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

const year = await yearOfBooks();
let owner: Resident;
beforeEach(async () => {
  owner = await addResident();
});

/** A redemption as it would have been posted last year: of older coins first. */
async function spentLastYear(amount: number, older: number): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, older, reference,
      idempotency_key)
    values (${owner.id}, 'redeem', 'wallet', 'redemption', ${amount}, ${year - 1}, ${older}, 'test:spent',
      ${`redeem:${crypto.randomUUID()}`}) returning id`;
  await sql`update ledger.wallets set balance = balance - ${amount}, older = older - ${older}
    where resident_id = ${owner.id}`;
  return row?.id ?? '';
}

const refund = (amount: number, correctsId: string, actorId: string | null): Promise<Transfer> =>
  post({
    residentId: owner.id,
    kind: 'refund',
    debit: 'redemption',
    credit: 'wallet',
    amount,
    correctsId,
    actorId,
  });

describe('coins of last year', () => {
  test('are spent before those of this year', async () => {
    await earnedEarlier(owner, year - 1, { newer: 30 });
    await post({ residentId: owner.id, amount: 20 });
    expect(await walletOf(owner)).toEqual({ year, balance: 50, older: 30, earned: 20 });
    await post({ residentId: owner.id, ...spending, amount: 12 });
    expect(await walletOf(owner)).toMatchObject({ balance: 38, older: 18 });
    await post({ residentId: owner.id, ...spending, amount: 25 });
    expect(await walletOf(owner)).toMatchObject({ balance: 13, older: 0 });
    expect(await lapsedFrom(owner)).toEqual([]);
  });

  test('lapse when this year ends, and those of this year do not', async () => {
    await earnedEarlier(owner, year - 1, { newer: 30, older: 8 });
    await post({ residentId: owner.id, amount: 5 });
    expect(await lapsedFrom(owner)).toEqual([{ vintage: year - 2, amount: 8 }]);
    expect(await walletOf(owner)).toEqual({ year, balance: 35, older: 30, earned: 5 });
  });

  test('cannot be spent once they have lapsed, whoever comes by first', async () => {
    await earnedEarlier(owner, year - 1, { newer: 3, older: 8 });
    const refused = await refusalBy(post({ residentId: owner.id, ...spending, amount: 4 }));
    expect(refused).toMatchObject({ code: 'not_enough_coins', detail: { needed: 4, balance: 3 } });
  });

  test('are gone, both vintages, for somebody who was away for two years', async () => {
    await earnedEarlier(owner, year - 3, { newer: 30, older: 8 });
    await post({ residentId: owner.id, amount: 5 });
    expect(await lapsedFrom(owner)).toEqual([
      { vintage: year - 4, amount: 8 },
      { vintage: year - 3, amount: 30 },
    ]);
    expect(await walletOf(owner)).toEqual({ year, balance: 5, older: 0, earned: 5 });
  });

  test('may be more than a transfer moves by hand, and lapse all the same', async () => {
    await earnedEarlier(owner, year - 1, { newer: 1 });
    for (const vintage of [1, 2, 3]) {
      await sql`insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, reference,
          idempotency_key) values (${owner.id}, 'adjust', 'adjustment', 'wallet', 1000000, ${year - 2},
          'test', ${`adjust:${vintage}`})`;
    }
    await sql`update ledger.wallets set balance = balance + 3000000, older = 3000000
      where resident_id = ${owner.id}`;
    await post({ residentId: owner.id, amount: 1 });
    expect(await lapsedFrom(owner)).toEqual([{ vintage: year - 2, amount: 3_000_000 }]);
  });
});

describe('what the yearly cap counts', () => {
  test('begins at nothing with the year', async () => {
    await earnedEarlier(owner, year - 1, { newer: 1_999 });
    const action = await newAction();
    await sql`select ledger.award(${owner.id}, ${action}, 2000, 'test', 'award:test', null)`;
    expect(await walletOf(owner)).toMatchObject({ balance: 3_999, earned: 2_000 });
  });

  test('pays what is left under it, then nothing, and never the whole rest for an amount of nothing', async () => {
    const action = await newAction();
    const award = async (amount: number | null, key: string) => {
      const [row] = await sql<{ amount: number | null }[]>`
        select (ledger.award(${owner.id}, ${action}, ${amount}, 'test', ${`award:${key}`}, null)).amount::integer`;
      return row?.amount;
    };
    expect((await refusalBy(award(null, 'nothing'))).sqlState).toBe('23502');
    expect((await refusalBy(award(-5, 'less'))).constraint).toBe('transfer_moves_a_sane_amount');
    expect(await award(1_990, 'a')).toBe(1_990);
    expect(await award(50, 'b')).toBe(10);
    expect(await award(50, 'c')).toBeNull();
    // The same key gives the same award, however little is left.
    expect(await award(50, 'b')).toBe(10);
    expect(await walletOf(owner)).toMatchObject({ balance: 2_000, earned: 2_000 });
  });
});

describe('a refund', () => {
  test('in the same year gives coins back as old as they went', async () => {
    await earnedEarlier(owner, year - 1, { newer: 10 });
    await post({ residentId: owner.id, amount: 10 });
    const spent = await post({ residentId: owner.id, ...spending, amount: 15 });
    await refund(15, spent.id, owner.id);
    expect(await walletOf(owner)).toMatchObject({ balance: 20, older: 10 });
  });

  test('in the next year lapses what would have lapsed, when the resident asked for it', async () => {
    await earnedEarlier(owner, year - 1, { newer: 10, older: 5 });
    const spent = await spentLastYear(8, 5);
    await refund(8, spent, owner.id);
    expect(await walletOf(owner)).toMatchObject({ balance: 10, older: 10 });
    expect(await lapsedFrom(owner)).toEqual([{ vintage: year - 2, amount: 5 }]);
  });

  test('in the next year counts as last year’s coins, when the system gives it', async () => {
    await earnedEarlier(owner, year - 1, { newer: 10, older: 5 });
    const spent = await spentLastYear(8, 5);
    await refund(8, spent, null);
    expect(await walletOf(owner)).toMatchObject({ balance: 15, older: 15 });
    expect(await lapsedFrom(owner)).toEqual([]);
  });
});

describe('an award taken back', () => {
  const left = async (action: string, of: number) => {
    const [row] = await sql<{ left: number }[]>`
      select ledger.envelope_left(${of}::smallint, ${action})::integer as left`;
    return row?.left;
  };
  const takeBack = (id: string) =>
    sql`select ledger.take_back(${owner.id}, ${id}, 'test', 'reverse:test', null)`.execute();

  test('fills the envelope again and no longer counts as earned, once', async () => {
    const action = await newAction({ envelope: 100 });
    const [award] = await sql<{ id: string }[]>`
      select (ledger.award(${owner.id}, ${action}, 7, 'test', 'award:test', null)).id`;
    expect(await left(action, year)).toBe(93);
    await takeBack(award?.id ?? '');
    await takeBack(award?.id ?? '');
    expect(await left(action, year)).toBe(100);
    expect(await walletOf(owner)).toMatchObject({ balance: 0, earned: 0 });
  });

  test('in the year after fills the envelope of its own year', async () => {
    const action = await newAction({ envelope: 100 });
    await sql`insert into ledger.city_envelopes values (${year - 1}, 1000000) on conflict do nothing`;
    await sql`insert into ledger.envelopes (year, action_code, total) values (${year - 1}, ${action}, 16)`;
    await sql`insert into ledger.envelope_shards (year, action_code, shard, remaining)
      select ${year - 1}, ${action}, shard, case when shard < 7 then 0 else 1 end from generate_series(0, 15) shard`;
    const [award] = await sql<{ id: string }[]>`
      insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, action_code, reference,
        idempotency_key)
      values (${owner.id}, 'award', 'issuance', 'wallet', 7, ${year - 1}, ${action}, 'test', 'award:last')
      returning id`;
    await sql`update ledger.wallets set balance = 7, earned = 7, year = ${year - 1}
      where resident_id = ${owner.id}`;
    await takeBack(award?.id ?? '');
    expect([await left(action, year - 1), await left(action, year)]).toEqual([16, 100]);
  });

  /** An award of last year as a transfer, without touching the wallet. */
  const awardedLastYear = async (amount: number) => {
    const [award] = await sql<{ id: string }[]>`
      insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, action_code, reference,
        idempotency_key)
      values (${owner.id}, 'award', 'issuance', 'wallet', ${amount}, ${year - 1}, 'test-action', 'test',
        ${`award:${crypto.randomUUID()}`})
      returning id`;
    return award?.id ?? '';
  };
  const seen = () =>
    asActor(owner, async (tx) => ({
      wallet: [
        ...(await tx`select balance::integer, older::integer, newer::integer, earned::integer
          from public.my_wallet`),
      ],
      last: [
        ...(await tx`select kind, change::integer, vintage::integer, older::integer, corrects_id
          from public.my_transfers order by id desc limit 1`),
      ],
    }));

  test('in the year after takes coins of the year before, and the resident sees which award it was', async () => {
    const [award] = [await awardedLastYear(7), await awardedLastYear(5)];
    await sql`update ledger.wallets set balance = 12, earned = 12, year = ${year - 1}
      where resident_id = ${owner.id}`;
    await post({ residentId: owner.id, amount: 10 });
    await takeBack(award);
    expect(await seen()).toEqual({
      wallet: [{ balance: 15, older: 5, newer: 10, earned: 10 }],
      last: [{ kind: 'reverse', change: -7, vintage: year, older: 7, corrects_id: award }],
    });
  });

  test('in the year after takes coins of this year when those of the year before are spent', async () => {
    const award = await awardedLastYear(7);
    await sql`update ledger.wallets set balance = 7, earned = 7, year = ${year - 1}
      where resident_id = ${owner.id}`;
    await post({ residentId: owner.id, amount: 10 });
    await post({ residentId: owner.id, ...spending, amount: 7 });
    await takeBack(award);
    expect(await seen()).toEqual({
      wallet: [{ balance: 3, older: 0, newer: 3, earned: 10 }],
      last: [{ kind: 'reverse', change: -7, vintage: year, older: 0, corrects_id: award }],
    });
  });
});

test('a resident sees which coins lapse when, also before anybody has turned their wallet', async () => {
  await earnedEarlier(owner, year - 1, { newer: 30, older: 8 });
  const [row] = await asActor(
    owner,
    (tx) => tx`select balance::integer, older::integer, lapses_on::text, newer::integer,
      newer_lapse_on::text, earned::integer, coins_per_year::integer from public.my_wallet`,
  );
  expect(row).toEqual({
    balance: 30,
    older: 30,
    lapses_on: `${year}-12-31`,
    newer: 0,
    newer_lapse_on: `${year + 1}-12-31`,
    earned: 0,
    coins_per_year: 2_000,
  });
});
