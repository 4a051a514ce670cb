import { describe, expect, test } from 'vitest';
import { addResident, addResidents, type Resident } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { yearOfBooks } from '../../support/ledger.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, newAction } from '../../support/things.ts';

const year = await yearOfBooks();
const award =
  (resident: Resident, action: string, amount: number, key: string) => (tx: Transaction) =>
    tx`select ledger.award(${resident.id}, ${action}, ${amount}, 'test', ${`award:${key}`}, null)`;
const leftOf = async (action: string) => {
  const [row] = await sql<{ left: number }[]>`
    select ledger.envelope_left(${year}::smallint, ${action})::integer as left`;
  return row?.left;
};
describe('an envelope of more coins than anybody can count is refused', () => {
  test.each(['9223372036854775807', '1000000000001', '-1'])('%s', async (total) => {
    const action = await newAction();
    const city = await refusalBy(
      sql`update ledger.city_envelopes set total = ${total} where year = ${year}`,
    );
    const own = await refusalBy(
      sql`update ledger.envelopes set total = ${total} where action_code = ${action}`,
    );
    expect([city, own].map(({ sqlState }) => sqlState)).toEqual(['23514', '23514']);
    expect(city.message).toContain('city_envelope_is_a_sane_total');
    expect(own.message).toContain('envelope_is_a_sane_total');
  });
});

describe('an envelope', () => {
  test('pays exactly what is in it, however it is spread, and refuses the rest with a sentence', async () => {
    const action = await newAction({ envelope: 50 });
    const residents = await addResidents(64);
    const { won, codes } = await race(
      residents.map((one) => ({ run: award(one, action, 3, 'race') })),
    );
    // 16 times 3 are 48: the last two coins are fewer than anybody asked for.
    expect(won).toHaveLength(16);
    expect(codes).toEqual({ envelope_empty: 48 });
    expect(await leftOf(action)).toBe(2);
    const balances = await Promise.all(residents.map(balanceOf));
    expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(48);
  });

  test('would pay more if it were looked at first and drawn from then', async () => {
    await withScratchTable('remaining integer', async (table) => {
      await sql.unsafe(`insert into ${table} values (50)`);
      const { won } = await race(
        times(64, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select remaining from ${table}`);
            if (row?.remaining < 3) return false;
            await tx.unsafe(`update ${table} set remaining = $1`, [row?.remaining - 3]);
            return true;
          },
        })),
      );
      expect(won.filter(Boolean).length).toBeGreaterThan(16);
    });
  });

  test('levels what is left, so that one connection does not use up its part of it for good', async () => {
    const action = await newAction({ envelope: 1_600 });
    const residents = await addResidents(40);
    await sql.begin(async (tx) => {
      for (const one of residents) await award(one, action, 30, 'level')(tx);
    });
    const shards = await sql<{ remaining: number }[]>`
      select remaining::integer from ledger.envelope_shards where action_code = ${action} and year = ${year}`;
    const remaining = shards.map((one) => one.remaining);
    expect(remaining.reduce((sum, coins) => sum + coins, 0)).toBe(400);
    // A shard began with 100; fifteen that nobody drew from would still hold them.
    expect(Math.max(...remaining)).toBeLessThan(60);
  });

  test('is empty where there is none', async () => {
    const owner = await addResident();
    const refused = await refusalBy(sql.begin(award(owner, 'no-such-action', 1, 'none')));
    expect(refused).toMatchObject({
      status: 409,
      code: 'envelope_empty',
      detail: { action_code: 'no-such-action', year },
    });
    expect(await balanceOf(owner)).toBe(0);
  });
});

describe('several residents paid in one transaction', () => {
  test('by several at once, in whatever order, meet no deadlock and no coin too many', async () => {
    const action = await newAction({ envelope: 700 });
    const residents = await addResidents(12);
    const batch = (turn: number) => async (tx: Transaction) => {
      await tx`select ledger.lock_wallets(${residents.map(({ id }) => id)}, ${action})`;
      const order = turn % 2 ? residents : residents.toReversed();
      for (const one of order) await award(one, action, 5, `batch:${turn}`)(tx);
    };
    const { won, codes } = await race(times(16, (turn) => ({ run: batch(turn) })));
    // Each batch costs 60: eleven fit into 700.
    expect(won).toHaveLength(11);
    expect(codes).toEqual({ envelope_empty: 5 });
    expect(await leftOf(action)).toBe(40);
  });

  test('without one order of locks would wait for each other', async () => {
    const action = await newAction();
    const residents = await addResidents(12);
    const batch = (turn: number) => async (tx: Transaction) => {
      const order = turn % 2 ? residents : residents.toReversed();
      for (const one of order) await award(one, action, 5, `unordered:${turn}`)(tx);
    };
    const { codes } = await race(times(16, (turn) => ({ run: batch(turn) })));
    expect(codes['40P01']).toBeGreaterThan(0);
  });
});
