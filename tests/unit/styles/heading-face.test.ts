import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

describe('the heading face', () => {
  it('is named on every element a component sets in it, or it would never come there', () => {
    const components = globSync('src/**/*.astro', { cwd: root })
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
      .filter(({ text }) => text.includes('var(--font-heading)'));
    const nameless = components.filter(({ text }) => !/class[^\n]*heading-face/.test(text));
    expect(components).not.toHaveLength(0);
    expect(nameless.map(({ path }) => path)).toEqual([]);
  });
});
