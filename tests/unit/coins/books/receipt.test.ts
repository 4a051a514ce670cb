import { describe, expect, test } from 'vitest';
import { checkReceipt } from '../../../../src/features/coins/books/check-receipt.ts';
import {
  parseReceipt,
  type Receipt,
  receiptFragment,
  receiptText,
  textOfFragment,
} from '../../../../src/features/coins/books/receipt.ts';
import { closedDay, leavesOf, receiptOf } from './day.ts';

const day = '2026-11-20';
const leaves = leavesOf(day, 13);
const receipt = receiptOf(leaves, 6, closedDay(day, leaves));
const failure = async (changed: Partial<Receipt>) =>
  (await checkReceipt({ ...receipt, ...changed })).failed;

describe('a receipt', () => {
  test('holds at every place of its day', async () => {
    for (let index = 0; index < leaves.length; index += 1) {
      const one = receiptOf(leaves, index, closedDay(day, leaves));
      expect((await checkReceipt(one)).failed, `place ${index}`).toBeUndefined();
    }
  });

  test('of the only transfer of a day holds', async () => {
    const [only = ''] = leaves;
    const one = receiptOf([only], 0, closedDay(day, [only]));
    expect(one.path).toEqual([]);
    expect(await checkReceipt(one)).toMatchObject({ failed: undefined, leaf: { amount: 3 } });
  });

  test('with another amount no longer leads to the root', async () => {
    expect(await failure({ leaf: receipt.leaf.replace('|3|', '|4|') })).toBe('path');
  });

  test.each<[string, Partial<Receipt>]>([
    ['another place', { index: 7 }],
    ['a root of its own', { root: 'ab'.repeat(32) }],
    ['a step too few', { path: receipt.path.slice(1) }],
  ])('with %s fails on the way to the root', async (_, changed) => {
    expect(await failure(changed)).toBe('path');
  });

  test.each<[string, Partial<Receipt>]>([
    ['a leaf of another day', { leaf: receipt.leaf.replace(day, '2026-11-21') }],
    ['a leaf that is none', { leaf: 'ten coins' }],
    ['a place beyond the last', { index: 13 }],
    ['another number of leaves than the day has', { size: 14 }],
  ])('with %s fails at once', async (_, changed) => {
    expect(await failure(changed)).toBe('leaf');
  });

  test.each<[string, Partial<Receipt>]>([
    ['other sums', { sums: { ...receipt.sums, issued: receipt.sums.issued + 1 } }],
    ['other coins held', { sums: { ...receipt.sums, held: 1 } }],
    ['another day before', { seal_before: 'cd'.repeat(32) }],
    ['a seal of its own', { seal: 'cd'.repeat(32) }],
  ])('with %s fails at the seal', async (_, changed) => {
    expect(await failure(changed)).toBe('seal');
  });
});

describe('a file', () => {
  test('is read as it was written, and from the part of an address that stays in the browser', () => {
    expect(parseReceipt(receiptText(receipt))).toEqual(receipt);
    const address = new URL(`https://example.com/verify/${receiptFragment(receipt)}`);
    expect(parseReceipt(textOfFragment(address.hash) ?? '')).toEqual(receipt);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'receipt'],
    ['another form', JSON.stringify({ ...receipt, format: 'yiwu-receipt-2' })],
    ['a root that is no hash', JSON.stringify({ ...receipt, root: 'abc' })],
    ['a path without end', JSON.stringify({ ...receipt, path: Array(41).fill(receipt.root) })],
    ['half a coin', JSON.stringify({ ...receipt, sums: { ...receipt.sums, issued: 0.5 } })],
    ['no sums', JSON.stringify({ ...receipt, sums: null })],
    ['a sum too few', JSON.stringify({ ...receipt, sums: { ...receipt.sums, held: undefined } })],
    ['a sum as text', JSON.stringify({ ...receipt, sums: { ...receipt.sums, spent: '3' } })],
    ['fewer than no transfers', JSON.stringify({ ...receipt, size: -1 })],
    ['a place without number', JSON.stringify({ ...receipt, index: null })],
    ['a path that is none', JSON.stringify({ ...receipt, path: receipt.root })],
    ['a path of other things', JSON.stringify({ ...receipt, path: [1] })],
    ['no seal before, not even null', JSON.stringify({ ...receipt, seal_before: undefined })],
    ['no seal', JSON.stringify({ ...receipt, seal: undefined })],
    ['a day that is none', JSON.stringify({ ...receipt, day: 20261120 })],
    ['a leaf that is a list', JSON.stringify({ ...receipt, leaf: [receipt.leaf] })],
    ['a list', '[]'],
    ['a number', '7'],
    ['a text', '"receipt"'],
    ['null', 'null'],
  ])('that holds %s is no receipt', (_, text) => {
    expect(parseReceipt(text)).toBeUndefined();
  });

  test.each(['', '#', '#receipt=', '#receipt=%%%', '#receipt=a', '#main'])(
    'is not found in %j',
    (fragment) => {
      expect(parseReceipt(textOfFragment(fragment) ?? '')).toBeUndefined();
    },
  );
});
