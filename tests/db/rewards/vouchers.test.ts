import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addResident,
  addStaff,
  type Resident,
  type SignedIn,
  signUp,
  signUpStaff,
  visitor,
} from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { giveCoins, newMerchant, newReward } from '../../support/things.ts';

const take = (merchant: SignedIn, code: string | null, key: string | null = randomUUID()) =>
  merchant.api.rpc('take_voucher', { p_voucher_code: code, p_take_key: key } as never);

let shop: string;
let reward: string;
let merchant: SignedIn;
let buyer: Resident;
let code: string;

/** Buys one, past the API, and gives its code. */
async function buyVoucher(rewardId = reward): Promise<string> {
  await giveCoins(buyer, 10);
  const [row] = await asActor(
    buyer,
    (tx) => tx`select voucher_code from public.redeem_reward(${rewardId}, ${randomUUID()})`,
    { keep: true },
  );
  return row?.voucher_code;
}

const voucher = async (voucherCode: string) => {
  const [row] = await sql`
    select status::text, used_at, take_key from public.redemptions
    where voucher_code = ${voucherCode}`;
  return row;
};

beforeAll(async () => {
  shop = await newMerchant();
  reward = await newReward({ merchantId: shop, stock: 1_000 });
  [merchant, buyer] = [await signUpStaff('merchant', { merchantId: shop }), await addResident()];
});
beforeEach(async () => {
  code = await buyVoucher();
});

describe('taking a voucher', () => {
  test('names the reward and marks the voucher as used', async () => {
    const key = randomUUID();
    const [taken, ...rest] = await answer(take(merchant, code, key));
    expect(rest).toEqual([]);
    expect(taken).toMatchObject({ reward_name_zh: '测试兑换品', reward_name_en: 'Test reward' });
    const row = await voucher(code);
    expect(row).toMatchObject({ status: 'used', take_key: key });
    expect(row?.used_at.getTime()).toBe(Date.parse(String(taken?.used_at)));
  });

  test('tells the merchant nothing about the resident', async () => {
    const [taken] = await answer(take(merchant, code));
    expect(Object.keys(taken ?? {}).sort()).toEqual([
      'reward_name_en',
      'reward_name_zh',
      'used_at',
    ]);
  });

  test.each([
    ['in lower case', (text: string) => text.toLowerCase()],
    ['in groups of four', (text: string) => text.match(/.{4}/g)?.join('-') ?? ''],
    ['with spaces around and between', (text: string) => ` ${[...text].join(' ')}\t\n`],
    [
      'in lower case with both',
      (text: string) => ` ${text.toLowerCase().match(/.{4}/g)?.join(' - ')}`,
    ],
  ])('works with the code typed %s', async (_, typed) => {
    await answer(take(merchant, typed(code)));
    expect((await voucher(code))?.status).toBe('used');
  });

  test('a second time is refused, and says when it was used', async () => {
    const [first] = await answer(take(merchant, code));
    const refused = await refusal(take(merchant, code));
    expect(refused).toMatchObject({ status: 409, code: 'voucher_used' });
    expect(Date.parse(String(refused.detail.used_at))).toBe(Date.parse(String(first?.used_at)));
  });

  test('with the same key again gives the same answer', async () => {
    const key = randomUUID();
    const first = await answer(take(merchant, code, key));
    const before = await voucher(code);
    expect(await answer(take(merchant, code, key))).toEqual(first);
    expect(await voucher(code)).toEqual(before);
  });

  test('with the same key again gives the same answer after the voucher’s time is over', async () => {
    const key = randomUUID();
    const first = await answer(take(merchant, code, key));
    await sql`update public.redemptions set expires_at = now() - interval '1 day'
      where voucher_code = ${code}`;
    expect(await answer(take(merchant, code, key))).toEqual(first);
    expect((await refusal(take(merchant, code))).code).toBe('voucher_used');
  });

  test('whose time is over is refused, and says when that was', async () => {
    const [row] = await sql`
      update public.redemptions set expires_at = now() - interval '1 second'
      where voucher_code = ${code} returning expires_at`;
    const refused = await refusal(take(merchant, code));
    expect(refused).toMatchObject({ status: 409, code: 'voucher_expired' });
    expect(Date.parse(String(refused.detail.expires_at))).toBe(row?.expires_at.getTime());
    expect((await voucher(code))?.status).toBe('issued');
  });

  test('by a merchant that has closed is refused, and what was taken before stays taken', async () => {
    const closing = await newMerchant();
    const [clerk, gift] = [
      await signUpStaff('merchant', { merchantId: closing }),
      await newReward({ merchantId: closing }),
    ];
    const [taken, open, key] = [await buyVoucher(gift), await buyVoucher(gift), randomUUID()];
    const first = await answer(take(clerk, taken, key));
    await sql`update public.merchants set closed_at = now() where id = ${closing}`;
    expect(await refusal(take(clerk, open))).toMatchObject({
      status: 409,
      code: 'voucher_shop_closed',
    });
    expect((await voucher(open))?.status).toBe('issued');
    expect(await answer(take(clerk, taken, key))).toEqual(first);
    expect((await refusal(take(clerk, taken))).code).toBe('voucher_used');
  });

  test('32 times at once on 32 connections works once', async () => {
    const merchants = await Promise.all(times(4, () => addStaff('merchant', { merchantId: shop })));
    const { won, codes } = await race(
      times(32, (turn) => ({
        caller: merchants[turn % 4] as Resident,
        run: (tx) => tx`select * from public.take_voucher(${code}, ${randomUUID()})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ voucher_used: 31 });
  });

  test('32 times at once with one key gives one answer 32 times', async () => {
    const key = randomUUID();
    const { won, refused } = await race(
      times(32, () => ({
        caller: merchant,
        run: (tx) =>
          tx<{ used_at: string }[]>`select used_at::text from public.take_voucher(${code}, ${key})`,
      })),
    );
    expect(refused).toEqual([]);
    expect(won).toHaveLength(32);
    expect(new Set(won.flat().map((row) => row.used_at)).size).toBe(1);
  });

  test('of another merchant is refused as if it did not exist', async () => {
    const elsewhere = await signUpStaff('merchant');
    const theirs = await refusal(take(elsewhere, code));
    const nothing = await refusal(take(elsewhere, 'ABCDEFGHJKLM'));
    expect(theirs).toMatchObject({ status: 404, code: 'voucher_unknown', detail: {} });
    expect(theirs).toEqual(nothing);
    expect((await voucher(code))?.status).toBe('issued');
    await answer(take(merchant, code));
    expect((await refusal(take(elsewhere, code))).code).toBe('voucher_unknown');
  });

  test.each([
    ['an empty code', ''],
    ['no code', null],
    ['a pattern', '%'],
    ['a megabyte', 'A'.repeat(1_000_000)],
  ])('by %s is refused', async (_, text) => {
    const refused = await refusal(take(merchant, text));
    expect(refused).toMatchObject({ status: 404, code: 'voucher_unknown' });
  });

  test('by a code with one wrong character is refused', async () => {
    const wrong = `${code[0] === 'A' ? 'B' : 'A'}${code.slice(1)}`;
    expect((await refusal(take(merchant, wrong))).code).toBe('voucher_unknown');
    expect((await voucher(code))?.status).toBe('issued');
  });

  test('without a key is refused', async () => {
    const refused = await refusal(take(merchant, code, null));
    expect(refused).toMatchObject({ status: 400, code: 'key_missing' });
    expect((await voucher(code))?.status).toBe('issued');
  });

  test('is refused to whoever is no merchant, as if there were nothing to find', async () => {
    const others = [
      await signUp(),
      await signUpStaff('moderator'),
      await signUpStaff('administrator'),
    ];
    for (const one of others) {
      const refused = await refusal(take(one, code));
      expect(refused).toMatchObject({ status: 404, code: 'not_found', detail: {} });
    }
    const refused = await refusal(take({ ...merchant, api: visitor() }, code));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
    expect((await voucher(code))?.status).toBe('issued');
  });

  test('ends with the role', async () => {
    const former = await signUpStaff('merchant', { merchantId: shop });
    await sql`delete from public.staff_roles where resident_id = ${former.id}`;
    expect((await refusal(take(former, code))).code).toBe('not_found');
  });
});

describe('the list of vouchers that were taken', () => {
  const list = (who: SignedIn) => answer(who.api.rpc('list_taken_vouchers'));

  test('shows today’s of the merchant’s own shop, newest first, and not their residents', async () => {
    const second = await buyVoucher();
    const taken = [];
    for (const one of [code, second]) taken.push(...(await answer(take(merchant, one))));
    const [newest, before] = await list(merchant);

    expect(newest).toEqual({
      voucher_ending: second.slice(-4),
      reward_name_zh: '测试兑换品',
      reward_name_en: 'Test reward',
      price: 10,
      used_at: taken[1]?.used_at,
    });
    expect(before?.voucher_ending).toBe(code.slice(-4));
    const text = JSON.stringify(await list(merchant));
    for (const secret of [buyer.id, buyer.email, code, second]) expect(text).not.toContain(secret);
  });

  test('leaves out vouchers that were not taken, or before midnight in Shanghai', async () => {
    const shown = async (voucherCode: string) =>
      (await list(merchant)).some(({ voucher_ending }) => voucher_ending === voucherCode.slice(-4));
    expect(await shown(code)).toBe(false);
    await answer(take(merchant, code));
    expect(await shown(code)).toBe(true);

    const midnight = sql`(now() at time zone 'Asia/Shanghai')::date::timestamp at time zone 'Asia/Shanghai'`;
    await sql`update public.redemptions set used_at = ${midnight} where voucher_code = ${code}`;
    expect(await shown(code)).toBe(true);
    await sql`update public.redemptions set used_at = used_at - interval '1 microsecond'
      where voucher_code = ${code}`;
    expect(await shown(code)).toBe(false);
  });

  test('is empty for another shop, and refused to whoever is no merchant', async () => {
    await answer(take(merchant, code));
    expect(await list(await signUpStaff('merchant'))).toEqual([]);
    for (const one of [await signUp(), await signUpStaff('administrator')]) {
      const refused = await refusal(one.api.rpc('list_taken_vouchers'));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});
