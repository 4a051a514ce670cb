import { expect, test } from './fixtures';

/** The parts of the heading face a page has fetched. */
async function partsOf(page: import('@playwright/test').Page, path: string): Promise<string[]> {
  await page.goto(path);
  return page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter((face) => face.status === 'loaded')
      .map((face) => face.family);
  });
}

test('home and the cases fetch the first part of the heading face and no more', async ({
  page,
}) => {
  for (const path of ['/', '/cases/', '/cases/brown-sugar/', '/en/cases/brown-sugar/']) {
    const parts = await partsOf(page, path);
    expect(parts, path).toHaveLength(1);
    expect(parts[0], path).toMatch(/^"?Yiwu Heading-/);
  }
});

test('a heading with characters of another part fetches that part alone', async ({ page }) => {
  const parts = await partsOf(page, '/indicators/');
  expect(parts).toHaveLength(2);
  expect(parts[1]).toMatch(/^"?Yiwu Heading Rooms-/);
});
