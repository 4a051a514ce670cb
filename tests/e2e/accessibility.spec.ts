import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bothLanguages, inEnglish, publicPages } from './addresses';
import { expect, test } from './fixtures';
import { ActionPage, newcomer, SignInPage } from './people';

test.use({ refusals: [404, 503] });

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`,
  );
}

/** Looks at the open page in light, dark and elder mode, and for anything wider than the screen. */
async function expectAccessible(page: Page) {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await findings(page), `${page.url()} in ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: /长者模式|Elder mode/ }).click();
  expect(await findings(page), `${page.url()} in elder mode`).toEqual([]);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess, `${page.url()} at ${width} px in elder mode scrolls sideways`).toBe(0);
  }
  await page.getByRole('button', { name: /长者模式|Elder mode/ }).click();
}

for (const path of bothLanguages(publicPages)) {
  test(`axe finds nothing on ${path} in light, dark and elder mode`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });
}

test('axe finds nothing on the pages of a resident', async ({ page }) => {
  test.setTimeout(180_000);
  await new SignInPage(page).signUp(newcomer());
  await expectAccessible(page);
  const action = new ActionPage(page);
  await action.log('waste-sorting');
  await expect(page.getByText(/已到账/)).toBeVisible();
  await expectAccessible(page);
  await action.log('base-visit', { onsiteCode: 'FST2SQNL62DR' });
  await expect(page.getByText(/已到账/)).toBeVisible();
  const personal = ['/wallet/', '/wallet/statement/', '/survey/', '/act/?action=river-patrol'];
  for (const path of [...bothLanguages(personal), '/en/account/']) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto('/rewards/?reward=33333333-3333-4333-8333-333333333333');
  await page.getByRole('button', { name: '兑换，付 10 枚绿币' }).click();
  await expect(page).toHaveURL(/\/vouchers\//);
  await expectAccessible(page);
  await page.goto(inEnglish(new URL(page.url()).pathname));
  await expectAccessible(page);
});

for (const [role, path] of [
  ['merchant', '/merchant/'],
  ['merchant', '/en/merchant/'],
  ['moderator', '/bureau/'],
  ['moderator', '/en/bureau/'],
  ['administrator', '/bureau/'],
  ['administrator', '/en/bureau/'],
  ['moderator', '/bureau/moderation/'],
  ['moderator', '/en/bureau/moderation/record/?sort=coins'],
  ['moderator', '/bureau/moderation/audit/'],
  ['moderator', '/en/bureau/moderation/audit/'],
  ['editor', '/bureau/rewards/?low=1'],
  ['editor', '/bureau/rewards/31111111-1111-4111-8111-111111111111/'],
  ['editor', '/en/bureau/merchants/new/'],
  ['analyst', '/bureau/questionnaires/'],
  ['analyst', '/en/bureau/questionnaires/42000001-0000-4000-8000-000000000000/'],
  ['analyst', '/en/bureau/waves/'],
  ['analyst', '/bureau/waves/new/'],
  ['analyst', '/bureau/report/'],
  ['administrator', '/bureau/people/'],
  ['administrator', '/en/bureau/people/roles/'],
  ['administrator', '/bureau/audit/'],
  ['administrator', '/en/bureau/prices/'],
] as const) {
  test(`axe finds nothing on ${path} of a ${role}`, async ({ page }) => {
    await new SignInPage(page).signIn(`${role}@example.com`, undefined, path);
    await expectAccessible(page);
  });
}
