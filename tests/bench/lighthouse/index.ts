import { type Browser, chromium, type LaunchOptions } from '@playwright/test';
import { siteUrl } from '../../../supabase/local/config.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { findBrowser } from '../../support/browser.ts';
import { chineseFonts } from '../../support/face.ts';
import { median } from '../figures.ts';
import { lighthousePages, lighthousePort, lighthouseRuns } from '../settings.ts';
import { audit, type Figures, type Run } from './audit.ts';
import { measureVisit } from './next-page.ts';
import { type Target, targets } from './targets.ts';

/** A case study opened first, then what its readers open next. */
const walk = ['/cases/brown-sugar/', '/cases/fenshuitang/', '/indicators/', '/projects/'];

/** How each browser is started; found out once, because finding one starts it to see whether it runs. */
async function launchOptions(): Promise<LaunchOptions> {
  const { executablePath, args } = await findBrowser();
  return {
    executablePath,
    env: { ...process.env, FONTCONFIG_FILE: chineseFonts() },
    args: [...args, `--remote-debugging-port=${lighthousePort}`],
    // The bench stops everything itself; otherwise Playwright would end it halfway.
    handleSIGINT: false,
    handleSIGTERM: false,
  };
}

/** Does something in a browser that has never been here: Lighthouse would leave what a site remembers. */
async function inNewBrowser<Result>(
  options: LaunchOptions,
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch(options);
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

async function measurePage(origin: string, target: Target, options: LaunchOptions) {
  // The cache of pages is warm, as it is for all readers but one.
  await (await fetch(`${origin}${target.path}`)).arrayBuffer();
  const runs: Run[] = [];
  for (let round = 0; round < lighthouseRuns; round += 1) {
    runs.push(await inNewBrowser(options, () => audit(origin, target, lighthousePort)));
  }
  const names = Object.keys(runs[0]?.figures ?? {}) as (keyof Figures)[];
  const figures = Object.fromEntries(
    names.map((name) => [name, median(runs.map((run) => run.figures[name]))]),
  ) as unknown as Figures;
  return { ...target, ...figures, faults: [...new Set(runs.flatMap(({ faults }) => faults))] };
}

/** Each kind of page as Lighthouse sees it on a slow phone; medians. */
export async function measureLighthouse({ config }: Stack) {
  const origin = siteUrl(config);
  const options = await launchOptions();
  const chosen = targets.filter(({ path }) => !lighthousePages || lighthousePages.includes(path));
  const pages: Awaited<ReturnType<typeof measurePage>>[] = [];
  for (const target of chosen) {
    console.log(`  ${pages.length + 1} of ${chosen.length}: ${target.path}`);
    pages.push(await measurePage(origin, target, options));
  }
  return inNewBrowser(options, async (browser) => ({
    browser: browser.version(),
    runs: lighthouseRuns,
    pages,
    visit: await measureVisit(browser, origin, walk),
  }));
}
