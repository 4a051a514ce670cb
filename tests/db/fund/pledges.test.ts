import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { asActor, become, sql, type Transaction } from '../../support/database.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';

let administrator: SignedIn;
beforeAll(async () => {
  administrator = await signUpStaff('administrator');
});

const contentOf = (rest: Record<string, unknown> = {}) => ({
  kind: 'sponsor',
  sponsor_zh: '测试商会',
  sponsor_en: 'Test chamber',
  fen: 1_234_50,
  pledged_on: '2026-10-01',
  is_withdrawn: false,
  ...rest,
});
const save = (
  id: string,
  version: number,
  content: Record<string, unknown> = contentOf(),
  who = administrator,
) =>
  who.api.rpc('save_pledge', {
    p_id: id,
    p_version: version,
    p_content: content as Record<string, string>,
  });
const auditOf = (id: string) =>
  sql`select act, before, after from public.audit_entries where subject_id = ${id} order by id`;

describe('a pledge', () => {
  test('is added once under its id, written down, and read by everyone', async () => {
    const id = randomUUID();
    const made = await answer(save(id, 0));
    expect(made).toMatchObject({
      id,
      version: 1,
      fen: 123_450,
      withdrawn_at: null,
      is_demo: false,
    });
    expect(await answer(save(id, 0))).toEqual(made);
    expect(await auditOf(id)).toMatchObject([{ act: 'save_pledge', before: null }]);
    const read = visitor().from('fund_pledges').select('sponsor_zh, fen').eq('id', id);
    expect(await answer(read)).toEqual([{ sponsor_zh: '测试商会', fen: 123_450 }]);
  });

  test('that is withdrawn stays, counts no more, and can be taken up again', async () => {
    const id = randomUUID();
    const pledged = async () => (await answer(visitor().rpc('get_fund')))[0]?.pledged ?? 0;
    const before = await pledged();
    await answer(save(id, 0));
    expect(await pledged()).toBe(before + 123_450);
    const withdrawn = await answer(save(id, 1, contentOf({ is_withdrawn: true })));
    expect(withdrawn).toMatchObject({ version: 2, withdrawn_at: expect.any(String) });
    expect(await answer(save(id, 1, contentOf({ is_withdrawn: true })))).toEqual(withdrawn);
    expect(await pledged()).toBe(before);
    await answer(save(id, 2));
    expect(await pledged()).toBe(before + 123_450);
    await answer(save(id, 3, contentOf({ is_withdrawn: true })));
    expect(await auditOf(id)).toHaveLength(4);
  });

  test('is not overwritten by whoever saw an older version', async () => {
    const id = randomUUID();
    await answer(save(id, 0, contentOf({ is_withdrawn: true })));
    const other = { is_withdrawn: true, fen: 1 };
    expect(await refusal(save(id, 0, contentOf(other)))).toMatchObject({
      status: 409,
      code: 'newer_version',
    });
    expect((await refusal(save(randomUUID(), 3))).code).toBe('pledge_unknown');
  });

  test.each<[string, Record<string, unknown>]>([
    ['fen', { fen: 0 }],
    ['fen', { fen: -5 }],
    ['fen', { fen: 1.5 }],
    ['fen', { fen: 1e13 }],
    ['fen', { fen: '100' }],
    ['kind', { kind: 'state' }],
    ['sponsor_zh', { sponsor_zh: '  ' }],
    ['sponsor_en', { sponsor_en: 'x'.repeat(121) }],
    ['pledged_on', { pledged_on: '2999-01-01' }],
    ['pledged_on', { pledged_on: null }],
  ])('with a wrong %s is refused', async (field, wrong) => {
    const refused = await refusal(save(randomUUID(), 0, contentOf(wrong)));
    expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
  });

  test('is for administrators alone', async () => {
    for (const role of ['editor', 'moderator'] as const) {
      const refused = await refusal(save(randomUUID(), 0, contentOf(), await signUpStaff(role)));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect((await refusal(save(randomUUID(), 0, contentOf(), await signUp()))).code).toBe(
      'not_found',
    );
  });
});

/** Settings are one for all, so a test changes them only for itself. */
const withTerms = <Result>(run: (tx: Transaction) => Promise<Result>) =>
  asActor({ role: 'service_role' }, async (tx) => {
    await tx`reset role`;
    await tx`update private.settings set fen_per_coin = null, fund_warn_percent = 120`;
    await become(tx, administrator);
    return run(tx);
  });
const setTerms = (tx: Transaction, fen: number | null, warn: number | null, seen: number | null) =>
  tx`select public.set_fund_terms(${fen}, ${warn}, ${seen}, 120)`;

describe('the terms of the fund', () => {
  test('are set on top of those that were seen, once, and written down', async () => {
    const [terms, entries] = await withTerms(async (tx) => {
      await setTerms(tx, 10, 150, null);
      await setTerms(tx, 10, 150, null);
      await tx`reset role`;
      const [now] = await tx`select fen_per_coin, fund_warn_percent from private.settings`;
      return [
        now,
        await tx`select before, after from public.audit_entries
          where act = 'set_fund_terms' and at = now()`,
      ];
    });
    expect(terms).toEqual({ fen_per_coin: 10, fund_warn_percent: 150 });
    expect(entries).toEqual([
      {
        before: { fen_per_coin: null, warn_percent: 120 },
        after: { fen_per_coin: 10, warn_percent: 150 },
      },
    ]);
  });

  test('that a colleague has changed are not overwritten unseen', async () => {
    const refused = await withTerms((tx) => refusalBy(setTerms(tx, 10, 150, 5)));
    expect(refused).toMatchObject({
      status: 409,
      code: 'terms_changed',
      detail: { fen_per_coin: null, warn_percent: 120 },
    });
  });

  test.each<[number | null, number | null]>([
    [0, 120],
    [100_001, 120],
    [-1, 120],
    [10, 99],
    [10, 1001],
    [10, null],
  ])('of %s fen and %s per cent are refused', async (fen, warn) => {
    const refused = await withTerms((tx) => refusalBy(setTerms(tx, fen, warn, null)));
    expect(refused).toMatchObject({ status: 400, code: 'terms_invalid' });
  });

  test('may be taken back to not set', async () => {
    const terms = await withTerms(async (tx) => {
      await setTerms(tx, 10, 120, null);
      await setTerms(tx, null, 120, 10);
      await tx`reset role`;
      const [now] = await tx`select fen_per_coin from private.settings`;
      return now;
    });
    expect(terms).toEqual({ fen_per_coin: null });
  });
});
