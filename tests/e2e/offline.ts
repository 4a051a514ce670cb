import type { Page } from '@playwright/test';

/** Waits until the worker of the app this page belongs to answers for it; the site's own may have done so before. */
export const appIsKept = (page: Page) =>
  page.waitForFunction(() => {
    const [, app] = /^((?:\/en)?\/(?:check-in|points\/screen)\/)/.exec(location.pathname) ?? [];
    return navigator.serviceWorker.controller?.scriptURL.endsWith(`${app}sw.js`);
  });

/** Waits until the site's worker is there, without opening the page again. */
export const workerIsThere = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

/** Opens the page again once the site's worker is there to answer for it, so that what is opened is kept. */
export async function siteIsKept(page: Page): Promise<void> {
  const isAnswering = () => navigator.serviceWorker.controller?.scriptURL.endsWith('/sw.js');
  await workerIsThere(page);
  await page.reload();
  await page.waitForFunction(isAnswering);
}

/** The addresses kept in one of the site's caches. */
export const keptIn = (page: Page, name: 'pages' | 'personal') =>
  page.evaluate(async (cache) => {
    const requests = await (await caches.open(`${cache}:1`)).keys();
    return requests.map(({ url }) => new URL(url).pathname + new URL(url).search);
  }, name);
