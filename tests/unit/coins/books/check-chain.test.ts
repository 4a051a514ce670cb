import { expect, test } from 'vitest';
import { checkChain } from '../../../../src/features/coins/books/check-chain.ts';
import { type ClosedDay, dayAfter } from '../../../../src/features/coins/books/seal.ts';
import { closedDay, leavesOf } from './day.ts';

const books: ClosedDay[] = [];
for (let place = 0; place < 12; place += 1) {
  const day = dayAfter('2026-01-01', place);
  const { held, seal } = books.at(-1) ?? { held: 0, seal: null };
  books.push(closedDay(day, leavesOf(day, place % 4), { held, seal }));
}

/** Checks days that are published five at a time. */
async function check(
  from: string,
  to: string,
  options: { kept?: string; days?: ClosedDay[] } = {},
) {
  const progress: number[] = [];
  const result = await checkChain({
    ...{ from, to, kept: options.kept ?? '' },
    read: async (first, last) =>
      (options.days ?? books).filter(({ day }) => day >= first && day <= last).slice(0, 5),
    onProgress: (days) => progress.push(days),
  });
  return { ...result, progress };
}

test('a range that is fetched bit by bit is one chain', async () => {
  expect(await check('2026-01-03', '2026-01-12')).toEqual({
    ...{ count: 10, first: '2026-01-03', last: '2026-01-12', isBeginning: false },
    ...{ broken: undefined, kept: undefined, progress: [5, 10] },
  });
});

test('a range that begins before the books says where they begin', async () => {
  expect(await check('2025-12-01', '2026-01-02')).toMatchObject({
    ...{ count: 2, first: '2026-01-01', isBeginning: true, broken: undefined },
  });
});

test('a range in which nothing is published is empty', async () => {
  expect(await check('2027-01-01', '2027-02-01')).toMatchObject({ count: 0, isBeginning: false });
});

test('the first day of a later part must follow from the last day of the one before', async () => {
  const days = books.with(6, { ...(books[6] as ClosedDay), seal: 'ab'.repeat(32) });
  expect(await check('2026-01-02', '2026-01-12', { days })).toMatchObject({
    broken: { day: '2026-01-07', fact: 'seal' },
    progress: [5, 10],
  });
});

test('a seal that was kept is found at its day, or missing', async () => {
  const kept = books[8]?.seal ?? '';
  expect(await check('2026-01-01', '2026-01-12', { kept })).toMatchObject({ kept: '2026-01-09' });
  expect(await check('2026-01-01', '2026-01-05', { kept })).toMatchObject({ kept: 'missing' });
});
