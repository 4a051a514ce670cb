import { defineConfig } from '@playwright/test';
import { baseURL } from './tests/e2e/global-setup.ts';
import { findBrowser } from './tests/support/browser.ts';

const browser = await findBrowser();
if (!process.env.TEST_WORKER_INDEX) console.log(`Browser: ${browser.found}`);

export default defineConfig({
  testDir: './tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: '.data-test-output',
  fullyParallel: true,
  workers: 2,
  // A second try in CI, where the machine is shared; a test that needs it is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testMatch:
        /(newcomer|redeem|moderation|audit|survey|check-in|merchant|registration|feedback)\.spec\.ts$/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Pages do not fade into each other: a click in the middle of that would have to be repeated.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      args: browser.args,
      // Where no language is set, Chromium cannot write a Chinese file name.
      env: { LANG: 'C.UTF-8', ...process.env },
    },
  },
});
