import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkDay } from '../../../src/features/coins/books/check-day.ts';
import { checkReceipt } from '../../../src/features/coins/books/check-receipt.ts';
import { receiptFormat } from '../../../src/features/coins/books/receipt.ts';
import { type ClosedDay, firstBreak } from '../../../src/features/coins/books/seal.ts';
import { addResident } from '../../support/actors.ts';
import { become, type Transaction } from '../../support/database.ts';
import { closeDays, onEmptyBooks, postThen } from '../../support/days.ts';

/** The days as the API gives them: numbers, not the texts in which the driver brings a bigint. */
async function publishedDays(tx: Transaction): Promise<ClosedDay[]> {
  const rows = await tx<{ day: ClosedDay }[]>`
    select to_jsonb(d) - 'closed_at' - 'has_demo' as day
    from public.get_days('2000-01-01', private.shanghai_day()) as d`;
  return rows.map(({ day }) => day);
}

test('what the database publishes holds by what the page of verification checks', async () => {
  const owner = await addResident();
  await onEmptyBooks(async (tx) => {
    const { id, day } = await postThen(tx, { daysAgo: 3, residentId: owner.id, amount: 50 });
    const taken = await postThen(tx, { daysAgo: 3, residentId: owner.id, amount: 7 });
    await postThen(tx, { daysAgo: 3, residentId: owner.id, kind: 'redeem', amount: 20 });
    await postThen(tx, {
      daysAgo: 1,
      residentId: owner.id,
      kind: 'reverse',
      amount: 7,
      correctsId: taken.id,
      actionCode: 'test-action',
    });
    await postThen(tx, { daysAgo: 1, residentId: owner.id, kind: 'expire', amount: 4 });
    await postThen(tx, { daysAgo: 1, residentId: owner.id, kind: 'adjust', amount: 9 });
    await tx`insert into ledger.transfers (resident_id, debit, credit, amount, kind, vintage, action_code,
        reference, idempotency_key, posted_at)
      select ${randomUUID()}, 'issuance', 'wallet', n, 'award', ledger.year_of(), 'test-action', 'test:tree',
        'award:' || n, private.shanghai_midnight(private.shanghai_day() - 3)
      from generate_series(1, 2100) as n`;
    await closeDays(tx);
    const days = await publishedDays(tx);
    expect(days).toHaveLength(3);
    expect(await firstBreak(days)).toBeUndefined();
    for (const one of days) {
      const result = await checkDay({
        day: one,
        signal: new AbortController().signal,
        onProgress: () => {},
        readPage: async (page) => {
          const [row] = await tx`select * from public.get_day_leaves(${one.day}, ${page})`;
          return row as unknown as { pages: number; leaves: string[] };
        },
      });
      expect(result, one.day).toMatchObject({ failed: undefined, differ: [], root: one.root });
    }

    const receipt = await tx.savepoint(async (inner) => {
      await become(inner, owner);
      const [row] = await inner<{ receipt: object }[]>`
        select to_jsonb(r) as receipt from public.get_receipt(${id}) as r`;
      await inner`set local role postgres`;
      return row?.receipt;
    });
    const { seal: _seal, root: _root, day: _day, ...sums } = days[0] as ClosedDay;
    expect(day).toBe(days[0]?.day);
    const file = { ...receipt, format: receiptFormat, sums, seal_before: null };
    expect(await checkReceipt(file as never)).toMatchObject({
      failed: undefined,
      leaf: { kind: 'award', amount: 50 },
    });
  });
});
