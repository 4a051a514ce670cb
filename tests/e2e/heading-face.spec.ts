import { expect, test } from './fixtures';

/** The first part has no range. */
const everything = 'U+0-10FFFF';

/** The parts of the heading face a page has fetched, by the characters they are for. */
async function partsOf(page: import('@playwright/test').Page, path: string): Promise<string[]> {
  await page.goto(path);
  return page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter((face) => face.status === 'loaded')
      .map((face) => face.unicodeRange);
  });
}

test('home and the cases fetch the first part of the heading face and no more', async ({
  page,
}) => {
  for (const path of ['/', '/cases/', '/cases/brown-sugar/', '/en/cases/brown-sugar/']) {
    const parts = await partsOf(page, path);
    expect(parts, path).toEqual([everything]);
  }
});

test('a heading with characters of other parts fetches those parts alone', async ({ page }) => {
  const [first, ...others] = await partsOf(page, '/indicators/');
  expect(first).toBe(everything);
  // What several rooms have, and what the plan names: 指 is of its indicators alone.
  expect(others).toHaveLength(2);
  expect(others.filter((range) => /U\+6307\b/i.test(range))).toHaveLength(1);
});
