import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signUp } from '../../support/actors.ts';
import { createHousehold, newHousehold } from '../../support/cells.ts';
import { sql } from '../../support/database.ts';
import { dayFromToday } from '../../support/feedback.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, giveCoins, newMerchant, newReward, transfersOf } from '../../support/things.ts';
import { buy, closeMerchant, stockOf } from '../../support/vouchers.ts';

const redeem = (resident: SignedIn, reward: string, key = randomUUID()) =>
  resident.api.rpc('redeem_reward', { p_reward_id: reward, p_idempotency_key: key });

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
  await giveCoins(resident, 100);
});

/** Redeeming is refused with this code and detail, and neither coins nor stock have moved. */
async function expectRefused(reward: string, code: string, detail: Record<string, unknown> = {}) {
  const before = [await balanceOf(resident), await transfersOf(resident), await stockOf(reward)];
  expect(await refusal(redeem(resident, reward))).toMatchObject({ status: 409, code, detail });
  expect([await balanceOf(resident), await transfersOf(resident), await stockOf(reward)]).toEqual(
    before,
  );
}

describe('a reward with dates', () => {
  test('is refused a day before its first, which it names', async () => {
    await expectRefused(await newReward({ from: 1 }), 'not_yet', {
      first_on: await dayFromToday(1),
    });
  });

  test('is refused a day after its last, which it names', async () => {
    await expectRefused(await newReward({ until: -1 }), 'over', {
      last_on: await dayFromToday(-1),
    });
  });

  test('can be redeemed on its first and on its last day', async () => {
    for (const reward of [await newReward({ from: 0 }), await newReward({ until: 0 })]) {
      await answer(redeem(resident, reward));
    }
  });
});

test('a reward of a merchant that has closed is refused', async () => {
  const merchantId = await newMerchant();
  const reward = await newReward({ merchantId });
  await closeMerchant(merchantId);
  await expectRefused(reward, 'merchant_closed');
});

describe('a quota per resident', () => {
  test('lets them redeem as many, and refuses one more', async () => {
    const reward = await newReward({ perResident: 2 });
    await buy(resident, reward);
    await buy(resident, reward);
    await expectRefused(reward, 'quota', { quota: 2 });
  });

  test('counts what was taken and what has expired, and not what was cancelled or refunded', async () => {
    const reward = await newReward({ perResident: 4 });
    const [taken, expired, cancelled, refunded] = [
      await buy(resident, reward),
      await buy(resident, reward),
      await buy(resident, reward),
      await buy(resident, reward),
    ];
    await sql`update public.redemptions set status = 'used', used_at = now() where id = ${taken.id}`;
    await sql`update public.redemptions set status = 'expired', settled_at = now() where id = ${expired.id}`;
    await expectRefused(reward, 'quota', { quota: 4 });
    await answer(resident.api.rpc('cancel_redemption', { p_id: cancelled.id }));
    await answer(resident.api.rpc('cancel_redemption', { p_id: refunded.id }));
    await sql`update public.redemptions set status = 'refunded' where id = ${refunded.id}`;
    await buy(resident, reward);
    await buy(resident, reward);
    await expectRefused(reward, 'quota', { quota: 4 });
  });

  test('does not stand in the way of the same key sent again', async () => {
    const [reward, key] = [await newReward({ perResident: 1 }), randomUUID()];
    const first = await answer(redeem(resident, reward, key));
    expect(await answer(redeem(resident, reward, key))).toEqual(first);
  });

  test('is for each resident, also in one household', async () => {
    const reward = await newReward({ perResident: 1 });
    const partner = await signUp();
    await giveCoins(partner, 10);
    await newHousehold(resident, partner);
    await buy(resident, reward);
    await buy(partner, reward);
  });
});

describe('a quota per household', () => {
  test('is shared by those who live together', async () => {
    const reward = await newReward({ perHousehold: 1 });
    const partner = await signUp();
    await giveCoins(partner, 10);
    await newHousehold(resident, partner);
    await buy(partner, reward);
    await expectRefused(reward, 'household_quota', { quota: 1 });
  });

  test('is for a resident alone who lives in none', async () => {
    const reward = await newReward({ perHousehold: 1 });
    await buy(resident, reward);
    await expectRefused(reward, 'household_quota', { quota: 1 });
  });

  test('is not begun anew by leaving, neither for who leaves nor for who stays', async () => {
    const reward = await newReward({ perHousehold: 1 });
    const partner = await signUp();
    await giveCoins(partner, 10);
    const home = await newHousehold(resident, partner);
    await buy(partner, reward);
    await answer(partner.api.rpc('leave_cell', { p_id: home.id }));
    await expectRefused(reward, 'household_quota', { quota: 1 });
    await createHousehold(partner);
    expect((await refusal(redeem(partner, reward))).code).toBe('household_quota');
  });

  test('is not begun anew by going out for a moment, for who redeemed nothing themselves', async () => {
    const reward = await newReward({ perHousehold: 1 });
    const partner = await signUp();
    await giveCoins(partner, 10);
    const home = await newHousehold(resident, partner);
    await buy(partner, reward);
    await answer(resident.api.rpc('leave_cell', { p_id: home.id }));
    await expectRefused(reward, 'household_quota', { quota: 1 });
    await createHousehold(resident);
    await expectRefused(reward, 'household_quota', { quota: 1 });
  });

  test('is begun anew 90 days after leaving, when nobody knows any more where they lived', async () => {
    const reward = await newReward({ perHousehold: 1 });
    const partner = await signUp();
    await giveCoins(partner, 10);
    const home = await newHousehold(resident, partner);
    await buy(partner, reward);
    await answer(resident.api.rpc('leave_cell', { p_id: home.id }));
    await sql`update private.left_cells set left_at = left_at - interval '90 days 1 second'
      where resident_id = ${resident.id}`;
    await sql`select private.do_due_work()`;
    expect(await sql`select from private.left_cells where resident_id = ${resident.id}`).toEqual(
      [],
    );
    await buy(resident, reward);
  });

  test('counts what somebody redeemed before they joined', async () => {
    const reward = await newReward({ perHousehold: 1 });
    const partner = await signUp();
    await giveCoins(partner, 10);
    await buy(partner, reward);
    await newHousehold(resident, partner);
    await expectRefused(reward, 'household_quota', { quota: 1 });
  });
});
