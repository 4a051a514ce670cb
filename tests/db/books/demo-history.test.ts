import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectDir } from '../../../supabase/local/config.ts';
import { brokenFacts } from '../../support/books.ts';
import { sql, type Transaction } from '../../support/database.ts';
import { onEmptyBooks, postThen } from '../../support/days.ts';

const history = readFileSync(join(projectDir, 'supabase/seed/demo-history.sql'), 'utf8');

// What was undone still lies in the tables, and the tests after this one would read past it.
afterAll(() => sql`vacuum ledger.transfers, ledger.wallets, ledger.day_actions`);

const sumsOf = async (tx: Transaction) => {
  const [row] = await tx<Record<string, number>[]>`
    select count(*)::integer as days, count(*) filter (where has_demo)::integer as demo, min(transfers)::integer as fewest,
      sum(issued)::integer as issued, sum(taken_back)::integer as taken_back, sum(spent)::integer as spent,
      sum(refunded)::integer as refunded, sum(adjusted_up)::integer as adjusted_up from ledger.days`;
  return row ?? {};
};

test('the demo history is ninety closed days whose books balance, all marked as demo', async () => {
  const sums = await onEmptyBooks(async (tx) => {
    await tx.unsafe(history);
    expect(await brokenFacts(tx)).toEqual([]);
    const [foreign] =
      await tx`select count(*)::integer as count from ledger.transfers where reference not like 'demo:%'`;
    expect(foreign?.count).toBe(0);
    return sumsOf(tx);
  });
  expect(sums).toMatchObject({ days: 90, demo: 90 });
  for (const name of ['fewest', 'issued', 'taken_back', 'spent', 'refunded', 'adjusted_up']) {
    expect(sums[name], name).toBeGreaterThan(0);
  }
});

test('is written once', async () => {
  await onEmptyBooks(async (tx) => {
    await tx.unsafe(history);
    const before = await sumsOf(tx);
    await tx.unsafe(history);
    expect(await sumsOf(tx)).toEqual(before);
  });
});

test('is not written into books that have begun', async () => {
  await onEmptyBooks(async (tx) => {
    await postThen(tx, { daysAgo: 2 });
    await tx.unsafe(history);
    expect(await sumsOf(tx)).toMatchObject({ days: 2, demo: 0 });
  });
});

test('keeps the age of coins when the year turned within the ninety days', async () => {
  const [only = ''] = history.split('do $$\nbegin');
  const inJanuary = only
    .replace(
      'v_today date := private.shanghai_day();',
      `v_today date := make_date(ledger.year_of() + 1, 1, 20);`,
    )
    .replace('ledger.enter_books();', 'ledger.year_of() + 1;');
  await onEmptyBooks(async (tx) => {
    await tx.unsafe(inJanuary);
    expect(await brokenFacts(tx)).toEqual([]);
    const [wallets] = await tx`select count(*) filter (where older > 0)::integer as older,
      count(*) filter (where older < balance)::integer as newer from ledger.wallets`;
    expect(wallets?.older).toBeGreaterThan(0);
    expect(wallets?.newer).toBeGreaterThan(0);
  });
});
