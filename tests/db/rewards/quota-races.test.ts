import { describe, expect, test } from 'vitest';
import { addResident, addResidents, type Resident } from '../../support/actors.ts';
import { newHousehold } from '../../support/cells.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { balanceOf, giveCoins, newReward } from '../../support/things.ts';
import { redeeming, stockOf } from '../../support/vouchers.ts';

describe('32 redemptions at once', () => {
  test('of one resident with a quota of 3 succeed three times', async () => {
    const [caller, reward] = [await addResident(), await newReward({ perResident: 3 })];
    await giveCoins(caller, 1_000);
    const { won, codes } = await race(times(32, () => ({ caller, run: redeeming(reward) })));
    expect(won).toHaveLength(3);
    expect(codes).toEqual({ quota: 29 });
    expect([await balanceOf(caller), await stockOf(reward)]).toEqual([970, 97]);
  });

  test('of ten people of one household with a quota of 3 succeed three times', async () => {
    const [people, reward] = [await addResidents(10), await newReward({ perHousehold: 3 })];
    await newHousehold(...people);
    for (const one of people) await giveCoins(one, 100);
    const { won, codes } = await race(
      times(32, (turn) => ({ caller: people[turn % 10] as Resident, run: redeeming(reward) })),
    );
    expect(won).toHaveLength(3);
    expect(codes).toEqual({ household_quota: 29 });
    expect(await stockOf(reward)).toBe(97);
  });

  test('beside people joining and leaving never exceed the quota of the household', async () => {
    const [people, reward] = [await addResidents(8), await newReward({ perHousehold: 2 })];
    const home = await newHousehold();
    for (const one of people) await giveCoins(one, 100);
    // Everybody joins and redeems twice, in transactions of their own that meet.
    const { codes } = await race([
      ...people.map((caller) => ({
        caller,
        run: async (tx: Transaction) => {
          await tx`select public.join_cell(${home.join_code})`;
        },
      })),
      ...times(24, (turn) => ({
        caller: people[turn % 8] as Resident,
        run: async (tx: Transaction) => {
          await redeeming(reward)(tx);
        },
      })),
    ]);
    expect(Object.keys(codes).every((code) => code === 'household_quota')).toBe(true);
    const [count] = await sql`
      select count(*)::integer as inside from public.redemptions
      where reward_id = ${reward} and household_id = ${home.id}`;
    expect(count?.inside).toBeLessThanOrEqual(2);
    for (const one of people) {
      const [own] = await sql`select count(*)::integer as count from public.redemptions
        where reward_id = ${reward} and resident_id = ${one.id}`;
      expect(own?.count).toBeLessThanOrEqual(2);
    }
  });

  test('would succeed more often if they were counted first and written then', async () => {
    await withScratchTable('turn integer', async (table) => {
      const { won } = await race(
        times(32, (turn) => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select count(*)::integer as count from ${table}`);
            if (row?.count >= 3) return false;
            await tx.unsafe(`insert into ${table} values (${turn})`);
            return true;
          },
        })),
      );
      expect(won.filter((redeemed) => redeemed).length).toBeGreaterThan(3);
    });
  });
});

test('two redemptions of the last one, twenty times over: one each time, the other pays nothing', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [buyers, reward] = [await addResidents(2), await newReward({ stock: 1 })];
    for (const buyer of buyers) await giveCoins(buyer, 10);
    const { won, codes } = await race(buyers.map((caller) => ({ caller, run: redeeming(reward) })));
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ out_of_stock: 1 });
    const balances = await Promise.all(buyers.map(balanceOf));
    expect(balances.sort()).toEqual([0, 10]);
  }
});
