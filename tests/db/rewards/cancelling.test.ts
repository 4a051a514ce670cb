import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addStaff, type Resident, type SignedIn, signUp, visitor } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, giveCoins, newMerchant, newReward, transfersOf } from '../../support/things.ts';
import {
  buy,
  closeMerchant,
  letExpire,
  redemptionOf,
  settle,
  stockOf,
} from '../../support/vouchers.ts';

const cancel = (resident: SignedIn, id: string | null) =>
  resident.api.rpc('cancel_redemption', { p_id: id } as never);
const preview = async (resident: SignedIn, id: string) =>
  answer(resident.api.rpc('preview_cancellation', { p_id: id }));

let shop: string;
let reward: string;
let resident: SignedIn;
let voucher: { id: string; voucher_code: string };

beforeEach(async () => {
  shop = await newMerchant();
  reward = await newReward({ merchantId: shop, stock: 5 });
  resident = await signUp();
  await giveCoins(resident, 30);
  voucher = await buy(resident, reward);
});

/** Cancelling is refused with this code, and nothing has moved. */
async function expectRefused(code: string, detail: Record<string, unknown> = {}) {
  const state = async () => [
    await balanceOf(resident),
    await transfersOf(resident),
    await stockOf(reward),
    await redemptionOf(voucher.id),
  ];
  const before = await state();
  const refused = await refusal(cancel(resident, voucher.id));
  expect(refused).toMatchObject({ status: 409, code });
  expect(Object.keys(refused.detail)).toEqual(Object.keys(detail));
  expect(await state()).toEqual(before);
}

describe('giving a voucher back', () => {
  test('is refused once the merchant has taken it, and says when', async () => {
    await sql`update public.redemptions set status = 'used', used_at = now() where id = ${voucher.id}`;
    await expectRefused('voucher_taken_already', { used_at: '' });
  });

  test('is refused once its time is over, before and after it was settled', async () => {
    await letExpire(voucher.id);
    await expectRefused('voucher_over', { expires_at: '' });
    await settle();
    await expectRefused('voucher_over', { expires_at: '' });
  });

  test.each([
    ['that is somebody else’s', () => voucher.id],
    ['that does not exist', () => randomUUID()],
    ['that is not named', () => null],
  ])('%s is refused, all alike', async (_, id) => {
    const refused = await refusal(cancel(await signUp(), id()));
    expect(refused).toMatchObject({ status: 404, code: 'redemption_unknown', detail: {} });
    expect((await redemptionOf(voucher.id)).status).toBe('issued');
  });

  test('is refused to somebody who is not signed in', async () => {
    const refused = await refusal(cancel({ ...resident, api: visitor() }, voucher.id));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
  });

  test('brings coins and stock back, by a refund that names what was paid', async () => {
    const given = await answer(cancel(resident, voucher.id));
    expect(given).toMatchObject({ id: voucher.id, status: 'cancelled', idempotency_key: null });
    expect(given.settled_at).toBeTruthy();
    expect([await balanceOf(resident), await stockOf(reward)]).toEqual([30, 5]);
    const [refund] = await sql`
      select r.kind, r.amount::integer as amount, r.reference, r.actor_id, p.kind as corrects
      from ledger.transfers r join ledger.transfers p on p.resident_id = r.resident_id and p.id = r.corrects_id
      where r.resident_id = ${resident.id} and r.kind = 'refund'`;
    expect(refund).toEqual({
      kind: 'refund',
      amount: 10,
      reference: `redemption:${voucher.id}`,
      actor_id: resident.id,
      corrects: 'redeem',
    });
  });

  test('twice is the same as once', async () => {
    const first = await answer(cancel(resident, voucher.id));
    expect(await answer(cancel(resident, voucher.id))).toEqual(first);
    expect([await balanceOf(resident), await transfersOf(resident), await stockOf(reward)]).toEqual(
      [30, 3, 5],
    );
  });

  test('32 times at once gives its coins back once', async () => {
    const { won, refused } = await race(
      times(32, () => ({
        caller: resident,
        run: (tx) => tx`select id from public.cancel_redemption(${voucher.id})`,
      })),
    );
    expect(refused).toEqual([]);
    expect(won).toHaveLength(32);
    expect([await balanceOf(resident), await stockOf(reward)]).toEqual([30, 5]);
  });

  test('would give them back more often if the status were read first and written then', async () => {
    await withScratchTable('status text not null, paid_back integer not null', async (table) => {
      await sql.unsafe(`insert into ${table} values ('issued', 0)`);
      await race(
        times(32, () => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select status from ${table}`);
            if (row?.status !== 'issued') return;
            await tx.unsafe(`update ${table} set status = 'cancelled', paid_back = paid_back + 10`);
          },
        })),
      );
      const [row] = await sql.unsafe(`select paid_back from ${table}`);
      expect(row?.paid_back).toBeGreaterThan(10);
    });
  });
});

describe('giving a voucher back while the merchant takes it', () => {
  test('goes one way or the other, thirty times over, and the loser is told clearly', async () => {
    const merchant = await addStaff('merchant', { merchantId: shop });
    await sql`update public.rewards set stock = 100, stocked = 100 where id = ${reward}`;
    await giveCoins(resident, 1_000);
    const outcomes = { taken: 0, cancelled: 0 };
    for (let round = 0; round < 30; round += 1) {
      const one = await buy(resident, reward);
      const before = [await balanceOf(resident), await stockOf(reward)] as const;
      const contenders = [
        {
          caller: merchant,
          run: async (tx: Transaction) => {
            await tx`select * from public.take_voucher(${one.voucher_code}, ${randomUUID()})`;
            return 'taken' as const;
          },
        },
        {
          caller: resident as Resident,
          run: async (tx: Transaction) => {
            await tx`select id from public.cancel_redemption(${one.id})`;
            return 'cancelled' as const;
          },
        },
      ];
      if (round % 2) contenders.reverse();
      const { won, codes } = await race<'taken' | 'cancelled'>(contenders);
      expect(won).toHaveLength(1);
      const winner = won[0] ?? 'taken';
      outcomes[winner] += 1;
      const after = [await balanceOf(resident), await stockOf(reward)];
      if (winner === 'taken') {
        expect(codes).toEqual({ voucher_taken_already: 1 });
        expect(after).toEqual([...before]);
      } else {
        expect(Object.keys(codes)).toHaveLength(1);
        expect(after).toEqual([before[0] + 10, before[1] + 1]);
      }
    }
    expect(outcomes.taken + outcomes.cancelled).toBe(30);
  });
});

describe('what giving a voucher back would give', () => {
  /** Turns the books back so that what was paid is so many years old. */
  const age = async (years: number, older: number) => {
    await sql`alter table ledger.transfers disable trigger transfers_are_append_only`;
    await sql`update ledger.transfers set vintage = vintage - ${years}, older = ${older}
      where resident_id = ${resident.id} and kind = 'redeem'`;
    await sql`alter table ledger.transfers enable trigger transfers_are_append_only`;
  };
  const young = async () => age(0, 0);

  test('is everything in the year of earning', async () => {
    const [now] = await preview(resident, voucher.id);
    expect(now).toMatchObject({ coins: 10, lapsed: 0, lapsing: 0 });
    expect(now?.lapse_on).toMatch(/^20\d\d-12-31$/);
  });

  test('names what has lapsed meanwhile and what lapses when the year ends', async () => {
    try {
      await age(0, 4);
      expect((await preview(resident, voucher.id))[0]).toMatchObject({ lapsed: 0, lapsing: 4 });
      await age(1, 4);
      expect((await preview(resident, voucher.id))[0]).toMatchObject({ lapsed: 4, lapsing: 6 });
      await age(1, 4);
      expect((await preview(resident, voucher.id))[0]).toMatchObject({ lapsed: 10, lapsing: 0 });
    } finally {
      await age(-2, 0);
      await young();
    }
  });

  test('is nothing for somebody else, nor for a voucher that is used or over', async () => {
    expect(await preview(await signUp(), voucher.id)).toEqual([]);
    await letExpire(voucher.id);
    expect(await preview(resident, voucher.id)).toEqual([]);
  });

  test('is nothing once the merchant has closed and it was refunded', async () => {
    await closeMerchant(shop);
    await settle();
    expect(await preview(resident, voucher.id)).toEqual([]);
    const before = await balanceOf(resident);
    expect((await answer(cancel(resident, voucher.id))).status).toBe('refunded');
    expect(await balanceOf(resident)).toBe(before);
  });
});
