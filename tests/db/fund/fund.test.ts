import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { visitor } from '../../support/actors.ts';
import type { Transaction } from '../../support/database.ts';
import { closeDays, postThen } from '../../support/days.ts';
import { onEmptyFund } from '../../support/fund.ts';
import { answer } from '../../support/refusals.ts';
import { newReward } from '../../support/things.ts';

const pledge = (tx: Transaction, fen: number, withdrawn = false) => tx`
  insert into public.fund_pledges (id, kind, sponsor_zh, sponsor_en, fen, pledged_on, withdrawn_at)
  values (${randomUUID()}, 'sponsor', '测试', 'Test', ${fen}, '2026-01-01', case when ${withdrawn} then now() end)`;

interface Past {
  coins: number;
  /** Days before today; the time is noon in Shanghai. */
  issued: number;
  used?: number;
  cancelled?: number;
  isGift?: boolean;
}

/** Writes a redemption as it would stand had it been made then. */
async function redeemed(tx: Transaction, rewardId: string, past: Past) {
  const { coins, issued, used, cancelled, isGift = false } = past;
  const { id, residentId } = await postThen(tx, { daysAgo: issued, kind: 'redeem', amount: coins });
  const status = used !== undefined ? 'used' : cancelled !== undefined ? 'cancelled' : 'issued';
  await tx`
    insert into public.redemptions (resident_id, reward_id, merchant_id, idempotency_key, price, transfer_id,
      voucher_code, status, issued_at, expires_at, used_at, settled_at, take_key)
    select ${residentId}, w.id, case when not ${isGift} then w.merchant_id end, gen_random_uuid(), ${coins}, ${id},
      case when not ${isGift} then private.new_code(12) end, ${status}, noon - ${issued} * interval '1 day',
      case when not ${isGift} then now() + interval '30 days' end, noon - ${used ?? null}::integer * interval '1 day',
      noon - ${cancelled ?? null}::integer * interval '1 day',
      case when ${used !== undefined} and not ${isGift} then gen_random_uuid() end
    from public.rewards w, (select private.shanghai_midnight(private.shanghai_day()) + interval '12 hours' as noon)
    where w.id = ${rewardId}`;
}

const fundOf = async (tx: Transaction) => {
  const [fund] = await tx`select * from public.get_fund()`;
  return fund;
};
const figuresOf = async (tx: Transaction, live: boolean) => {
  const [row] =
    await tx`select coins_owed, coins_committed, coins_given from private.fund_figures(${live})`;
  return Object.values(row ?? {}).map(Number);
};

describe('the fund', () => {
  test('is told to everyone, and adds up', async () => {
    const [fund] = await answer(visitor().rpc('get_fund'));
    expect(Object.keys(fund ?? {})).toContain('coins_held');
    const told = await onEmptyFund(async (tx) => {
      await pledge(tx, 10_000);
      await pledge(tx, 5_000);
      await pledge(tx, 7_000, true);
      const reward = await newReward();
      await postThen(tx, { amount: 300, daysAgo: 2 });
      await redeemed(tx, reward, { coins: 20, issued: 1 });
      await redeemed(tx, reward, { coins: 30, issued: 1, used: 1 });
      await redeemed(tx, reward, { coins: 40, issued: 1, used: 1, isGift: true });
      await closeDays(tx);
      return fundOf(tx);
    });
    expect(told).toMatchObject({
      fen_per_coin: 10,
      pledged: '15000',
      paid: '0',
      coins_owed: '30',
      owed: '300',
      coins_committed: '20',
      committed: '200',
      available: '14500',
      coins_held: '210',
      cost: '2100',
      cover: '6.9048',
      coins_given: '40',
    });
  });

  test('says nothing of today, whose sums would tell of single residents', async () => {
    const [before, after, live, naive] = await onEmptyFund(async (tx) => {
      const reward = await newReward();
      await postThen(tx, { amount: 300, daysAgo: 2 });
      await redeemed(tx, reward, { coins: 20, issued: 1 });
      await closeDays(tx);
      const then = await fundOf(tx);
      await postThen(tx, { amount: 50, daysAgo: 0 });
      await redeemed(tx, reward, { coins: 5, issued: 0 });
      await redeemed(tx, reward, { coins: 6, issued: 0, used: 0 });
      await redeemed(tx, reward, { coins: 7, issued: 0, used: 0, isGift: true });
      const [wallets] = await tx`select sum(balance)::integer as coins from ledger.wallets`;
      return [then, await fundOf(tx), await figuresOf(tx, true), wallets?.coins];
    });
    expect(after).toEqual(before);
    expect(live).toEqual([6, 25, 7]);
    // What a live sum would have told: the coins of today among them.
    expect(naive).not.toBe(Number(before?.coins_held));
  });

  test('counts what was used or given back today as out when yesterday ended', async () => {
    const [then, live] = await onEmptyFund(async (tx) => {
      const reward = await newReward();
      await redeemed(tx, reward, { coins: 5, issued: 2, used: 0 });
      await redeemed(tx, reward, { coins: 7, issued: 2, cancelled: 0 });
      await redeemed(tx, reward, { coins: 11, issued: 2, used: 1 });
      await redeemed(tx, reward, { coins: 13, issued: 2, cancelled: 1 });
      await closeDays(tx);
      return [await figuresOf(tx, false), await figuresOf(tx, true)];
    });
    expect(then).toEqual([11, 12, 0]);
    expect(live).toEqual([16, 0, 0]);
  });

  test('judges nothing while it is not set what a coin is backed by', async () => {
    const fund = await onEmptyFund(async (tx) => {
      await tx`update private.settings set fen_per_coin = null`;
      await pledge(tx, 10_000);
      await postThen(tx, { amount: 300, daysAgo: 2 });
      await closeDays(tx);
      return fundOf(tx);
    });
    expect(fund).toMatchObject({
      fen_per_coin: null,
      pledged: '10000',
      coins_held: '300',
      owed: null,
      committed: null,
      available: null,
      cost: null,
      cover: null,
    });
  });

  test('before the first day is closed has no coins yet', async () => {
    const fund = await onEmptyFund(async (tx) => fundOf(tx));
    expect(fund).toMatchObject({ through: null, coins_held: '0', cost: '0', cover: null });
  });

  test('owes no longer what it has paid, whatever the coin was backed by then', async () => {
    const fund = await onEmptyFund(async (tx) => {
      await pledge(tx, 10_000);
      const reward = await newReward();
      await redeemed(tx, reward, { coins: 30, issued: 70, used: 70 });
      await redeemed(tx, reward, { coins: 11, issued: 2, used: 1 });
      await tx`insert into private.fund_payments (id, merchant_id, month, vouchers, coins, fen_per_coin, fen)
        select gen_random_uuid(), s.merchant_id, s.month, s.vouchers, s.coins, 7, s.coins * 7
        from private.settlement_months() s where s.coins = 30`;
      await closeDays(tx);
      return fundOf(tx);
    });
    expect(fund).toMatchObject({ paid: '210', coins_owed: '11', available: '9680' });
  });
});
