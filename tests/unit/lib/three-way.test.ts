import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, conflictsOf, mergeContents } from '../../../src/lib/three-way';

const base = { name: '红糖', price: 20, isOpen: true, tags: ['a'] };

describe('two who changed the same thing', () => {
  test('in different fields have nothing to decide, and keep both changes', () => {
    const mine = { ...base, price: 25 };
    const theirs = { ...base, name: '红糖一小袋' };
    expect(conflictsOf(base, mine, theirs)).toEqual([]);
    expect(mergeContents(base, mine, theirs)).toEqual({ ...base, price: 25, name: '红糖一小袋' });
  });

  test('in the same field decide field by field, and mine stays until they do', () => {
    const mine = { ...base, price: 25, name: '甲' };
    const theirs = { ...base, price: 30, name: '乙' };
    expect(conflictsOf(base, mine, theirs)).toEqual([
      { field: 'name', theirs: '乙', mine: '甲' },
      { field: 'price', theirs: 30, mine: 25 },
    ]);
    expect(mergeContents(base, mine, theirs)).toEqual(mine);
    expect(mergeContents(base, mine, theirs, { price: 'theirs' })).toEqual({ ...mine, price: 30 });
  });

  test('to the same value have nothing to decide, lists included', () => {
    const both = { ...base, tags: ['a', 'b'] };
    expect(conflictsOf(base, both, { ...base, tags: ['a', 'b'] })).toEqual([]);
    expect(changedFields(base, both)).toEqual(['tags']);
  });
});

const content = fc.record({ a: fc.integer({ max: 3, min: 0 }), b: fc.constantFrom('x', 'y', 'z') });

test('nothing typed is lost: every field of the merged content is mine, theirs, or untouched by me', () => {
  fc.assert(
    fc.property(content, content, content, (start, mine, theirs) => {
      const merged = mergeContents(start, mine, theirs);
      for (const field of ['a', 'b'] as const) {
        const isTouched = mine[field] !== start[field];
        expect(merged[field]).toBe(isTouched ? mine[field] : theirs[field]);
      }
      const all = { a: 'theirs', b: 'theirs' } as const;
      for (const { field, theirs: value } of conflictsOf(start, mine, theirs)) {
        expect(mergeContents(start, mine, theirs, all)[field]).toBe(value);
      }
    }),
  );
});
