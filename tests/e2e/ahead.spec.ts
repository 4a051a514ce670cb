import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What the browser says of pages it fetches ahead: address and state. */
async function watchAhead(context: BrowserContext, page: Page) {
  const protocol = await context.newCDPSession(page);
  const states = new Map<string, string>();
  const faults: string[] = [];
  protocol.on('Preload.ruleSetUpdated', ({ ruleSet }) => {
    if (ruleSet.errorType) faults.push(`${ruleSet.errorType}: ${ruleSet.errorMessage}`);
  });
  protocol.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
    states.set(new URL(prefetchUrl).pathname, status);
  });
  await protocol.send('Preload.enable');
  return { states, faults };
}

test('a page is fetched when the pointer rests on its link, under the content policy and without a script', async ({
  context,
  page,
}) => {
  const { states, faults } = await watchAhead(context, page);
  for (const [path, name, next] of [
    ['/cases/brown-sugar/', '指标', '/indicators/'],
    ['/en/events/', 'Projects', '/en/projects/'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).hover();
    await expect.poll(() => states.get(next), { message: next }).toBe('Ready');
  }
  expect(faults).toEqual([]);
});

test('pages of one person are never fetched ahead', async ({ context, page }) => {
  const { states } = await watchAhead(context, page);
  await page.goto('/cases/');
  const menu = page.getByRole('navigation').first();
  for (const name of ['绿币', '我的']) await menu.getByRole('link', { name, exact: true }).hover();
  // A public one after them is: so the others would have been by now.
  await menu.getByRole('link', { name: '指标', exact: true }).hover();
  await expect.poll(() => states.get('/indicators/')).toBe('Ready');
  expect([...states.keys()].filter((path) => /wallet|account/.test(path))).toEqual([]);
});

test('a page fades into the next, and for who wants no motion it does not', async ({ browser }) => {
  for (const [reducedMotion, fades] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    const context = await browser.newContext({ reducedMotion });
    const page = await context.newPage();
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        document.documentElement.dataset.faded = String(
          (event as Event & { viewTransition: unknown }).viewTransition !== null,
        );
      });
    });
    const walk = async () => {
      await page.goto('/cases/');
      await page.getByRole('link', { name: /指标/ }).first().click();
      await expect(page).toHaveURL('/indicators/');
      const html = page.locator('html');
      await expect(html).toHaveAttribute('data-faded', String(fades), { timeout: 1_000 });
    };
    // A browser that is busy leaves a fade out, so it is tried again; for who wants none there is never one.
    if (fades) await expect(walk).toPass({ timeout: 45_000 });
    else await walk();
    await context.close();
  }
});
