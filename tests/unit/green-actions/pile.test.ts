import { describe, expect, test } from 'vitest';
import {
  currentOf,
  numberOf,
  refill,
  step,
  without,
} from '../../../src/features/green-actions/bureau/judging/pile.ts';

const items = (ids: string) => [...ids].map((id) => ({ id }));
const pile = (ids: string, at: string | undefined = ids[0]) => ({ items: items(ids), at });
const ids = (one: { items: { id: string }[] }) => one.items.map(({ id }) => id).join('');

describe('taking over what is held now', () => {
  test('begins with the first', () => {
    expect(refill(pile('', undefined), items('abc'))).toEqual(pile('abc', 'a'));
    expect(refill(pile('', undefined), [])).toEqual({ items: [], at: undefined });
  });
  test('stays where one looks, and takes away and adds the others', () => {
    expect(refill(pile('abc', 'b'), items('bcd'))).toEqual(pile('bcd', 'b'));
  });
  test('keeps what is looked at even when it is no longer held, in its place', () => {
    expect(ids(refill(pile('abc', 'b'), items('acd')))).toBe('abcd');
    expect(refill(pile('abc', 'b'), items('acd')).at).toBe('b');
  });
  test('goes to another one when asked to, and then lets the one before go', () => {
    expect(refill(pile('abc', 'b'), items('cd'), 'd')).toEqual(pile('cd', 'd'));
  });
  test('begins anew when the one asked for is not held', () => {
    expect(refill(pile('ab', 'a'), items('ab'), 'z')).toEqual(pile('ab', 'a'));
  });
});

describe('taking one away', () => {
  test('looks at the one that follows it, or at the last', () => {
    expect(without(pile('abc', 'b'), 'b')).toEqual(pile('ac', 'c'));
    expect(without(pile('abc', 'c'), 'c')).toEqual(pile('ab', 'b'));
    expect(without(pile('a'), 'a')).toEqual({ items: [], at: undefined });
  });
  test('leaves the look where it is when it was another one', () => {
    expect(without(pile('abc', 'c'), 'a')).toEqual(pile('bc', 'c'));
  });
});

test('stepping goes round in both directions, and stays where there is nothing else', () => {
  expect(step(pile('abc', 'c'), 1).at).toBe('a');
  expect(step(pile('abc', 'a'), -1).at).toBe('c');
  expect(step(pile('a'), 1).at).toBe('a');
  expect(step(pile('', undefined), 1).at).toBeUndefined();
  expect(numberOf(pile('abc', 'b'))).toBe(2);
  expect(currentOf(pile('abc', 'b'))).toEqual({ id: 'b' });
});
