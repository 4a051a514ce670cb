import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addResident,
  addStaff,
  type Resident,
  type SignedIn,
  type StaffRole,
  signUpStaff,
  visitor,
} from '../../support/actors.ts';
import { asActor, sql, type Transaction } from '../../support/database.ts';
import { daysAgo, join, post } from '../../support/imports.ts';
import { race } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { balanceOf, newAction } from '../../support/things.ts';

let administrator: SignedIn;
let colleague: Resident;
beforeAll(async () => {
  administrator = await signUpStaff('administrator');
  colleague = await addStaff('administrator');
});

let action: string;
let id: string;
beforeEach(async () => {
  [action, id] = [await newAction({ coins: 3 }), randomUUID()];
});

const contentOf = (rest: Record<string, unknown> = {}) => ({
  name_zh: '测试图书馆',
  name_en: 'Test library',
  unit_zh: '本',
  unit_en: 'books',
  action_code: action,
  is_open: true,
  ...rest,
});
const save = (version: number, content: unknown = contentOf(), of = id) =>
  administrator.api.rpc('save_partner', {
    p_id: of,
    p_version: version,
    p_content: content as Record<string, string>,
  });
const saveIn = (tx: Transaction, content: Record<string, unknown>) =>
  tx`select public.save_partner(${id}, 0, ${JSON.stringify(content)}::text::jsonb)`;
const stored = () => sql`
  select name_zh, action_code, is_open, version from public.partners where id = ${id}`;
const auditOf = () =>
  sql`select act, before, after from public.audit_entries where subject_id = ${id} order by id`;

describe('a partner', () => {
  test('is added once under its id, written down, and says to nobody who changed it', async () => {
    const made = await answer(save(0));
    expect(made).toMatchObject({ id, version: 1, ...contentOf(), is_demo: false });
    expect(made.changed_by).toBeNull();
    expect(await answer(save(0))).toEqual(made);
    expect(await auditOf()).toMatchObject([
      { act: 'save_partner', before: null, after: { name_zh: '测试图书馆' } },
    ]);
    const read = visitor().from('partners').select('name_zh, unit_en').eq('id', id);
    expect(await answer(read)).toEqual([{ name_zh: '测试图书馆', unit_en: 'books' }]);
    expect((await refusal(visitor().from('partners').select('changed_by'))).sqlState).toBe('42501');
  });

  test('takes no part unless it is said that it does, and is then not shown', async () => {
    const { is_open: _, ...silent } = contentOf();
    expect((await answer(save(0, silent))).is_open).toBe(false);
    expect(await answer(visitor().from('partners').select('id').eq('id', id))).toEqual([]);
    expect((await refusalBy(join(await addResident(), id))).code).toBe('partner_closed');
  });

  test('reports for another action from the moment that is saved', async () => {
    const [resident, other] = [await addResident(), await newAction({ coins: 7 })];
    await answer(save(0));
    const member = await join(resident, id);
    const report = async (days: number) =>
      post(colleague, {
        partner: id,
        rows: [{ member, date: await daysAgo(days), quantity: '1' }],
      });
    await report(2);
    await answer(save(1, contentOf({ action_code: other })));
    await report(1);
    const paid = await sql`select action_code, amount::integer from ledger.transfers
      where resident_id = ${resident.id} order by id`;
    expect([...paid]).toEqual([
      { action_code: action, amount: 3 },
      { action_code: other, amount: 7 },
    ]);
    expect(await balanceOf(resident)).toBe(10);
  });

  test('is not overwritten by whoever saw an older version', async () => {
    await answer(save(0));
    await answer(save(1, contentOf({ name_zh: '新名字' })));
    expect(await refusal(save(1, contentOf({ name_zh: '别的名字' })))).toMatchObject({
      status: 409,
      code: 'newer_version',
      detail: { version: 2 },
    });
    expect(await stored()).toMatchObject([{ name_zh: '新名字', version: 2 }]);
    expect(await auditOf()).toHaveLength(2);
  });

  test('is one, when two administrators add it under one id in the same moment', async () => {
    const { won, codes } = await race(
      ['甲', '乙'].map((name_zh) => ({
        caller: colleague,
        run: (tx: Transaction) => saveIn(tx, contentOf({ name_zh })),
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ newer_version: 1 });
    expect(await stored()).toHaveLength(1);
  });
});

describe('saving a partner is refused', () => {
  test.each<[string, string, unknown]>([
    ['a name of spaces', 'name_zh', ' '],
    ['a name of 61 characters', 'name_zh', '名'.repeat(61)],
    ['no English name', 'name_en', null],
    ['an empty unit', 'unit_zh', ''],
    ['a unit of a megabyte', 'unit_en', 'x'.repeat(1_000_000)],
    ['an action that is not on the list', 'action_code', 'space-travel'],
    ['no action', 'action_code', null],
  ])('with %s', async (_, field, value) => {
    expect(await refusal(save(0, contentOf({ [field]: value })))).toMatchObject({
      status: 400,
      code: 'content_invalid',
      detail: { field },
    });
    expect(await stored()).toEqual([]);
  });

  test.each(['check_in', 'feedback'] as const)(
    'for an action proved by %s, which would be paid a second time',
    async (proof) => {
      const other = await newAction({ proof, review: 'moderator' });
      expect(await refusal(save(0, contentOf({ action_code: other })))).toMatchObject({
        code: 'content_invalid',
        detail: { field: 'action_code' },
      });
    },
  );

  test('where there is none to change, or no version', async () => {
    expect(await refusal(save(3))).toMatchObject({ status: 404, code: 'partner_unknown' });
    expect((await refusal(save(null as never))).code).toBe('key_missing');
    expect((await refusal(save(0, []))).code).toBe('content_invalid');
    expect(await stored()).toEqual([]);
  });

  test.each<[StaffRole | 'resident']>([
    ['resident'],
    ['moderator'],
    ['editor'],
    ['analyst'],
    ['merchant'],
  ])('to a %s', async (role) => {
    const caller = role === 'resident' ? await addResident() : await addStaff(role);
    const refused = await refusalBy(asActor(caller, (tx) => saveIn(tx, contentOf())));
    expect(refused).toMatchObject({ status: 404, code: 'not_found' });
    expect(await stored()).toEqual([]);
  });
});
