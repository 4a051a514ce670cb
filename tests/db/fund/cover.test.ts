import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addStaff, type Resident } from '../../support/actors.ts';
import { become, sql, type Transaction } from '../../support/database.ts';
import { closeDays, postThen } from '../../support/days.ts';
import { onEmptyFund } from '../../support/fund.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { newMerchant } from '../../support/things.ts';

let editor: Resident;
let merchant: string;
beforeAll(async () => {
  [editor, merchant] = [await addStaff('editor'), await newMerchant()];
});

const contentOf = (price: number, stocked: number, rest: Record<string, unknown> = {}) => ({
  kind: 'goods',
  merchant_id: merchant,
  name_zh: '红糖',
  name_en: 'Brown sugar',
  detail_zh: '一袋',
  detail_en: 'One bag',
  price,
  stocked,
  is_open: true,
  ...rest,
});
type Content = ReturnType<typeof contentOf>;
const save = (tx: Transaction, id: string, version: number, content: Content) =>
  tx`select version from public.save_reward(${id}, ${version}, ${tx.json(content)})`;
const outlook = async (tx: Transaction) => {
  const [row] =
    await tx`select state, available, cost, offered, cover from public.get_fund_outlook()`;
  return row;
};

/** A fund of 1,000 fen at 10 fen a coin: 100 coins can be covered. */
const onSmallFund = <Result>(run: (tx: Transaction) => Promise<Result>) =>
  onEmptyFund(async (tx) => {
    await tx`insert into public.fund_pledges (id, kind, sponsor_zh, sponsor_en, fen, pledged_on)
      values (${randomUUID()}, 'city', '测试', 'Test', 1000, '2026-01-01')`;
    await become(tx, editor);
    return run(tx);
  });
const holding = async (tx: Transaction, coins: number) => {
  await tx`reset role`;
  await postThen(tx, { amount: coins });
  await closeDays(tx);
  await become(tx, editor);
};

describe('a reward', () => {
  test('is saved as long as the fund covers all that is on offer', async () => {
    const [refused, now] = await onSmallFund(async (tx) => {
      await save(tx, randomUUID(), 0, contentOf(10, 9));
      const over = await refusalBy(
        tx.savepoint((inner) => save(inner as Transaction, randomUUID(), 0, contentOf(11, 1))),
      );
      await save(tx, randomUUID(), 0, contentOf(10, 1));
      return [over, await outlook(tx)];
    });
    expect(refused).toMatchObject({
      status: 409,
      code: 'fund_too_low',
      detail: { needed_fen: 1010, available_fen: 1000 },
    });
    expect(now).toMatchObject({ state: 'low', offered: '1000', cover: '1.0000' });
  });

  test.each<[string, number, number]>([
    ['gets more of', 10, 11],
    ['gets dearer', 11, 10],
  ])('that %s than the fund covers is refused', async (_, price, stocked) => {
    const refused = await onSmallFund(async (tx) => {
      const id = randomUUID();
      await save(tx, id, 0, contentOf(10, 10));
      return refusalBy(save(tx, id, 1, contentOf(price, stocked)));
    });
    expect(refused).toMatchObject({ code: 'fund_too_low', detail: { needed_fen: 1100 } });
  });

  test('that was closed is refused when it opens again', async () => {
    const refused = await onSmallFund(async (tx) => {
      const id = randomUUID();
      await save(tx, id, 0, contentOf(10, 11, { is_open: false }));
      return refusalBy(save(tx, id, 1, contentOf(10, 11)));
    });
    expect(refused.code).toBe('fund_too_low');
  });

  test('is refused when the fund does not cover the coins people hold, however small it is', async () => {
    const [refused, short] = await onSmallFund(async (tx) => {
      await holding(tx, 101);
      const small = tx.savepoint((inner) =>
        save(inner as Transaction, randomUUID(), 0, contentOf(1, 1)),
      );
      return [await refusalBy(small), await outlook(tx)];
    });
    expect(refused).toMatchObject({
      code: 'fund_too_low',
      detail: { needed_fen: 1010, available_fen: 1000 },
    });
    expect(short).toMatchObject({ state: 'short', cost: '1010' });
  });

  test.each([
    [83, 'covered', '1.2048'],
    [84, 'low', '1.1905'],
    [100, 'low', '1.0000'],
    [101, 'short', '0.9901'],
  ])(
    'is warned about beforehand: with %s coins held the fund is %s',
    async (coins, state, cover) => {
      const now = await onSmallFund(async (tx) => {
        await holding(tx, coins);
        return outlook(tx);
      });
      expect(now).toMatchObject({ state, cover });
    },
  );

  test('may still shrink, close, change its words or be a gift to the fund when the fund is short', async () => {
    const versions = await onSmallFund(async (tx) => {
      const id = randomUUID();
      await save(tx, id, 0, contentOf(10, 10));
      await holding(tx, 500);
      const saved = [
        await save(tx, id, 1, contentOf(10, 10, { name_zh: '红糖块' })),
        await save(tx, id, 2, contentOf(10, 9)),
        await save(tx, id, 3, contentOf(10, 9, { is_open: false })),
        await save(tx, randomUUID(), 0, contentOf(5, 0, { kind: 'donation', merchant_id: null })),
      ];
      return saved.map(([row]) => row?.version);
    });
    expect(versions).toEqual([2, 3, 4, 1]);
  });

  test('is limited by nothing while it is not set what a coin is backed by', async () => {
    const state = await onSmallFund(async (tx) => {
      await tx`reset role`;
      await tx`update private.settings set fen_per_coin = null`;
      await become(tx, editor);
      await save(tx, randomUUID(), 0, contentOf(1000, 1000));
      return outlook(tx);
    });
    expect(state).toMatchObject({ state: 'not_set', available: null });
  });

  test.each([
    [100_000, 1_000_000],
    [1_001, 1_000_000],
  ])(
    'of %s coins each is not offered %s times: nobody could ever have so many',
    async (price, stocked) => {
      const refused = await onSmallFund(async (tx) => {
        await tx`reset role`;
        await tx`update private.settings set fen_per_coin = null`;
        await become(tx, editor);
        return refusalBy(save(tx, randomUUID(), 0, contentOf(price, stocked)));
      });
      expect(refused).toMatchObject({
        status: 400,
        code: 'content_invalid',
        detail: { field: 'stocked' },
      });
    },
  );

  test('is judged by whole numbers however large, at the dearest terms there are', async () => {
    const state = await onSmallFund(async (tx) => {
      await tx`reset role`;
      await tx`update private.settings set fen_per_coin = null`;
      await become(tx, editor);
      for (const id of times(99, () => randomUUID()))
        await save(tx, id, 0, contentOf(1_000, 1_000_000));
      await tx`reset role`;
      await tx`update private.settings set fen_per_coin = 100000, fund_warn_percent = 1000`;
      await become(tx, editor);
      return outlook(tx);
    });
    expect(state).toMatchObject({ state: 'short', offered: '9900000000000000' });
  });

  test('that is redeemed leaves the fund covering the rest', async () => {
    const [before, after] = await onSmallFund(async (tx) => {
      const [id, buyer] = [randomUUID(), await addStaff('editor')];
      await save(tx, id, 0, contentOf(10, 10));
      const then = await outlook(tx);
      await tx`reset role`;
      await tx`select ledger.post_transfer(${buyer.id}, 'adjust', 'adjustment', 'wallet', 10, 'test:fund',
        ${`adjust:${randomUUID()}`}, null)`;
      await become(tx, buyer);
      await tx`select public.redeem_reward(${id}, ${randomUUID()})`;
      await become(tx, editor);
      return [then, await outlook(tx)];
    });
    expect(before).toMatchObject({ state: 'low', available: '1000', offered: '1000' });
    expect(after).toMatchObject({ state: 'low', available: '900', offered: '900' });
  });
});

describe('32 rewards saved at once at the edge of the fund', () => {
  const coins = 1000;

  test('are saved as far as the fund covers them and no further', async () => {
    const [old] = await sql`select fen_per_coin from private.settings`;
    const id = randomUUID();
    const editors = await Promise.all(times(32, () => addStaff('editor')));
    await sql`update private.settings set fen_per_coin = 10`;
    const others = await sql`
      update public.fund_pledges set withdrawn_at = now() where withdrawn_at is null returning id`;
    try {
      // Enough for three of them on top of what the rest of the database needs.
      await sql`insert into public.fund_pledges (id, kind, sponsor_zh, sponsor_en, fen, pledged_on)
        select ${id}, 'city', '测试', 'Test',
          (greatest(f.coins_held, f.coins_offered) + 3 * ${coins}::integer) * 10 - f.available, '2026-01-01'
        from private.fund_figures(true) f`;
      const [room] = await sql<{ rewards: number }[]>`
        select ((f.available / 10 - f.coins_offered) / ${coins}::integer)::integer as rewards
        from private.fund_figures(true) f`;
      expect(room?.rewards).toBeLessThan(32);
      const { won, codes } = await race(
        editors.map((caller) => ({
          caller,
          run: (tx) => save(tx, randomUUID(), 0, contentOf(coins, 1)),
        })),
      );
      expect(won).toHaveLength(room?.rewards ?? 0);
      expect(codes).toEqual({ fund_too_low: 32 - won.length });
      const [after] = await sql`select available >= coins_offered * 10 as covers
        from private.fund_figures(true)`;
      expect(after).toEqual({ covers: true });
    } finally {
      await sql`update private.settings set fen_per_coin = ${old?.fen_per_coin ?? null}`;
      await sql`update public.fund_pledges set withdrawn_at = now() where id = ${id}`;
      await sql`update public.fund_pledges set withdrawn_at = null
        where id = any(${others.map((row) => row.id)})`;
    }
  });

  test('would be too many if each only looked first', async () => {
    await withScratchTable('coins integer', async (table) => {
      const { won } = await race(
        times(32, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(
              `select coalesce(sum(coins), 0)::integer as sum from ${table}`,
            );
            if (row?.sum + coins > 3 * coins) return false;
            await tx.unsafe(`insert into ${table} values (${coins})`);
            return true;
          },
        })),
      );
      expect(won.filter((saved) => saved).length).toBeGreaterThan(3);
    });
  });
});
