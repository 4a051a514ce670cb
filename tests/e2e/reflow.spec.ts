import type { Page } from '@playwright/test';
import { bothLanguages, publicPages } from './addresses';
import { expect, test } from './fixtures';
import { lossesOf } from './reflow';

test.use({ refusals: [404, 503] });
test.setTimeout(600_000);

/** Every public page in both languages, and what is lost on each. */
async function lossesEverywhere(page: Page) {
  const found: Record<string, string[]> = {};
  for (const path of bothLanguages(publicPages)) {
    await page.goto(path);
    const losses = await lossesOf(page);
    if (losses.length > 0) found[path] = losses;
  }
  return found;
}

/** Doubles the text, as the setting of the browser does. */
async function doubleText(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

test.describe('at 400 % zoom', () => {
  // A window of 1280 pixels, zoomed in four times.
  test.use({ viewport: { width: 320, height: 256 } });

  test('no public page scrolls sideways or loses a word', async ({ page }) => {
    expect(await lossesEverywhere(page)).toEqual({});
  });
});

test('no public page loses a word when text is twice as large', async ({ page }) => {
  await doubleText(page);
  await page.goto('/');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
    '32px',
  );
  expect(await lossesEverywhere(page)).toEqual({});
});

test.describe('in elder mode on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test('no public page scrolls sideways or loses a word', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: '长者模式' }).click();
    expect(await lossesEverywhere(page)).toEqual({});
  });
});
