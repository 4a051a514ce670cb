import { describe, expect, test } from 'vitest';
import { checkDay } from '../../../../src/features/coins/books/check-day.ts';
import { addUp, noSums, parseLeaf } from '../../../../src/features/coins/books/leaf.ts';
import type { ClosedDay } from '../../../../src/features/coins/books/seal.ts';
import { closedDay, leavesOf, sealed } from './day.ts';

const day = '2026-11-20';
const all = leavesOf(day, 25);
const published = closedDay(day, all);

/** Checks leaves against a day, ten a page as if a page were that short. */
async function check(leaves: string[], against: ClosedDay = published, more = {}) {
  const progress: number[] = [];
  const result = await checkDay({
    day: against,
    readPage: async (page) => ({
      pages: Math.ceil(leaves.length / 10),
      leaves: leaves.slice(page * 10, page * 10 + 10),
    }),
    onProgress: (count) => progress.push(count),
    signal: new AbortController().signal,
    ...more,
  });
  return { ...result, progress };
}

describe('a whole day', () => {
  test('adds up from its leaves, page by page', async () => {
    const result = await check(all, published, { receipt: { leaf: all[17], index: 17 } });
    expect(result).toMatchObject({ failed: undefined, differ: [], root: published.root });
    expect(result.sums).toMatchObject({ transfers: 25, issued: 60, spent: 10 });
    expect(result.progress).toEqual([10, 20, 25]);
  });

  test('without transfers has the root of nothing, and nothing is fetched', async () => {
    const result = await check([], closedDay(day, []), {
      readPage: () => Promise.reject(new Error('There is no page.')),
    });
    expect(result.failed).toBeUndefined();
  });

  test.each([
    ['a leaf left out', all.toSpliced(3, 1), 'sums', ['transfers', 'issued']],
    ['a leaf twice', all.toSpliced(3, 0, all[3] ?? ''), 'order', ['transfers', 'issued']],
    ['two leaves changed places', all.with(3, all[5] ?? '').with(5, all[3] ?? ''), 'order', []],
    [
      'a leaf of another day',
      all.with(3, leavesOf('2026-11-19', 4)[3] ?? ''),
      'leaf',
      ['transfers', 'issued'],
    ],
    ['a leaf nobody can read', all.with(3, 'three coins'), 'leaf', ['transfers', 'issued']],
    ['another amount', all.with(3, (all[3] ?? '').replace('|3|', '|30|')), 'sums', ['issued']],
    ['another action', all.with(3, (all[3] ?? '').replace('waste', 'water')), 'root', []],
  ])('with %s does not', async (_, leaves, failed, differ) => {
    expect(await check(leaves)).toMatchObject({ failed, differ });
  });

  test('that is published with other sums does not add up', async () => {
    const { seal: _, ...day } = published;
    const result = await check(all, sealed({ ...day, spent: day.spent + 1 }, null));
    expect(result).toMatchObject({ failed: 'sums', differ: ['spent'] });
  });

  test('that does not hold the receipt says so', async () => {
    const elsewhere = { leaf: all[17], index: 16 };
    expect((await check(all, published, { receipt: elsewhere })).failed).toBe('receipt');
  });

  test('stops when it is asked to', async () => {
    const ending = new AbortController();
    const onProgress = () => ending.abort();
    await expect(check(all, published, { signal: ending.signal, onProgress })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
  });
});

test('every kind of transfer is added to its own sum', () => {
  const sums = noSums();
  for (const [moved, amount] of [
    ['award|issuance|wallet', 1],
    ['reverse|wallet|issuance', 2],
    ['redeem|wallet|redemption', 4],
    ['refund|redemption|wallet', 8],
    ['expire|wallet|expiry', 32],
    ['reverse|expiry|wallet', 16],
    ['adjust|adjustment|wallet', 64],
    ['adjust|wallet|adjustment', 128],
  ] as const) {
    const leaf = parseLeaf(`00000000-0000-4000-8000-000000000000|${day}|${moved}|${amount}|`);
    expect(leaf, moved).toBeDefined();
    if (leaf) addUp(sums, leaf);
  }
  expect(sums).toEqual({
    ...{ transfers: 8, issued: 1, taken_back: 2, spent: 4, refunded: 8, expired: 16 },
    ...{ adjusted_up: 64, adjusted_down: 128 },
  });
});

test.each([
  'award|issuance|wallet|0|',
  'award|issuance|wallet|-3|',
  'award|issuance|wallet|03|',
  'award|issuance|wallet|1e3|',
  'award|issuance|redemption|3|',
  'award|wallet|wallet|3|',
  'gift|issuance|wallet|3|',
  'award|issuance|wallet|3',
  'award|issuance|wallet|3|a|b',
])('%s is no transfer', (text) => {
  expect(parseLeaf(`00000000-0000-4000-8000-000000000000|${day}|${text}`)).toBeUndefined();
});
