import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { visitor } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { closeDays, closeOneDay, onEmptyBooks, postThen } from '../../support/days.ts';
import { yearOfBooks } from '../../support/ledger.ts';
import { answer } from '../../support/refusals.ts';

/** Takes back an award of an earlier day as if it had been done then. */
const takeBack = (
  tx: Transaction,
  award: { id: string; residentId: string },
  daysAgo: number,
  amount: number,
) =>
  postThen(tx, {
    daysAgo,
    residentId: award.residentId,
    kind: 'reverse',
    amount,
    correctsId: award.id,
    actionCode: 'clean-plate',
  });

const outlooksOf = async (tx: Transaction) =>
  tx`select * from public.get_envelope_outlooks(${await yearOfBooks()})`;
const outlookOf = async (tx: Transaction, code: string | null) =>
  (await outlooksOf(tx)).find((row) => row.action_code === code);

describe('the months of the books', () => {
  test('add up to the totals of the city, and end with what is held', async () => {
    const { months, totals } = await onEmptyBooks(async (tx) => {
      const who = randomUUID();
      await postThen(tx, { daysAgo: 70, residentId: who, amount: 50 });
      await postThen(tx, { daysAgo: 40, residentId: who, kind: 'redeem', amount: 20 });
      await postThen(tx, { daysAgo: 2, residentId: who, kind: 'adjust', amount: 3 });
      await closeDays(tx);
      return {
        months: await tx`select month::text, days, transfers, issued, spent, adjusted_up, held
          from public.get_book_months()`,
        totals: (await tx`select * from public.get_coin_totals()`)[0],
      };
    });
    const sum = (name: string) => months.reduce((all, month) => all + Number(month[name]), 0);
    expect(months.length).toBeGreaterThanOrEqual(3);
    expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted());
    expect(['days', 'transfers', 'issued', 'spent', 'adjusted_up'].map(sum)).toEqual([
      70, 3, 50, 20, 3,
    ]);
    expect(Number(totals?.held)).toBe(33);
    expect(Number(months.at(-1)?.held)).toBe(33);
    expect(Number(months[0]?.held)).toBe(50);
  });
});

describe('what each action paid', () => {
  test('is given day by day, without the days on which it did not move and without today', async () => {
    const rows = await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 3, actionCode: 'clean-plate', amount: 4 });
      const award = await postThen(tx, { daysAgo: 3, actionCode: 'clean-plate', amount: 6 });
      await postThen(tx, { daysAgo: 2, actionCode: 'own-bag', amount: 1 });
      await takeBack(tx, award, 1, 6);
      await postThen(tx, { daysAgo: 0, actionCode: 'clean-plate', amount: 9 });
      await closeDays(tx);
      return tx`select action_code, transfers, issued, taken_back, cardinality(days) as days
        from public.get_action_days(private.shanghai_day() - 30, private.shanghai_day())`;
    });
    const numbers = rows.map(({ action_code, days, ...row }) => [
      action_code,
      days,
      ...Object.values(row).map((values) => (values as string[]).map(Number)),
    ]);
    expect(numbers).toEqual([
      ['clean-plate', 2, [2, 1], [10, 0], [0, 6]],
      ['own-bag', 1, [1], [1], [0]],
    ]);
  });

  test('keeps to the days that were asked for', async () => {
    const rows = await onEmptyBooks(async (tx) => {
      for (const daysAgo of [9, 5, 2])
        await postThen(tx, { daysAgo, actionCode: 'own-bag', amount: daysAgo });
      await closeDays(tx);
      return tx`select issued from public.get_action_days(private.shanghai_day() - 6, private.shanghai_day() - 3)`;
    });
    expect(rows.map(({ issued }) => issued.map(Number))).toEqual([[5]]);
  });
});

describe('the outlook of an envelope', () => {
  test('counts what is left from closed days, so that an award of today does not move it', async () => {
    const outlook = await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 3, actionCode: 'clean-plate', amount: 40 });
      const award = await postThen(tx, { daysAgo: 2, actionCode: 'clean-plate', amount: 10 });
      await takeBack(tx, award, 1, 10);
      await closeDays(tx);
      const before = await outlooksOf(tx);
      const { residentId } = await postThen(tx, { daysAgo: 0, amount: 1 });
      await tx`select ledger.award(${residentId}, 'clean-plate', 7, 'test', 'award:now', null)`;
      expect(await outlooksOf(tx)).toEqual(before);
      return before.find((row) => row.action_code === 'clean-plate');
    });
    const [paid, remaining, total] = [outlook?.paid, outlook?.remaining, outlook?.total].map(
      Number,
    );
    expect(paid).toBe(40);
    expect(remaining).toBe(Number(total) - 40);
    expect(outlook?.daily.map(Number)).toEqual([40, 10, -10]);
  });

  test('holds 28 days at most, a day on which nothing was paid as 0', async () => {
    const [action, city] = await onEmptyBooks(async (tx) => {
      await postThen(tx, { daysAgo: 60, actionCode: 'own-bag', amount: 9 });
      await postThen(tx, { daysAgo: 28, actionCode: 'own-bag', amount: 3 });
      await postThen(tx, { daysAgo: 1, actionCode: 'clean-plate', amount: 5 });
      await closeDays(tx);
      return [await outlookOf(tx, 'own-bag'), await outlookOf(tx, null)];
    });
    expect(action?.daily.map(Number)).toEqual([3, ...Array<number>(27).fill(0)]);
    expect(city?.daily.map(Number)).toEqual([3, ...Array<number>(26).fill(0), 5]);
    expect([action?.paid, city?.paid].map(Number)).toEqual([12, 17]);
  });

  test('is there before the first day is closed, with everything left', async () => {
    const outlook = await onEmptyBooks((tx) => outlookOf(tx, 'own-bag'));
    expect(outlook).toMatchObject({ paid: '0', daily: [], through: null, has_demo: false });
    expect(outlook?.remaining).toBe(outlook?.total);
  });
});

test('nothing that is published to everyone reads transfers, wallets or what is left this moment', async () => {
  await closeOneDay();
  const holder = await sql.reserve();
  try {
    await holder`begin`;
    await holder`lock table ledger.transfers, ledger.wallets, ledger.envelope_shards in access exclusive mode`;
    const api = visitor();
    const year = await yearOfBooks();
    const range = { p_from: `${year - 1}-01-01`, p_to: `${year + 1}-01-01` };
    const given = await Promise.all([
      answer(api.rpc('get_coin_totals')),
      answer(api.rpc('get_book_months')),
      answer(api.rpc('get_days', range)),
      answer(api.rpc('get_action_days', range)),
      answer(api.rpc('get_envelope_outlooks', { p_year: year })),
      answer(api.rpc('get_last_proof')),
    ]);
    for (const rows of given) expect(rows).not.toHaveLength(0);
  } finally {
    await holder`rollback`;
    holder.release();
  }
});
