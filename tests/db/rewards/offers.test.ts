import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { newHousehold } from '../../support/cells.ts';
import { sql } from '../../support/database.ts';
import { photo } from '../../support/green-actions.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, giveCoins, newMerchant, newReward } from '../../support/things.ts';
import { buy, closeMerchant, redemptionOf } from '../../support/vouchers.ts';

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

const offered = async (reward: string) => {
  const [offer] = await answer(
    visitor().from('reward_offers').select('why_not, stock, merchant_zh').eq('id', reward),
  );
  return offer;
};
const mine = async (reward: string) =>
  (await answer(resident.api.rpc('get_my_offers'))).find((offer) => offer.reward_id === reward);

test.each([
  ['that is open to all', {}, null],
  ['that has not begun', { from: 1 }, 'not_yet'],
  ['that is over', { until: -1 }, 'over'],
  ['of which none is left', { stock: 0 }, 'out_of_stock'],
  ['that has not begun and of which none is left', { from: 1, stock: 0 }, 'not_yet'],
])('an offer %s says so to everyone', async (_, options, why) => {
  const reward = await newReward({ ...options, price: 10 });
  await giveCoins(resident, 10);
  expect((await offered(reward))?.why_not).toBe(why);
  expect((await mine(reward))?.why_not).toBe(why);
});

test('an offer of a merchant that has closed says so', async () => {
  const merchantId = await newMerchant();
  const reward = await newReward({ merchantId });
  await closeMerchant(merchantId);
  expect((await offered(reward))?.why_not).toBe('merchant_closed');
});

test('an offer that is not on the page is no offer', async () => {
  const reward = await newReward({ isOpen: false });
  expect(await offered(reward)).toBeUndefined();
  expect(await mine(reward)).toBeUndefined();
});

describe('an offer says to a resident', () => {
  test('how many coins are missing, and that none is', async () => {
    const reward = await newReward({ price: 12 });
    expect(await mine(reward)).toMatchObject({ why_not: 'not_enough_coins', missing: 12 });
    await giveCoins(resident, 11);
    expect(await mine(reward)).toMatchObject({ why_not: 'not_enough_coins', missing: 1 });
    await giveCoins(resident, 1);
    expect(await mine(reward)).toMatchObject({ why_not: null, missing: 0, quota: null });
  });

  test('how much of their quota is used up, and that all of it is', async () => {
    await giveCoins(resident, 100);
    const reward = await newReward({ perResident: 2 });
    expect(await mine(reward)).toMatchObject({ why_not: null, quota: 2, redeemed: 0 });
    await buy(resident, reward);
    expect(await mine(reward)).toMatchObject({ why_not: null, quota: 2, redeemed: 1 });
    await buy(resident, reward);
    expect(await mine(reward)).toMatchObject({ why_not: 'quota', quota: 2, redeemed: 2 });
  });

  test('that others of their household have used it up', async () => {
    const partner = await signUp();
    for (const one of [resident, partner]) await giveCoins(one, 10);
    await newHousehold(resident, partner);
    const reward = await newReward({ perHousehold: 1, perResident: 5 });
    await buy(partner, reward);
    expect(await mine(reward)).toMatchObject({ why_not: 'household_quota', quota: 1, redeemed: 1 });
  });

  test('the same as redeeming answers, for every reason there is', async () => {
    const merchantId = await newMerchant();
    await giveCoins(resident, 30);
    const full = await newReward({ perResident: 1 });
    await buy(resident, full);
    const rewards = [
      await newReward(),
      await newReward({ from: 2 }),
      await newReward({ until: -2 }),
      await newReward({ stock: 0 }),
      await newReward({ price: 999 }),
      await newReward({ merchantId }),
      full,
    ];
    await closeMerchant(merchantId);
    for (const reward of rewards) {
      const said = (await mine(reward))?.why_not ?? 'nothing';
      const { error } = await resident.api.rpc('redeem_reward', {
        p_reward_id: reward,
        p_idempotency_key: randomUUID(),
      });
      expect(said).toBe(error?.hint ?? 'nothing');
    }
  });
});

describe('a gift to the fund', () => {
  test('is given at once: no voucher, no stock, and no way back', async () => {
    await giveCoins(resident, 30);
    const gift = await newReward({ kind: 'donation', price: 20 });
    expect(await offered(gift)).toEqual({ why_not: null, stock: null, merchant_zh: null });
    const given = await buy(resident, gift);
    expect(given.voucher_code).toBeNull();
    expect(await redemptionOf(given.id)).toMatchObject({
      status: 'used',
      merchant_id: null,
      used_at: expect.any(Date),
    });
    expect(await balanceOf(resident)).toBe(10);
    const refused = await refusal(resident.api.rpc('cancel_redemption', { p_id: given.id }));
    expect(refused).toMatchObject({ status: 409, code: 'gift_is_given' });
    expect(await answer(resident.api.rpc('preview_cancellation', { p_id: given.id }))).toEqual([]);
  });

  test('can be given by many as long as they have coins, and has its quota', async () => {
    await giveCoins(resident, 30);
    const gift = await newReward({ kind: 'donation', price: 10, perResident: 2 });
    await buy(resident, gift);
    await buy(resident, gift);
    expect((await mine(gift))?.why_not).toBe('quota');
  });
});

describe('the picture of a reward', () => {
  const upload = (who: SignedIn, name: string) =>
    who.api.storage.from('reward-pictures').upload(name, photo(), { contentType: 'image/webp' });
  const content = async (picture: string, alt = '一袋红糖') => ({
    merchant_id: await newMerchant(),
    name_zh: '红糖',
    name_en: 'Sugar',
    price: 20,
    stocked: 5,
    is_open: true,
    picture,
    picture_alt_zh: alt,
    picture_alt_en: 'A bag of sugar',
  });
  const save = (who: SignedIn, id: string, form: unknown) =>
    who.api.rpc('save_reward', { p_id: id, p_version: 0, p_content: form as never });

  test('is uploaded by editors, described in words, and seen by everyone', async () => {
    const editor = await signUpStaff('editor');
    const [id, name] = [randomUUID(), randomUUID()];
    expect((await upload(editor, `${id}/${name}.webp`)).error).toBeNull();
    await answer(save(editor, id, await content(`${id}/${name}.webp`)));
    const [seen] = await answer(visitor().from('reward_offers').select('picture').eq('id', id));
    expect(seen?.picture).toBe(`${id}/${name}.webp`);
    const { data } = visitor().storage.from('reward-pictures').getPublicUrl(`${id}/${name}.webp`);
    expect((await fetch(data.publicUrl)).status).toBe(200);
  });

  test('is refused from anybody else, and under any other name', async () => {
    expect((await upload(resident, `${randomUUID()}/${randomUUID()}.webp`)).error).not.toBeNull();
    const editor = await signUpStaff('editor');
    expect((await upload(editor, `${randomUUID()}/picture.webp`)).error).not.toBeNull();
  });

  test('that is not there, belongs to another reward, or is not described is refused', async () => {
    const editor = await signUpStaff('editor');
    const [id, other] = [randomUUID(), randomUUID()];
    await upload(editor, `${other}/${other}.webp`);
    for (const picture of [`${id}/${id}.webp`, `${other}/${other}.webp`]) {
      expect(await refusal(save(editor, id, await content(picture)))).toMatchObject({
        code: 'content_invalid',
        detail: { field: 'picture' },
      });
    }
    const undescribed = await refusal(
      save(editor, other, await content(`${other}/${other}.webp`, ' ')),
    );
    expect(undescribed.detail).toEqual({ field: 'picture_alt_zh' });
  });
});

describe('an editor saves', () => {
  test('kinds, quotas and dates; a donation has neither merchant nor stock, and stays one', async () => {
    const editor = await signUpStaff('editor');
    const form = {
      kind: 'donation',
      name_zh: '捐给绿色生活基金',
      name_en: 'Give to the green-living fund',
      price: 10,
      stocked: 7,
      quota_per_resident: 3,
      quota_per_household: 5,
      valid_from: '2026-12-01',
      valid_until: '2026-12-31',
      is_open: true,
    };
    const id = randomUUID();
    const save = (version: number, content: unknown) =>
      editor.api.rpc('save_reward', { p_id: id, p_version: version, p_content: content as never });
    expect(await answer(save(0, form))).toMatchObject({
      kind: 'donation',
      merchant_id: null,
      stock: 0,
      stocked: 0,
      quota_per_resident: 3,
      quota_per_household: 5,
      valid_from: '2026-12-01',
    });
    const asGoods = { ...form, kind: 'goods', merchant_id: await newMerchant() };
    expect((await refusal(save(1, asGoods))).detail).toEqual({ field: 'kind' });
    const backwards = { ...form, valid_until: '2026-11-30' };
    expect((await refusal(save(1, backwards))).detail).toEqual({ field: 'valid_until' });
  });

  test('a donation only for the whole city', async () => {
    const local = await signUpStaff('editor', { town: 'fotang' });
    const refused = await refusal(
      local.api.rpc('save_reward', {
        p_id: randomUUID(),
        p_version: 0,
        p_content: { kind: 'donation', name_zh: '捐', name_en: 'Give', price: 1 },
      }),
    );
    expect(refused.code).toBe('not_found');
  });

  test('a place with its accessibility, and closes it, which says how many vouchers it refunds', async () => {
    const editor = await signUpStaff('editor');
    const merchantId = await newMerchant();
    const reward = await newReward({ merchantId });
    await giveCoins(resident, 30);
    await buy(resident, reward);
    await buy(resident, reward);
    expect(
      await answer(editor.api.rpc('count_open_vouchers', { p_merchant_id: merchantId })),
    ).toEqual([{ vouchers: 2, coins: 20 }]);
    const form = (is_closed: boolean) => ({
      name_zh: '店',
      name_en: 'Shop',
      town_code: 'fotang',
      address_zh: '佛堂老街 1 号',
      address_en: '1 Old Street, Fotang',
      accessibility_zh: '门口有坡道。',
      accessibility_en: 'A ramp at the door.',
      step_free: true,
      is_closed,
    });
    const save = (version: number, is_closed: boolean) =>
      editor.api.rpc('save_merchant', {
        p_id: merchantId,
        p_version: version,
        p_content: form(is_closed),
      });
    const closed = await answer(save(1, true));
    expect(closed).toMatchObject({ step_free: true, address_zh: '佛堂老街 1 号' });
    expect(closed.closed_at).toBeTruthy();
    expect(await answer(save(1, true))).toEqual(closed);
    expect((await answer(save(2, false))).closed_at).toBeNull();
    const [row] = await sql`select version from public.merchants where id = ${merchantId}`;
    expect(row?.version).toBe(3);
  });
});
