import { type Browser, chromium } from '@playwright/test';
import { siteUrl } from '../../../supabase/local/config.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { findBrowser } from '../../support/browser.ts';
import { median } from '../figures.ts';
import { lighthousePages, lighthousePort, lighthouseRuns } from '../settings.ts';
import { audit, type Figures, type Run } from './audit.ts';
import { measureVisit } from './next-page.ts';
import { type Target, targets } from './targets.ts';

/** A case study opened first, then what its readers open next. */
const walk = ['/cases/brown-sugar/', '/cases/fenshuitang/', '/indicators/', '/projects/'];

async function measurePage(origin: string, target: Target) {
  const runs: Run[] = [];
  for (let round = 0; round < lighthouseRuns; round += 1) {
    runs.push(await audit(origin, target, lighthousePort));
  }
  const names = Object.keys(runs[0]?.figures ?? {}) as (keyof Figures)[];
  const figures = Object.fromEntries(
    names.map((name) => [name, median(runs.map((run) => run.figures[name]))]),
  ) as unknown as Figures;
  return { ...target, ...figures, faults: [...new Set(runs.flatMap(({ faults }) => faults))] };
}

async function measureAll(browser: Browser, origin: string) {
  const chosen = targets.filter(({ path }) => !lighthousePages || lighthousePages.includes(path));
  const pages = [];
  for (const target of chosen) {
    // The cache of pages is warm, as it is for all readers but one.
    await (await fetch(`${origin}${target.path}`)).arrayBuffer();
    pages.push(await measurePage(origin, target));
  }
  const visit = await measureVisit(browser, origin, walk);
  return { browser: browser.version(), runs: lighthouseRuns, pages, visit };
}

/** Each kind of page as Lighthouse sees it on a slow phone; medians. */
export async function measureLighthouse({ config }: Stack) {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${lighthousePort}`],
    // The bench stops everything itself; otherwise Playwright would end it halfway.
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  try {
    return await measureAll(browser, siteUrl(config));
  } finally {
    await browser.close();
  }
}
