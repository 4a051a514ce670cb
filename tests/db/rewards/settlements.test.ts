import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addResident,
  type Resident,
  type SignedIn,
  signUp,
  signUpStaff,
  visitor,
} from '../../support/actors.ts';
import { asActor, become, sql, type Transaction } from '../../support/database.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { buyVoucher } from '../../support/tablets.ts';
import { newMerchant, newReward } from '../../support/things.ts';

let shop: string;
let merchant: SignedIn;
let administrator: SignedIn;
let buyer: Resident;

beforeAll(async () => {
  [administrator, buyer] = [await signUpStaff('administrator'), await addResident()];
});
beforeEach(async () => {
  shop = await newMerchant();
  merchant = await signUpStaff('merchant', { merchantId: shop });
});

/** Takes a voucher that cost so much at a moment, as if it had been then. */
async function took(price: number, at: string, merchantId = shop): Promise<void> {
  const code = await buyVoucher(buyer, await newReward({ merchantId, price }));
  const staff = merchantId === shop ? merchant : await signUpStaff('merchant', { merchantId });
  await asActor(staff, (tx) => tx`select public.take_voucher(${code}, ${randomUUID()})`, {
    keep: true,
  });
  await sql`update public.redemptions set used_at = ${at}::timestamptz where voucher_code = ${code}`;
}
const months = (who = merchant) => answer(who.api.rpc('list_settlements'));
const lines = (month: string, who = merchant) =>
  answer(who.api.rpc('get_settlement', { p_month: month }));

/** What is paid for a coin is one for all, so a test sets it only for itself. */
const withBacking = <Result>(fen: number | null, run: (tx: Transaction) => Promise<Result>) =>
  asActor({ role: 'service_role' }, async (tx) => {
    await tx`reset role`;
    await tx`update private.settings set fen_per_coin = ${fen}`;
    await become(tx, administrator);
    return run(tx);
  });
const pay = (tx: Transaction, coins: number | null, month = '2026-10-01', id = randomUUID()) =>
  tx<{ coins: string; fen_per_coin: number; fen: string }[]>`
    select * from public.pay_settlement(${id}, ${shop}, ${month}, ${coins})`;

describe('a settlement', () => {
  test('is refused to whoever is no merchant', async () => {
    for (const one of [await signUp(), administrator]) {
      expect((await refusal(one.api.rpc('list_settlements'))).code).toBe('not_found');
      const refused = await refusal(one.api.rpc('get_settlement', { p_month: '2026-10-01' }));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect(await refusal(visitor().rpc('list_settlements'))).toMatchObject({ sqlState: '42501' });
  });

  test('has a month’s vouchers of the merchant’s own shop, by midnight in Shanghai, and adds up', async () => {
    await took(7, '2026-09-30T15:59:59.999Z');
    await took(11, '2026-09-30T16:00:00Z');
    await took(13, '2026-10-31T15:59:59Z');
    await took(17, '2026-10-31T16:00:00Z');
    await took(19, '2026-10-10T00:00:00Z', await newMerchant());
    await buyVoucher(buyer, await newReward({ merchantId: shop, price: 23 }));

    expect(await months()).toMatchObject([
      { month: '2026-11-01', vouchers: 1, coins: 17, is_closed: false },
      { month: '2026-10-01', vouchers: 2, coins: 24, is_closed: true, fen: null, paid_at: null },
      { month: '2026-09-01', vouchers: 1, coins: 7, is_closed: true },
    ]);
    const october = await lines('2026-10-17');
    expect(october.map(({ coins }) => coins)).toEqual([11, 13]);
    expect(await lines('2026-08-01')).toEqual([]);
  });

  test('comes to nothing in money until it is set what a coin is backed by, and then to the fen', async () => {
    await took(7, '2026-10-05T00:00:00Z');
    await took(9, '2026-10-06T00:00:00Z');
    const asMerchant = async (fen: number | null) =>
      withBacking(fen, async (tx) => {
        await become(tx, merchant);
        const [month] = await tx`select coins, fen_per_coin, fen from public.list_settlements()`;
        return month;
      });
    expect(await asMerchant(null)).toEqual({ coins: '16', fen_per_coin: null, fen: null });
    expect(await asMerchant(13)).toEqual({ coins: '16', fen_per_coin: 13, fen: '208' });
  });

  test('tells nothing of the residents', async () => {
    await took(7, '2026-10-05T00:00:00Z');
    const [line] = await lines('2026-10-01');
    expect(Object.keys(line ?? {}).sort()).toEqual([
      'coins',
      'reward_name_en',
      'reward_name_zh',
      'used_at',
      'voucher_ending',
    ]);
  });

  test('keeps what was paid for each when its reward changes', async () => {
    await took(7, '2026-10-05T00:00:00Z');
    await sql`update public.rewards set price = 99, is_open = false where merchant_id = ${shop}`;
    expect((await lines('2026-10-01')).map(({ coins }) => coins)).toEqual([7]);
  });
});

describe('paying a month', () => {
  beforeEach(async () => {
    await took(7, '2026-10-05T00:00:00Z');
    await took(5, '2026-10-06T00:00:00Z');
  });

  test('is refused to everybody but administrators', async () => {
    for (const one of [merchant, await signUp(), await signUpStaff('editor')]) {
      const call = { p_id: randomUUID(), p_merchant_id: shop, p_month: '2026-10-01', p_coins: 12 };
      const refused = await refusal(one.api.rpc('pay_settlement', call));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
      expect(await answer(one.api.from('desk_settlements').select('id'))).toEqual([]);
    }
  });

  test.each<[string, number | null, number | null, string, string]>([
    ['before a coin is backed by anything', null, 12, '2026-10-01', 'backing_missing'],
    ['for other coins than there are', 10, 13, '2026-10-01', 'settlement_differs'],
    ['for no number of coins', 10, null, '2026-10-01', 'settlement_differs'],
    ['of a month with nothing in it', 10, 12, '2026-08-01', 'settlement_unknown'],
  ])('%s is refused', async (_, backing, coins, month, code) => {
    const refused = await withBacking(backing, (tx) => refusalBy(pay(tx, coins, month)));
    expect(refused.code).toBe(code);
  });

  test('that is not over is refused', async () => {
    const [now] = await sql`select private.month_of(now())::text as month`;
    await took(3, new Date().toISOString());
    const refused = await withBacking(10, (tx) => refusalBy(pay(tx, 3, now?.month)));
    expect(refused).toMatchObject({ status: 409, code: 'month_running' });
  });

  test('pays its coins at what they are backed by now, once, and is written down', async () => {
    const id = randomUUID();
    const [first, again, other, audit] = await withBacking(10, async (tx) => {
      const [paid] = await pay(tx, 12, '2026-10-15', id);
      const [same] = await pay(tx, 12, '2026-10-01', id);
      const [seen] = await tx`select state, fen from public.desk_settlements
        where merchant_id = ${shop} and month = '2026-10-01'`;
      await tx`reset role`;
      const [entry] = await tx`select act, after from public.audit_entries
        where subject_id = ${`${shop}.2026-10`}`;
      return [paid, same, seen, entry];
    });
    expect(first).toMatchObject({ coins: '12', fen_per_coin: 10, fen: '120' });
    expect(again).toEqual(first);
    expect(other).toEqual({ state: 'paid', fen: '120' });
    expect(audit).toMatchObject({ act: 'pay_settlement', after: { fen: 120, vouchers: 2 } });
  });

  test('before an earlier one is refused, and afterwards both still come to what was taken', async () => {
    await took(3, '2026-08-05T00:00:00Z');
    const [refused, afterwards] = await withBacking(10, async (tx) => {
      const early = await tx.savepoint((inner) => pay(inner as Transaction, 12)).catch((e) => e);
      await pay(tx, 3, '2026-08-01');
      await pay(tx, 12);
      await become(tx, merchant);
      return [early, await tx`select month::text, vouchers, coins from public.list_settlements()`];
    });
    expect(refused).toMatchObject({ hint: 'earlier_month_due' });
    expect(afterwards).toEqual([
      { month: '2026-10-01', vouchers: 2, coins: '12' },
      { month: '2026-08-01', vouchers: 1, coins: '3' },
    ]);
  });

  test('a second time under another id is refused, and so is another payment under the same id', async () => {
    const [twice, reused] = await withBacking(10, async (tx) => {
      const id = randomUUID();
      await pay(tx, 12, '2026-10-01', id);
      const second = await tx
        .savepoint((inner) => pay(inner as Transaction, 12))
        .catch((error) => error);
      const other = await tx
        .savepoint((inner) => pay(inner as Transaction, 12, '2026-09-01', id))
        .catch((error) => error);
      return [second, other];
    });
    expect(twice).toMatchObject({ hint: 'settlement_paid' });
    expect(reused).toMatchObject({ hint: 'key_reused' });
  });

  test('cannot be changed afterwards, not even by the owner', async () => {
    const refused = await withBacking(10, async (tx) => {
      await pay(tx, 12);
      await tx`reset role`;
      return refusalBy(tx`update private.fund_payments set fen = 1, fen_per_coin = 1, coins = 1`);
    });
    expect(refused.code).toBe('append_only');
  });
});

test('32 payments of one month at once pay it once', async () => {
  const other = await newMerchant();
  await took(7, '2026-10-05T00:00:00Z', other);
  const [before] = await sql`select fen_per_coin from private.settings`;
  await sql`update private.settings set fen_per_coin = 10`;
  try {
    const { won, codes } = await race(
      times(32, () => ({
        caller: administrator,
        run: (tx) => tx`
          select * from public.pay_settlement(${randomUUID()}, ${other}, '2026-10-01', 7)`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ settlement_paid: 31 });
  } finally {
    await sql`update private.settings set fen_per_coin = ${before?.fen_per_coin ?? null}`;
  }
});
