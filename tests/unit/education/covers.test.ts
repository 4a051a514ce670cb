import { describe, expect, test } from 'vitest';
import { isWash } from '../../../src/components/vignette/ink';
import { paint } from '../../../src/components/vignette/scene';
import { washes } from '../../../src/components/vignette/washes';
import { type CoverName, coverOf, covers } from '../../../src/features/education/covers';

const names = Object.keys(covers) as CoverName[];
const draw = (name: string, slug: string) => paint(coverOf(name, slug), slug);

describe.each(names)('the cover “%s”', (name) => {
  test('comes out the same each time for the same event', () => {
    expect(draw(name, 'morning')).toEqual(draw(name, 'morning'));
  });

  test('differs from event to event', () => {
    expect(draw(name, 'morning')).not.toEqual(draw(name, 'evening'));
  });

  test('is made of finite numbers and of washes that exist', () => {
    for (const { ink, d } of draw(name, 'morning')) {
      expect(d).toMatch(/^[MlqczZ\d .-]+$/);
      if (isWash(ink)) expect(washes[ink]).toBeDefined();
    }
  });

  test('stays under 16 KB', () => {
    const bytes = draw(name, 'morning').reduce((sum, { d }) => sum + d.length + 24, 0);
    expect(bytes).toBeLessThan(16 * 1024);
  });
});

test('an event whose cover has no drawing wears the river, whatever its name', () => {
  expect(coverOf('constructor', 'morning')).toEqual(coverOf('river', 'morning'));
});
