// Stock, vouchers and wallets with enough for one.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { addResident, addResidents, addStaff, type Resident } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { times } from '../../support/race.ts';
import { balanceOf, giveCoins, newMerchant, newReward } from '../../support/things.ts';
import { buy, redeeming, redemptionOf, stockOf } from '../../support/vouchers.ts';
import { crowd, type Edge, takeFrom, turnOnce } from './edge.ts';

const price = 10;

const lastItem: Edge = {
  name: 'redemptions by as many residents of the last item',
  async prepare() {
    const people = await addResidents(crowd);
    await Promise.all(people.map((one) => giveCoins(one, 100_000)));
    const held = async () => {
      const [row] = await sql`select sum(balance)::integer as held from ledger.wallets
        where resident_id = any (${people.map(({ id }) => id)}::uuid[])`;
      return row?.held;
    };
    const merchantId = await newMerchant();
    return async () => {
      const reward = await newReward({ merchantId, price, stock: 1 });
      const before = await held();
      return {
        contenders: people.map((caller) => ({ caller, run: redeeming(reward) })),
        async judge({ won, codes }) {
          expect(won).toHaveLength(1);
          expect(codes).toEqual({ out_of_stock: crowd - 1 });
          expect([await stockOf(reward), await held()]).toEqual([0, before - price]);
        },
      };
    };
  },
  naive: takeFrom(1, 1),
};

const taking = (code: string) => async (tx: Transaction) => {
  await tx`select * from public.take_voucher(${code}, ${randomUUID()})`;
  return 'taken';
};

async function shopWithBuyer() {
  const merchantId = await newMerchant();
  const merchant = await addStaff('merchant', { merchantId });
  const reward = await newReward({ merchantId, price, stock: 100_000 });
  const buyer = await addResident();
  await giveCoins(buyer, 100_000);
  return { merchant, reward, buyer };
}

const oneVoucher: Edge = {
  name: 'takings of one voucher',
  async prepare() {
    const { merchant, reward, buyer } = await shopWithBuyer();
    return async () => {
      const { id, voucher_code: code } = await buy(buyer, reward);
      return {
        contenders: times(crowd, () => ({ caller: merchant, run: taking(code) })),
        async judge({ won, codes }) {
          expect(won).toHaveLength(1);
          expect(codes).toEqual({ voucher_used: crowd - 1 });
          expect((await redemptionOf(id)).status).toBe('used');
        },
      };
    };
  },
  naive: turnOnce,
};

const cancelAgainstTake: Edge = {
  name: 'takings and givings back of one voucher, half of each,',
  async prepare() {
    const { merchant, reward, buyer } = await shopWithBuyer();
    const state = async () => [await balanceOf(buyer), await stockOf(reward)] as const;
    let round = 0;
    return async () => {
      const { id, voucher_code: code } = await buy(buyer, reward);
      const cancelling = async (tx: Transaction) => {
        await tx`select id from public.cancel_redemption(${id})`;
        return 'cancelled';
      };
      const [balance, stock] = await state();
      round += 1;
      return {
        contenders: times(crowd, (turn) =>
          (turn + round) % 2
            ? { caller: merchant, run: taking(code) }
            : { caller: buyer, run: cancelling },
        ),
        async judge({ won, codes }) {
          if (won.includes('taken')) {
            expect(won).toEqual(['taken']);
            expect(codes).toEqual({
              voucher_used: crowd / 2 - 1,
              voucher_taken_already: crowd / 2,
            });
            expect(await state()).toEqual([balance, stock]);
          } else {
            // To give back twice is the same as once.
            expect(won).toEqual(Array(crowd / 2).fill('cancelled'));
            expect(codes).toEqual({ voucher_cancelled: crowd / 2 });
            expect(await state()).toEqual([balance + price, stock + 1]);
          }
        },
      };
    };
  },
  naive: turnOnce,
};

const adjustAgainstSpend: Edge = {
  name: 'redemptions and coins taken by hand, half of each, from a wallet with coins for one',
  async prepare() {
    const asker = await addStaff('administrator');
    const deciders = await Promise.all(times(4, () => addStaff('administrator')));
    const merchantId = await newMerchant();
    return async () => {
      const [owner, reward] = [await addResident(), await newReward({ merchantId, price })];
      await giveCoins(owner, price);
      const asked = await sql<{ id: string }[]>`
        insert into public.adjustments (id, resident_id, change, reason, requested_by)
        select gen_random_uuid(), ${owner.id}, ${-price}, 'test', ${asker.id}
        from generate_series(1, ${crowd / 2}::integer) returning id`;
      return {
        contenders: asked.flatMap(({ id }, turn) => [
          {
            caller: deciders[turn % 4] as Resident,
            run: async (tx: Transaction) => {
              await tx`select status from public.decide_adjustment(${id}, true, '')`;
            },
          },
          { caller: owner, run: redeeming(reward) },
        ]),
        async judge({ won, codes }) {
          expect(won).toHaveLength(1);
          expect(codes).toEqual({ not_enough_coins: crowd - 1 });
          expect(await balanceOf(owner)).toBe(0);
          const [row] = await sql`select
            (select count(*) from public.adjustments where resident_id = ${owner.id} and status = 'approved')
            + (select count(*) from public.redemptions where resident_id = ${owner.id}) as count`;
          expect(Number(row?.count)).toBe(1);
        },
      };
    };
  },
  naive: takeFrom(price, price),
};

export const voucherEdges: Edge[] = [lastItem, oneVoucher, cancelAgainstTake, adjustAgainstSpend];
