import { type Browser, expect as expectPage, type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ActionPage, newcomer, SignInPage, WalletPage } from './people';

/** A resident with 17 coins: one sorted bag and one visit to the demo base. */
async function residentWithCoins(page: Page) {
  await new SignInPage(page).signUp(newcomer());
  const action = new ActionPage(page);
  await action.log('waste-sorting');
  await expectPage(page.getByText(/已到账/)).toBeVisible();
  await action.log('base-visit', { onsiteCode: 'fst2 yw24' });
  await expectPage(page.getByText(/已到账/)).toBeVisible();
}

async function merchant(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(page).signIn('merchant@example.com', undefined, '/merchant/');
  return page;
}

test.use({ refusals: [404, 409], losesAnswers: true });

test('a resident redeems, the merchant takes the voucher once, and a second take is refused', async ({
  page,
  browser,
}) => {
  await residentWithCoins(page);
  await page.goto('/rewards/');
  await page.getByRole('link', { name: '粗布购物袋一只' }).click();
  await expect(page.getByText('你有 17 枚绿币。')).toBeVisible();
  await page.getByRole('button', { name: '兑换，付 15 枚绿币' }).click();
  await expect(page).toHaveURL(/\/vouchers\/[0-9a-f-]{36}\/$/);
  await expect(page.getByRole('img', { name: '券码的二维码' })).toBeVisible();
  const code = await page.locator('[data-voucher-code]').innerText();
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const voucherAddress = page.url();

  const desk = await merchant(browser);
  await desk.getByLabel('券码').fill(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
  await desk.getByRole('button', { name: '收下这张券' }).click();
  await expect(desk.getByRole('alert')).toContainText('抄错了一处');
  await desk.getByLabel('券码').fill(code.toLowerCase());
  await desk.getByRole('button', { name: '收下这张券' }).click();
  await expect(desk.getByText('收下了：粗布购物袋一只。可以交付了。')).toBeVisible();
  await expect(desk.getByRole('cell', { name: code.slice(-4) })).toBeVisible();
  await desk.getByLabel('券码').fill(code);
  await desk.getByRole('button', { name: '收下这张券' }).click();
  await expect(desk.getByRole('alert')).toContainText('这张券已经用过了');
  await desk.context().close();

  await page.goto(voucherAddress);
  await expect(page.locator('[data-voucher-status]')).toHaveText('已使用');
  expect(await new WalletPage(page).balance()).toBe(2);
});

test('two tabs and a lost answer never spend twice', async ({ page, context }) => {
  await residentWithCoins(page);
  const reward = '/rewards/?reward=33333333-3333-4333-8333-333333333333';
  const other = await context.newPage();
  await page.goto(reward);
  await other.goto(reward);
  const buttons = [page, other].map((tab) =>
    tab.getByRole('button', { name: '兑换，付 10 枚绿币' }),
  );
  for (const button of buttons) await expect(button).toBeEnabled();
  // The first tab's answer is lost on its way back.
  let isCut = true;
  await page.route('**/rest/v1/rpc/redeem_reward', async (route) => {
    if (!isCut) return route.continue();
    await route.fetch();
    isCut = false;
    return route.abort('connectionreset');
  });
  await buttons[0]?.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await buttons[1]?.click();
  await expect(other).toHaveURL(/\/vouchers\//);
  await page.getByRole('button', { name: '兑换，付 10 枚绿币' }).click();
  await expect(page).toHaveURL(other.url());
  expect(await new WalletPage(page).balance()).toBe(7);
});

test('a reward says before the button how many coins are missing', async ({ page }) => {
  await residentWithCoins(page);
  await page.goto('/rewards/?reward=34444444-4444-4444-8444-444444444444');
  const button = page.getByRole('button', { name: '还差 13 枚' });
  await expect(button).toBeVisible();
  await expect(button).toBeDisabled();
});

test("somebody else's voucher is not found", async ({ page, browser }) => {
  await residentWithCoins(page);
  await page.goto('/rewards/?reward=33333333-3333-4333-8333-333333333333');
  await page.getByRole('button', { name: '兑换，付 10 枚绿币' }).click();
  await expect(page).toHaveURL(/\/vouchers\//);
  const stranger = await (await browser.newContext()).newPage();
  await new SignInPage(stranger).signUp(newcomer());
  const answer = await stranger.goto(page.url());
  expect(answer?.status()).toBe(404);
  await stranger.context().close();
});
