import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addResidents, type SignedIn, signUp, visitor } from '../../support/actors.ts';
import { asActor, become, sql } from '../../support/database.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, giveCoins, newReward, transfersOf } from '../../support/things.ts';

const redeem = (resident: SignedIn, reward: string | null, key: string | null = randomUUID()) =>
  resident.api.rpc('redeem_reward', { p_reward_id: reward, p_idempotency_key: key } as never);

/** Everything that a redemption moves. */
async function stateOf(resident: { id: string }, rewardId: string) {
  const [reward] = await sql`select stock from public.rewards where id = ${rewardId}`;
  const redemptions = await sql`
    select id from public.redemptions where resident_id = ${resident.id}`;
  return {
    balance: await balanceOf(resident),
    transfers: await transfersOf(resident),
    stock: reward?.stock,
    redemptions: redemptions.length,
  };
}

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

describe('redeeming a reward', () => {
  test('pays, takes one from stock and gives a voucher', async () => {
    const reward = await newReward({ price: 12, stock: 5 });
    await giveCoins(resident, 30);
    const voucher = await answer(redeem(resident, reward));

    expect(voucher).toMatchObject({
      resident_id: resident.id,
      reward_id: reward,
      price: 12,
      status: 'issued',
      used_at: null,
    });
    expect(Date.parse(String(voucher.expires_at)) - Date.parse(voucher.issued_at)).toBe(
      30 * 86_400_000,
    );
    expect(await stateOf(resident, reward)).toEqual({
      balance: 18,
      transfers: 2,
      stock: 4,
      redemptions: 1,
    });
    expect(
      await answer(
        resident.api.from('my_transfers').select('kind, change, reference').eq('kind', 'redeem'),
      ),
    ).toEqual([{ kind: 'redeem', change: -12, reference: `redemption:${voucher.id}` }]);
  });

  test('at another price than the buyer saw is refused and pays nothing; at that price it is theirs', async () => {
    const reward = await newReward({ price: 12, stock: 5 });
    await giveCoins(resident, 100);
    const before = await stateOf(resident, reward);
    await sql`update public.rewards set price = 90 where id = ${reward}`;
    const key = randomUUID();
    const at = (price: number) => ({
      p_reward_id: reward,
      p_idempotency_key: key,
      p_price: price,
    });
    expect(await refusal(resident.api.rpc('redeem_reward', at(12)))).toMatchObject({
      status: 409,
      code: 'price_changed',
      detail: { price: 90 },
    });
    expect(await stateOf(resident, reward)).toEqual(before);
    const paid = await answer(resident.api.rpc('redeem_reward', at(90)));
    expect(paid.price).toBe(90);
    // Sent again after the price has changed once more, it is still the one that was bought.
    await sql`update public.rewards set price = 91 where id = ${reward}`;
    expect((await answer(resident.api.rpc('redeem_reward', at(90)))).id).toBe(paid.id);
  });

  test('gives a voucher that lives as many days as is set', async () => {
    const reward = await newReward({ price: 12, stock: 5 });
    await giveCoins(resident, 12);
    const lives = await asActor(resident, async (tx) => {
      await tx`reset role`;
      await tx`update private.settings set voucher_days = 7`;
      await become(tx, resident);
      const [voucher] = await tx`select (expires_at - issued_at)::text as life
        from public.redeem_reward(${reward}, ${randomUUID()})`;
      return voucher?.life;
    });
    expect(lives).toBe('7 days');
  });

  test('is refused with a coin too few, and says what is needed and what is there', async () => {
    const reward = await newReward({ price: 12, stock: 5 });
    await giveCoins(resident, 11);
    const before = await stateOf(resident, reward);
    const refused = await refusal(redeem(resident, reward));
    expect(refused).toMatchObject({
      status: 409,
      code: 'not_enough_coins',
      detail: { needed: 12, balance: 11 },
    });
    expect(await stateOf(resident, reward)).toEqual(before);
  });

  test('is refused when the last one has gone, and costs nothing', async () => {
    const reward = await newReward({ price: 12, stock: 0 });
    await giveCoins(resident, 30);
    const before = await stateOf(resident, reward);
    const refused = await refusal(redeem(resident, reward));
    expect(refused).toMatchObject({ status: 409, code: 'out_of_stock', detail: {} });
    expect(await stateOf(resident, reward)).toEqual(before);
  });

  test.each([
    ['that does not exist', () => Promise.resolve(randomUUID())],
    ['that is closed', () => newReward({ isOpen: false })],
    ['that is not named', () => Promise.resolve(null)],
  ])('%s is refused', async (_, make) => {
    await giveCoins(resident, 30);
    const refused = await refusal(redeem(resident, await make()));
    expect(refused).toMatchObject({ status: 404, code: 'reward_unknown', detail: {} });
    expect(await balanceOf(resident)).toBe(30);
  });

  test('without a key is refused', async () => {
    const refused = await refusal(redeem(resident, await newReward(), null));
    expect(refused).toMatchObject({ status: 400, code: 'key_missing' });
  });

  test('is refused to somebody who is not signed in', async () => {
    const reward = await newReward({ stock: 5 });
    const refused = await refusal(redeem({ ...resident, api: visitor() }, reward));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
    expect((await stateOf(resident, reward)).stock).toBe(5);
  });

  test('leaves nothing behind when it is rolled back', async () => {
    const [caller, reward] = [await addResident(), await newReward({ price: 10, stock: 1 })];
    await giveCoins(caller, 10);
    const before = await stateOf(caller, reward);
    const [voucher] = await asActor(
      caller,
      (tx) => tx`select voucher_code from public.redeem_reward(${reward}, ${randomUUID()})`,
    );
    expect(voucher?.voucher_code).toHaveLength(12);
    expect(await stateOf(caller, reward)).toEqual(before);
  });
});

describe('the key of a redemption', () => {
  test('sent again gives the same voucher, and costs nothing more', async () => {
    const [reward, key] = [await newReward({ price: 10, stock: 5 }), randomUUID()];
    await giveCoins(resident, 30);
    const first = await answer(redeem(resident, reward, key));
    const after = await stateOf(resident, reward);
    expect(await answer(redeem(resident, reward, key))).toEqual(first);
    expect(await stateOf(resident, reward)).toEqual(after);
  });

  test('sent again gives the same voucher even when the reward is sold out, dearer and closed', async () => {
    const [reward, key] = [await newReward({ price: 10, stock: 1 }), randomUUID()];
    await giveCoins(resident, 10);
    const first = await answer(redeem(resident, reward, key));
    await sql`update public.rewards set price = 99, is_open = false where id = ${reward}`;
    expect(await answer(redeem(resident, reward, key))).toEqual(first);
  });

  test('sent 64 times at once on 64 connections makes one voucher', async () => {
    const [caller, reward, key] = [await addResident(), await newReward(), randomUUID()];
    await giveCoins(caller, 1_000);
    const { won, refused } = await race(
      times(64, () => ({
        caller,
        run: (tx) =>
          tx<{ id: string; voucher_code: string }[]>`
 select id, voucher_code from public.redeem_reward(${reward}, ${key})`,
      })),
    );
    expect(refused).toEqual([]);
    expect(new Set(won.flat().map((row) => `${row.id} ${row.voucher_code}`)).size).toBe(1);
    expect(won).toHaveLength(64);
    expect(await stateOf(caller, reward)).toEqual({
      balance: 990,
      transfers: 2,
      stock: 99,
      redemptions: 1,
    });
  });

  test.each([
    ['another reward', () => newReward()],
    ['no reward', () => Promise.resolve(null)],
  ])('sent with %s is refused, and nothing changes', async (_, make) => {
    const [reward, key] = [await newReward(), randomUUID()];
    await giveCoins(resident, 100);
    await answer(redeem(resident, reward, key));
    const before = await stateOf(resident, reward);
    const refused = await refusal(redeem(resident, await make(), key));
    expect(refused).toMatchObject({ status: 409, code: 'key_reused', detail: {} });
    expect(await stateOf(resident, reward)).toEqual(before);
  });

  test('of another resident neither replays their voucher nor gives it away', async () => {
    const [other, reward, key] = [await signUp(), await newReward(), randomUUID()];
    await giveCoins(other, 10);
    const theirs = await answer(redeem(other, reward, key));
    expect((await refusal(redeem(resident, reward, key))).code).toBe('not_enough_coins');
    await giveCoins(resident, 10);
    const mine = await answer(redeem(resident, reward, key));
    expect(mine.resident_id).toBe(resident.id);
    expect(mine.voucher_code).not.toBe(theirs.voucher_code);
  });
});

describe('2,000 buyers of 300', () => {
  test('get exactly 300, and only they pay', async () => {
    const [buyers, reward] = [
      await addResidents(2_000),
      await newReward({ price: 10, stock: 300 }),
    ];
    await sql`select ledger.post_transfer(id, 'award', 'issuance', 'wallet', 10, 'test:coins', 'award:test',
      null, null, 'test-action') from unnest(${buyers.map(({ id }) => id)}::uuid[]) as id`;
    const { won, codes } = await race(
      buyers.map((caller) => ({
        caller,
        run: (tx) =>
          tx<{ voucher_code: string }[]>`
 select voucher_code from public.redeem_reward(${reward}, ${randomUUID()})`,
      })),
    );
    expect(won).toHaveLength(300);
    expect(codes).toEqual({ out_of_stock: 1_700 });
    expect(new Set(won.flat().map((row) => row.voucher_code)).size).toBe(300);

    const [books] = await sql`select
      (select stock from public.rewards where id = ${reward}) as stock,
      (select count(*)::integer from public.redemptions where reward_id = ${reward}) as redemptions,
      (select sum(balance)::integer from ledger.wallets
        where resident_id = any (${buyers.map(({ id }) => id)}::uuid[])) as held`;
    expect(books).toEqual({ stock: 0, redemptions: 300, held: 17_000 });
  }, 120_000);

  test('would get more if the stock were read first and written then', async () => {
    await withScratchTable('stock integer not null', async (table) => {
      await sql.unsafe(`insert into ${table} values (300)`);
      const { won } = await race(
        times(2_000, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select stock from ${table}`);
            if (row?.stock < 1) return false;
            await tx.unsafe(`update ${table} set stock = $1`, [row?.stock - 1]);
            return true;
          },
        })),
      );
      expect(won.filter((bought) => bought).length).toBeGreaterThan(300);
    });
  }, 60_000);
});

test('64 redemptions at once of one resident succeed as often as the coins allow', async () => {
  const [caller, reward] = [await addResident(), await newReward({ price: 10, stock: 1_000 })];
  await giveCoins(caller, 100);
  const { won, codes } = await race(
    times(64, () => ({
      caller,
      run: (tx) => tx`select public.redeem_reward(${reward}, ${randomUUID()})`,
    })),
  );
  expect(won).toHaveLength(10);
  expect(codes).toEqual({ not_enough_coins: 54 });
  expect(await stateOf(caller, reward)).toEqual({
    balance: 0,
    transfers: 11,
    stock: 990,
    redemptions: 10,
  });
});

describe('a resident', () => {
  test('reads their own vouchers, without the keys, and nobody else’s', async () => {
    const [other, reward] = [await signUp(), await newReward()];
    for (const one of [resident, other]) await giveCoins(one, 10);
    const mine = await answer(redeem(resident, reward));
    await answer(redeem(other, reward));
    expect(await answer(resident.api.from('redemptions').select('id, voucher_code'))).toEqual([
      { id: mine.id, voucher_code: mine.voucher_code },
    ]);
    for (const column of ['idempotency_key', 'take_key', '*'] as const) {
      const refused = await refusal(resident.api.from('redemptions').select(column));
      expect(refused).toMatchObject({ status: 403, sqlState: '42501' });
    }
  });

  test('changes neither vouchers nor rewards', async () => {
    const reward = await newReward({ stock: 5 });
    await giveCoins(resident, 10);
    const { id } = await answer(redeem(resident, reward));
    for (const call of [
      resident.api.from('redemptions').update({ status: 'issued' }).eq('id', id),
      resident.api.from('redemptions').delete().eq('id', id),
      resident.api.from('rewards').update({ price: 1 }).eq('id', reward),
    ]) {
      expect(await refusal(call)).toMatchObject({ status: 403, sqlState: '42501' });
    }
  });
});

test('everyone reads the rewards that are open, and nobody those that are closed', async () => {
  const [open, closed] = [await newReward(), await newReward({ isOpen: false })];
  const seen = await answer(visitor().from('rewards').select('id').in('id', [open, closed]));
  expect(seen).toEqual([{ id: open }]);
});
