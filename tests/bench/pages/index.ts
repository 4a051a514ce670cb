import { type Browser, chromium } from '@playwright/test';
import { zhCN } from '../../../src/i18n/zh-CN.ts';
import { siteUrl } from '../../../supabase/local/config.ts';
import { connect } from '../../../supabase/local/migrate.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { findBrowser } from '../../support/browser.ts';
import { type PageWeight, weighPage } from './measure.ts';
import { type Visit, visits } from './visits.ts';

/** Cookies of somebody who has signed in, as `newContext` takes them. */
async function session(browser: Browser, { config, secrets }: Stack, who: Visit['who']) {
  if (who === 'nobody') return undefined;
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${siteUrl(config)}/sign-in/?next=/account/`);
  await page.getByLabel(zhCN.signIn.email, { exact: true }).fill(`${who}@example.com`);
  await page.getByLabel(zhCN.signIn.password, { exact: true }).fill(secrets.demoPassword);
  await page.getByRole('button', { name: zhCN.signIn.signIn, exact: true }).click();
  await page.waitForURL(`${siteUrl(config)}/account/`);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Something for the moderator to decide: without it the queue is empty and never asks the API. */
async function addWaitingLog(stack: Stack): Promise<void> {
  const sql = connect(stack.database.url);
  await sql`
    insert into public.action_logs (resident_id, action_code, idempotency_key, coins, status)
    select id, 'river-patrol', gen_random_uuid(), 10, 'pending'
    from auth.users where email = 'resident@example.com'`;
  await sql.end();
}

/** Weighs every kind of page in Chromium, each in a browser that has cached nothing. */
export async function measurePages(stack: Stack) {
  await addWaitingLog(stack);
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args,
    // The bench stops everything itself; otherwise Playwright would end it halfway.
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  try {
    const pages: PageWeight[] = [];
    for (const [who, theirs] of Map.groupBy(visits, (visit) => visit.who)) {
      const storageState = await session(browser, stack, who);
      for (const visit of theirs) {
        const context = await browser.newContext({
          locale: 'zh-CN',
          ...(storageState && { storageState }),
        });
        try {
          pages.push(await weighPage(context, stack, visit));
        } catch (cause) {
          throw new Error(`${visit.path} could not be weighed as ${who}.`, { cause });
        }
        await context.close();
      }
    }
    return { browser: browser.version(), pages };
  } finally {
    await browser.close();
  }
}
