import { describe, expect, test } from 'vitest';
import { parseSort, sortAfter, sortProjects, sortQuery } from '../../../src/features/plan/sort';
import { townTables } from './resources';

const { projects } = townTables;
const parse = (query: string) => parseSort(new URLSearchParams(query));
const numbers = (query: string, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  sortProjects(projects, parse(query), locale).map(({ number }) => number);

describe('the order an address asks for', () => {
  test('is the plan’s own without any words, and for words nobody knows', () => {
    expect(numbers('')).toEqual(projects.map(({ number }) => number));
    expect(parse('sort=colour&order=sideways')).toEqual(parse(''));
  });

  test('begins with the largest sum when it is by investment', () => {
    expect(numbers('sort=investment').slice(0, 3)).toEqual([4, 20, 27]);
  });

  test('leaves unstated investments at the end both ways, in the plan’s order', () => {
    const open = [31, 32, 33, 34, 35, 36, 37];
    expect(numbers('sort=investment').slice(-7)).toEqual(open);
    expect(numbers('sort=investment&order=asc').slice(-7)).toEqual(open);
    expect(numbers('sort=investment&order=asc')[0]).toBe(19);
  });

  test('keeps the plan’s order among projects of the same years', () => {
    expect(numbers('sort=years').slice(0, 3)).toEqual([1, 8, 9]);
    expect(numbers('sort=years&order=desc')[0]).toBe(13);
  });

  test('follows the letters of the reader’s language by name', () => {
    const [first] = sortProjects(projects, parse('sort=name'), 'en');
    expect(first?.name.en).toMatch(/^[A-C]/);
    expect(numbers('sort=name', 'en')).not.toEqual(numbers('sort=name'));
  });
});

describe('the head of a column', () => {
  test('asks for its own first way, and the second time for the other', () => {
    const once = sortAfter(parse(''), 'investment');
    expect(sortQuery(once)).toEqual({ sort: 'investment' });
    const twice = sortAfter(once, 'investment');
    expect(sortQuery(twice)).toEqual({ sort: 'investment', order: 'asc' });
    expect(sortAfter(twice, 'investment')).toEqual(once);
  });

  test('leaves the address clean for the plan’s own order', () => {
    expect(sortQuery(sortAfter(parse('sort=name'), 'number'))).toEqual({});
    expect(sortQuery(sortAfter(parse(''), 'number'))).toEqual({ sort: 'number', order: 'desc' });
  });
});
