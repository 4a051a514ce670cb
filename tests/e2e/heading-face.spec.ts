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

test('the pages of a first visit fetch the first part of the heading face and no more', async ({
  page,
}) => {
  for (const path of ['/', '/cases/brown-sugar/', '/indicators/', '/en/cases/brown-sugar/']) {
    const parts = await partsOf(page, path);
    expect(parts, path).toHaveLength(1);
    expect(parts[0], path).toMatch(/^"?Yiwu Heading-/);
  }
});

test('a heading with other characters fetches the second part', async ({ page }) => {
  const parts = await partsOf(page, '/transparency/');
  expect(parts).toHaveLength(2);
});
