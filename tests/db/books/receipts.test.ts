import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addResident, type Resident } from '../../support/actors.ts';
import { anonymous, become, type Transaction } from '../../support/database.ts';
import { closeDays, onEmptyBooks, postThen } from '../../support/days.ts';
import { auditPath } from '../../support/merkle.ts';
import { refusalBy } from '../../support/refusals.ts';

/** Asks for a receipt as somebody, within a transaction of the superuser. */
async function receiptAs(tx: Transaction, resident: Resident, id: string) {
  return tx.savepoint(async (inner) => {
    await become(inner, resident);
    const [row] = await inner`select * from public.get_receipt(${id})`;
    await inner`set local role postgres`;
    return row;
  });
}

describe('a receipt', () => {
  test.each([0, 1, 6, 1022, 1023, 1024, 2047, 2048])(
    'among %d others carries the path of RFC 6962 to the published root',
    async (others) => {
      const owner = await addResident();
      const found = await onEmptyBooks(async (tx) => {
        const mine = await postThen(tx, { residentId: owner.id });
        await tx`insert into ledger.transfers (resident_id, debit, credit, amount, kind, vintage, action_code,
            reference, idempotency_key, posted_at)
          select gen_random_uuid(), 'issuance', 'wallet', n, 'award', ledger.year_of(), 'test-action', 'test:tree', 'award:' || n,
            now() - interval '1 day' from generate_series(1, ${others}::integer) as n`;
        await closeDays(tx);
        const [days] = await tx`select root from ledger.days order by day desc limit 1`;
        const pages =
          await tx`select leaves from ledger.day_pages where day = private.shanghai_day() - 1 order by page`;
        return {
          mine,
          receipt: await receiptAs(tx, owner, mine.id),
          root: days?.root as Buffer,
          leaves: pages.flatMap((page) => page.leaves.split('\n') as string[]),
        };
      });
      const { receipt, leaves, mine } = found;
      const index = leaves.findIndex((leaf) => leaf.startsWith(mine.receipt));
      expect(receipt?.leaf).toBe(leaves[index]);
      expect(receipt?.index).toBe(index);
      expect(Number(receipt?.size)).toBe(others + 1);
      expect(receipt?.path).toEqual(auditPath(index, leaves));
      expect(receipt?.root).toBe(found.root.toString('hex'));
    },
  );

  test('of somebody else is not to be had, and does not say whether it is there', async () => {
    const [owner, other] = [await addResident(), await addResident()];
    await onEmptyBooks(async (tx) => {
      const theirs = await postThen(tx, { residentId: owner.id });
      await closeDays(tx);
      const refused = await refusalBy(receiptAs(tx, other, theirs.id));
      const unknown = await refusalBy(receiptAs(tx, other, '999999999'));
      expect(refused).toMatchObject({ status: 404, code: 'receipt_unknown' });
      expect(refused).toMatchObject({
        code: unknown.code,
        message: unknown.message,
        detail: unknown.detail,
      });
    });
  });

  test('of today waits until the day is closed, and says which', async () => {
    const owner = await addResident();
    await onEmptyBooks(async (tx) => {
      const mine = await postThen(tx, { residentId: owner.id, daysAgo: 0, at: '00:00' });
      await closeDays(tx);
      const refused = await refusalBy(receiptAs(tx, owner, mine.id));
      expect(refused).toMatchObject({
        status: 409,
        code: 'day_is_open',
        detail: { day: mine.day },
      });
    });
  });

  test('is nothing for a visitor', async () => {
    await onEmptyBooks(async (tx) => {
      await become(tx, anonymous);
      const refused = await refusalBy(
        tx.savepoint((inner) => inner`select * from public.get_receipt(1)`),
      );
      expect(refused.sqlState).toBe('42501');
    });
  });

  test('of the same number in another wallet is their own', async () => {
    const [one, two] = [await addResident(), await addResident()];
    await onEmptyBooks(async (tx) => {
      const first = await postThen(tx, { residentId: one.id, amount: 11 });
      const second = await postThen(tx, { residentId: two.id, amount: 22, receipt: randomUUID() });
      await closeDays(tx);
      expect((await receiptAs(tx, one, first.id))?.leaf).toContain('|11|');
      expect((await receiptAs(tx, two, second.id))?.leaf).toContain('|22|');
    });
  });
});
