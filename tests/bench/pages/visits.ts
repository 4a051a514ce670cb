import type { Page } from '@playwright/test';
import { fill } from '../../../src/i18n/fill.ts';
import { zhCN } from '../../../src/i18n/zh-CN.ts';
import type { demoAccounts } from '../../../supabase/local/demo.ts';
import { bothLanguages, contentPages } from '../../e2e/addresses.ts';

/** One page as one person opens it. */
export interface Visit {
  path: string;
  who: 'nobody' | (typeof demoAccounts)[number]['role'];
  /** Content pages have a budget of their own, and no islands. */
  isContent: boolean;
  /** What makes the page ask the API for the first time, which fetches the Supabase client. */
  ask?: 'by itself' | ((page: Page) => Promise<void>);
}

const submit = (page: Page) => page.locator('astro-island button[type=submit]').first().click();

async function signIn(page: Page) {
  await page.getByLabel(zhCN.signIn.email, { exact: true }).fill('resident@example.com');
  await page.getByLabel(zhCN.signIn.password, { exact: true }).fill('not-the-password');
  await submit(page);
}

async function answerSurvey(page: Page) {
  const total = 9;
  for (let step = 1; step <= total; step += 1) {
    await page.getByText(fill(zhCN.survey.progress, { step, total })).waitFor();
    const choices = page.getByRole('radio').or(page.getByRole('checkbox'));
    // The last choice is “don't know”, which brings up no further question.
    if (await choices.count()) await choices.last().check();
    await submit(page);
  }
  await submit(page);
  await page.getByRole('button', { name: zhCN.survey.send, exact: true }).click();
}

async function takeVoucher(page: Page) {
  // Twelve equal characters pass for a code that was copied rightly.
  await page.getByLabel(zhCN.merchant.code).fill('2'.repeat(12));
  await submit(page);
}

async function grantRole(page: Page) {
  await page.getByLabel(zhCN.bureau.email, { exact: true }).fill('resident@example.com');
  await submit(page);
}

const action = '/act/?action=waste-sorting';
const reward = '/rewards/?reward=33333333-3333-4333-8333-333333333333';

const island = (who: Visit['who'], path: string, ask?: Visit['ask']): Visit => ({
  path,
  who,
  isContent: false,
  ...(ask && { ask }),
});

export const visits: Visit[] = [
  ...bothLanguages(contentPages).map((path): Visit => ({ path, who: 'nobody', isContent: true })),
  island('nobody', '/sign-in/', signIn),
  ...[action, reward, '/survey/', '/wallet/', '/account/', '/merchant/'].map((path) =>
    island('nobody', path),
  ),
  island('resident', action, submit),
  island('resident', reward, 'by itself'),
  island('resident', '/survey/', answerSurvey),
  island('resident', '/wallet/'),
  island('resident', '/account/', submit),
  island('merchant', '/merchant/', takeVoucher),
  island('moderator', '/bureau/moderation/', 'by itself'),
  island('moderator', '/bureau/moderation/audit/', 'by itself'),
  island('administrator', '/bureau/people/', grantRole),
];
