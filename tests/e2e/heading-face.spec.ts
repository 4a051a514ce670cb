import type { Page } from '@playwright/test';
import { faceHasCome } from '../support/face.ts';
import { expect, test } from './fixtures';

/** The first part has no range. */
const everything = 'U+0-10FFFF';

/** The parts of the heading face a page has fetched, by the characters they are for. */
async function partsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await faceHasCome(page);
  return page.evaluate(() =>
    [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.unicodeRange),
  );
}

/** Whether the page asked for the face when its text already stood, and not before. */
async function waitedForText(page: Page): Promise<boolean> {
  await faceHasCome(page);
  return page.evaluate(() => {
    const [text] = performance.getEntriesByName('first-contentful-paint');
    const faces = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /woff2$/.test(name));
    if (!text || faces.length === 0) throw new Error('The page drew no text or asked for no face.');
    return faces.every(({ startTime }) => startTime > text.startTime);
  });
}

test('home, the cases and the plan fetch the first part of the heading face and no more', async ({
  page,
}) => {
  const cases = ['/', '/cases/', '/cases/brown-sugar/', '/en/cases/brown-sugar/'];
  const plan = ['/indicators/', '/projects/', '/heritage/', '/towns/fotang/'];
  for (const path of [...cases, ...plan]) {
    expect(await partsOf(page, path), path).toEqual([everything]);
  }
});

test('a heading with characters of another part fetches that part alone', async ({ page }) => {
  const [first, ...others] = await partsOf(page, '/sign-in/');
  expect(first).toBe(everything);
  // 登 stands in the headings of this room and in no other's.
  expect(others).toEqual([expect.stringMatching(/U\+767B\b/i)]);
});

test('a first visit shows its text before it asks for the face, a later one sets it at once', async ({
  page,
}) => {
  await page.goto('/cases/brown-sugar/');
  expect(await waitedForText(page)).toBe(true);
  await page.goto('/cases/fenshuitang/');
  expect(await waitedForText(page)).toBe(false);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('headings have their face all the same', async ({ page }) => {
    const face = page.waitForResponse(/heading\..*woff2$/);
    await page.goto('/cases/brown-sugar/');
    expect((await face).status()).toBe(200);
  });
});
