import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addResidents, addStaff, type Resident } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { race, times } from '../../support/race.ts';
import { balanceOf, giveCoins, newMerchant, newReward } from '../../support/things.ts';
import {
  buy,
  closeMerchant,
  letExpire,
  redemptionOf,
  settle,
  stockOf,
} from '../../support/vouchers.ts';

const noticesOf = (resident: { id: string }) => sql<
  { kind: string; values: object; path: string }[]
>`
  select kind, values, path from public.notices where resident_id = ${resident.id} order by created_at`;
const remind = async () => {
  const [row] = await sql`select private.remind_vouchers(1000) as count`;
  return row?.count;
};

let shop: string;
let reward: string;
let resident: Resident;
beforeEach(async () => {
  await settle();
  shop = await newMerchant();
  reward = await newReward({ merchantId: shop, stock: 50 });
  resident = await addResident();
  await giveCoins(resident, 30);
});

describe('a voucher whose time is over', () => {
  test('goes back to stock, gives no coins, and says so in its status', async () => {
    const { id } = await buy(resident, reward);
    await letExpire(id);
    expect(await settle()).toBe(1);
    expect(await redemptionOf(id)).toMatchObject({
      status: 'expired',
      settled_at: expect.any(Date),
    });
    expect([await balanceOf(resident), await stockOf(reward)]).toEqual([20, 50]);
    expect(await settle()).toBe(0);
  });

  test('stays as it is until then, and when it was taken', async () => {
    const [open, taken] = [await buy(resident, reward), await buy(resident, reward)];
    await sql`update public.redemptions set status = 'used', used_at = now() where id = ${taken.id}`;
    await letExpire(taken.id);
    expect(await settle()).toBe(0);
    expect((await redemptionOf(open.id)).status).toBe('issued');
    expect((await redemptionOf(taken.id)).status).toBe('used');
  });
});

describe('a voucher of a merchant that has closed', () => {
  test('gives coins and stock back, by the system, and its resident is told once', async () => {
    const { id } = await buy(resident, reward);
    await closeMerchant(shop);
    expect(await settle()).toBe(1);
    expect(await settle()).toBe(0);
    expect((await redemptionOf(id)).status).toBe('refunded');
    expect([await balanceOf(resident), await stockOf(reward)]).toEqual([30, 50]);
    const [refund] = await sql`
      select actor_id, corrects_id is not null as corrects from ledger.transfers
      where resident_id = ${resident.id} and kind = 'refund'`;
    expect(refund).toEqual({ actor_id: null, corrects: true });
    expect(await noticesOf(resident)).toEqual([
      {
        kind: 'voucher_refunded',
        values: { title_zh: '测试兑换品', title_en: 'Test reward', coins: 10 },
        path: `/vouchers/${id}/`,
      },
    ]);
  });

  test('that had expired before it closed gives no coins', async () => {
    const { id } = await buy(resident, reward);
    await letExpire(id);
    await closeMerchant(shop);
    await settle();
    expect((await redemptionOf(id)).status).toBe('expired');
    expect(await balanceOf(resident)).toBe(20);
  });

  test('whose resident has left still goes back to stock', async () => {
    const { id } = await buy(resident, reward);
    await sql`delete from auth.users where id = ${resident.id}`;
    await closeMerchant(shop);
    expect(await settle()).toBe(1);
    expect((await redemptionOf(id)).status).toBe('refunded');
    expect(await stockOf(reward)).toBe(50);
  });
});

describe('settling many', () => {
  test('goes in batches, and four at once do each voucher once', async () => {
    const residents = await addResidents(24);
    for (const one of residents) {
      await giveCoins(one, 10);
      await buy(one, reward);
    }
    await closeMerchant(shop);
    expect(await settle(4)).toBe(4);
    const { won, refused } = await race(
      times(4, () => ({
        run: async (tx: Transaction) => {
          const [row] = await tx`select private.settle_vouchers(10) as count`;
          return row?.count as number;
        },
      })),
    );
    expect(refused).toEqual([]);
    const rest = await settle();
    expect(won.reduce((sum, count) => sum + count, 0) + rest).toBe(20);
    expect(await stockOf(reward)).toBe(50);
    for (const one of residents) expect(await balanceOf(one)).toBe(10);
  });

  test('beside taking and giving back ends every voucher once, twenty times over', async () => {
    const merchant = await addStaff('merchant', { merchantId: shop });
    await giveCoins(resident, 1_000);
    for (let round = 0; round < 20; round += 1) {
      await sql`update public.merchants set closed_at = null where id = ${shop}`;
      const one = await buy(resident, reward);
      await closeMerchant(shop);
      const [balance, stock] = [await balanceOf(resident), await stockOf(reward)];
      await race<unknown>([
        {
          caller: merchant,
          run: (tx) => tx`select * from public.take_voucher(${one.voucher_code}, ${randomUUID()})`,
        },
        { caller: resident, run: (tx) => tx`select id from public.cancel_redemption(${one.id})` },
        { run: (tx) => tx`select private.settle_vouchers(10)` },
      ]);
      await settle();
      const { status } = await redemptionOf(one.id);
      const isBack = status === 'cancelled' || status === 'refunded';
      expect(status).not.toBe('issued');
      expect([await balanceOf(resident), await stockOf(reward)]).toEqual(
        isBack ? [balance + 10, stock + 1] : [balance, stock],
      );
    }
  });
});

describe('a voucher that expires within three days', () => {
  test('is told of once', async () => {
    const { id } = await buy(resident, reward);
    expect(await remind()).toBe(0);
    await letExpire(id, 71);
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    expect(await noticesOf(resident)).toMatchObject([
      { kind: 'voucher_expiring', path: `/vouchers/${id}/` },
    ]);
  });

  test('is not told of when it was redeemed within these days, or is over', async () => {
    const [fresh, over] = [await buy(resident, reward), await buy(resident, reward)];
    await sql`update public.redemptions set expires_at = now() + interval '2 days' where id = ${fresh.id}`;
    await letExpire(over.id);
    expect(await remind()).toBe(0);
  });

  test('is among what is due without anybody asking', async () => {
    const due = await sql<{ what: string }[]>`select what from private.do_due_work()`;
    expect(due.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['remind_vouchers', 'settle_vouchers']),
    );
  });
});
