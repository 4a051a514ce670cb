import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { giveRole, type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { giveCoins, newMerchant, newReward } from '../../support/things.ts';

const contentOf = (merchantId: string, rest: Record<string, unknown> = {}) => ({
  merchant_id: merchantId,
  name_zh: '红糖',
  name_en: 'Brown sugar',
  detail_zh: '一袋',
  detail_en: 'One bag',
  price: 20,
  stocked: 50,
  is_open: true,
  ...rest,
});

const save = (who: SignedIn, id: string, version: number, content: Record<string, unknown>) =>
  who.api.rpc('save_reward', {
    p_id: id,
    p_version: version,
    p_content: content as Record<string, string>,
  });

const auditOf = (id: string) =>
  sql`select act, before, after from public.audit_entries where subject_id = ${id} order by id`;

describe('a reward', () => {
  test('is made with version 0 and its own id, and the same save again is the same reward', async () => {
    const editor = await signUpStaff('editor');
    const [id, merchant] = [randomUUID(), await newMerchant()];
    const made = await answer(save(editor, id, 0, contentOf(merchant)));
    expect(made).toMatchObject({ id, version: 1, stock: 50, stocked: 50, is_open: true });
    const again = await answer(save(editor, id, 0, contentOf(merchant)));
    expect(again).toEqual(made);
    expect(await auditOf(id)).toHaveLength(1);
  });

  test('saved on top of an older version is refused, says who saved when, and stays as it is', async () => {
    const [first, second] = [await signUpStaff('editor'), await signUpStaff('editor')];
    await sql`update public.profiles set display_name = '小王' where resident_id = ${first.id}`;
    const [id, merchant] = [randomUUID(), await newMerchant()];
    await answer(save(first, id, 0, contentOf(merchant)));
    await answer(save(first, id, 1, contentOf(merchant, { price: 25 })));
    const refused = await refusal(save(second, id, 1, contentOf(merchant, { price: 30 })));
    expect(refused).toMatchObject({
      status: 409,
      code: 'newer_version',
      detail: { version: 2, by: '小王' },
    });
    expect(refused.detail.changed_at).toBeTruthy();
    const [row] = await sql`select price::integer, version from public.rewards where id = ${id}`;
    expect(row).toEqual({ price: 25, version: 2 });
    await answer(save(second, id, 2, contentOf(merchant, { price: 30 })));
    expect(await auditOf(id)).toMatchObject([
      { act: 'save_reward', before: null },
      { before: { price: 20, version: 1 }, after: { price: 25, version: 2 } },
      { before: { price: 25 }, after: { price: 30, version: 3 } },
    ]);
  });

  test('that two editors save at once keeps one of them and refuses the other', async () => {
    const editors = [await signUpStaff('editor'), await signUpStaff('editor')];
    const [id, merchant] = [randomUUID(), await newMerchant()];
    await answer(save(editors[0] as SignedIn, id, 0, contentOf(merchant)));
    const outcomes = await Promise.all(
      editors.map((editor, place) =>
        save(editor, id, 1, contentOf(merchant, { price: 40 + place })),
      ),
    );
    expect(outcomes.map(({ error }) => error?.hint ?? 'saved').sort()).toEqual([
      'newer_version',
      'saved',
    ]);
    const [row] = await sql`select version from public.rewards where id = ${id}`;
    expect(row?.version).toBe(2);
  });

  test('is restocked by its total, so that one redeemed in between is not lost and raises no version', async () => {
    const editor = await signUpStaff('editor');
    const buyer = await signUp();
    await giveCoins(buyer, 100);
    const [id, merchant] = [randomUUID(), await newMerchant()];
    await answer(save(editor, id, 0, contentOf(merchant, { stocked: 3 })));
    for (let times = 0; times < 2; times += 1) {
      await answer(
        buyer.api.rpc('redeem_reward', { p_reward_id: id, p_idempotency_key: randomUUID() }),
      );
    }
    const saved = await answer(save(editor, id, 1, contentOf(merchant, { stocked: 10 })));
    expect(saved).toMatchObject({ stock: 8, stocked: 10, version: 2 });
    const refused = await refusal(save(editor, id, 2, contentOf(merchant, { stocked: 1 })));
    expect(refused).toMatchObject({ code: 'stocked_below_redeemed', detail: { redeemed: 2 } });
  });

  test.each([
    ['name_zh', ' '],
    ['name_en', 'x'.repeat(121)],
    ['price', 0],
    ['price', 2.5],
    ['price', null],
    ['stocked', -1],
    ['stocked', '12'],
  ])('with %s %j is refused, and the field is named', async (field, value) => {
    const editor = await signUpStaff('editor');
    const refused = await refusal(
      save(editor, randomUUID(), 0, contentOf(await newMerchant(), { [field]: value })),
    );
    expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
  });

  test('of another town is refused to an editor of one town, as it is and as it would become', async () => {
    const editor = await signUp();
    await giveRole(editor, 'editor', { town: 'suxi' });
    const fotang = await newMerchant();
    expect((await refusal(save(editor, randomUUID(), 0, contentOf(fotang)))).code).toBe(
      'not_found',
    );
    const [suxi] = await sql`insert into public.merchants (name_zh, name_en, town_code)
      values ('苏溪', 'Suxi', 'suxi') returning id`;
    await answer(save(editor, randomUUID(), 0, contentOf(suxi?.id)));
    const elsewhere = await newReward({ merchantId: fotang });
    expect((await refusal(save(editor, elsewhere, 1, contentOf(suxi?.id)))).code).toBe('not_found');
  });

  test('that is closed is seen by editors and by nobody else', async () => {
    const id = await newReward({ isOpen: false });
    const [editor, analyst] = [await signUpStaff('editor'), await signUpStaff('analyst')];
    const seen = (who: SignedIn) => answer(who.api.from('rewards').select('id').eq('id', id));
    expect(await seen(editor)).toEqual([{ id }]);
    expect(await seen(analyst)).toEqual([]);
  });
});

test('a merchant is saved by version too, and one that is gone is not made again', async () => {
  const editor = await signUpStaff('editor');
  const id = randomUUID();
  const merchant = (version: number, name: string) =>
    editor.api.rpc('save_merchant', {
      p_id: id,
      p_version: version,
      p_content: { name_zh: name, name_en: 'Shop', town_code: 'fotang' },
    });
  expect((await refusal(merchant(3, '甲'))).code).toBe('merchant_unknown');
  expect(await answer(merchant(0, '甲'))).toMatchObject({ version: 1 });
  expect(await answer(merchant(1, '乙'))).toMatchObject({ version: 2, name_zh: '乙' });
  expect((await refusal(merchant(1, '丙'))).code).toBe('newer_version');
  expect((await refusal(merchant(0, '丙'))).code).toBe('newer_version');
});

test('an export is written down with its list, its rows and what chose them', async () => {
  const analyst = await signUpStaff('analyst');
  await answer(
    analyst.api.rpc('record_export', {
      p_list: 'surveys',
      p_format: 'xlsx',
      p_rows: 7,
      p_address: 'state=open',
    }),
  );
  const [line] = await sql`select act, subject_kind, subject_id, detail from public.audit_entries
    where actor_id = ${analyst.id}`;
  expect(line).toEqual({
    act: 'export_list',
    subject_kind: 'list',
    subject_id: 'surveys',
    detail: { format: 'xlsx', rows: 7, address: 'state=open' },
  });
});

test('the audit names by e-mail who did something, to administrators only', async () => {
  const [editor, administrator] = [await signUpStaff('editor'), await signUpStaff('administrator')];
  const id = randomUUID();
  await answer(save(editor, id, 0, contentOf(await newMerchant())));
  const lines = (who: SignedIn) =>
    answer(who.api.from('audit_view').select('actor, act').eq('subject_id', id));
  expect(await lines(administrator)).toEqual([{ actor: editor.email, act: 'save_reward' }]);
  expect(await lines(editor)).toEqual([]);
});
