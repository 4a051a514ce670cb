import type { Browser } from '@playwright/test';
import { faceHasCome } from '../../support/face.ts';

/**
 * What comes over the line, in the bytes that travel, headers included. Without the service worker, whose own
 * requests are not counted with those of a page.
 */
export async function measureVisit(browser: Browser, origin: string, paths: string[]) {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  let bytes = 0;
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const visits: { path: string; bytes: number }[] = [];
  for (const path of paths) {
    bytes = 0;
    await page.goto(`${origin}${path}`);
    await faceHasCome(page);
    await page.waitForLoadState('networkidle');
    visits.push({ path, bytes });
  }
  await context.close();
  return visits;
}
