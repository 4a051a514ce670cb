import { type Browser, expect as expectPage, type Page } from '@playwright/test';
import { readPdf } from '../unit/education/pdf';
import { expect, test } from './fixtures';
import { ActionPage, newcomer, SignInPage, WalletPage } from './people';
import { scan } from './points';

/** A resident with 17 coins: one sorted bag and one visit to the demo base. */
async function residentWithCoins(page: Page) {
  await new SignInPage(page).signUp(newcomer());
  const action = new ActionPage(page);
  await action.log('waste-sorting');
  await expectPage(page.getByText(/已到账/)).toBeVisible();
  await action.log('base-visit', { onsiteCode: 'fst2 sqnl 62dr' });
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
  await expect(desk.getByRole('alert')).toContainText('有一个字符抄错了');
  await desk.getByLabel('券码').fill(code.toLowerCase());
  await desk.getByRole('button', { name: '收下这张券' }).click();
  await expect(desk.getByRole('status')).toContainText('可以交付粗布购物袋一只');
  await expect(desk.getByRole('cell', { name: code.slice(-4) })).toBeVisible();
  await desk.getByLabel('券码').fill(code);
  await desk.getByRole('button', { name: '收下这张券' }).click();
  await expect(desk.getByRole('status')).toContainText('这张券已经用过了');
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

const offer = (digit: string) =>
  `/rewards/?reward=34${digit.repeat(6)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
const bag = '/rewards/?reward=32222222-2222-4222-8222-222222222222';
const bus = '/rewards/?reward=33333333-3333-4333-8333-333333333333';

/** Redeems two bus rides and stands before the voucher. */
async function redeemBus(page: Page) {
  await page.goto(bus);
  await page.getByRole('button', { name: '兑换，付 10 枚绿币' }).click();
  await expect(page).toHaveURL(/\/vouchers\/[0-9a-f-]{36}\/$/);
}

test('a reward says to everyone before the button what stands in its way, and has no button then', async ({
  page,
}) => {
  for (const [path, sentence] of [
    [offer('6'), /开始才能换/],
    [offer('7'), '已换完，补了货会再放上来。'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole('button', { name: /兑换/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: '登录后兑换' })).toHaveCount(0);
  }
  await page.goto('/rewards/');
  const card = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(card('修一次自行车').getByText('还没开始')).toBeVisible();
  await expect(card('竹编小篮').getByText('已换完')).toBeVisible();
});

for (const [language, address, place, rest] of [
  ['Chinese', bag, '好不好走', ['门口到柜台没有台阶', '门口有坡道', '每人最多 1 份', '物品']],
  ['English', `/en${bag}`, 'Getting in', ['No step', 'ramp', '1 per person at most', 'Goods']],
] as const) {
  test(`a reward says in ${language} what it is, who may have how many, and how one gets in there`, async ({
    page,
  }) => {
    await page.goto(address);
    const words = page.getByRole('article');
    await expect(words.getByText(place, { exact: true })).toBeVisible();
    for (const part of rest) await expect(words).toContainText(part);
  });
}

test('a reward says to a resident what they miss: coins, or their share', async ({ page }) => {
  await residentWithCoins(page);
  await page.goto('/rewards/?reward=34444444-4444-4444-8444-444444444444');
  await expect(page.getByText('还差 13 枚绿币。')).toBeVisible();
  await expect(page.getByRole('button', { name: /兑换/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: '去攒绿币' })).toBeVisible();
  await page.goto(bag);
  await page.getByRole('button', { name: '兑换，付 15 枚绿币' }).click();
  await expect(page).toHaveURL(/\/vouchers\//);
  await page.goto(bag);
  await expect(page.getByText('你已经换满 1 份，这件每人最多这么多。')).toBeVisible();
  await expect(page.getByRole('button', { name: /兑换/ })).toHaveCount(0);
  await page.goto('/rewards/');
  const tag = page.getByRole('listitem').filter({ hasText: '粗布购物袋一只' }).getByText('已换满');
  await expect(tag).toBeVisible();
});

test('a voucher is given back by keyboard, its coins return, and the shop does not take it', async ({
  page,
  browser,
}) => {
  await residentWithCoins(page);
  await page.goto('/rewards/');
  await page.getByRole('link', { name: '粗布购物袋一只' }).click();
  await page.getByRole('button', { name: '兑换，付 15 枚绿币' }).click();
  await expect(page).toHaveURL(/\/vouchers\/[0-9a-f-]{36}\/$/);
  const code = await page.locator('[data-voucher-code]').innerText();
  await expect(page.getByRole('button', { name: '退掉这张券' })).toBeEnabled();
  await page.getByRole('button', { name: '退掉这张券' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '15 枚绿币退回账户' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '确定退掉' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-voucher-status]')).toHaveText('已退回');
  await expect(page.getByRole('button', { name: '退掉这张券' })).toHaveCount(0);
  expect(await new WalletPage(page).balance()).toBe(17);
  const desk = await merchant(browser);
  await desk.getByLabel('券码').fill(code);
  await desk.getByRole('button', { name: '收下这张券' }).click();
  await expect(desk.getByRole('status')).toContainText('这张券已经退掉了');
  await desk.context().close();
});

test('a voucher that was opened is shown without a network as it stood, until its resident signs out', async ({
  page,
  context,
}) => {
  await residentWithCoins(page);
  await redeemBus(page);
  const code = await page.locator('[data-voucher-code]').innerText();
  await expect(page.getByText('没有网络也能打开')).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('[data-voucher-code]')).toHaveText(code);
  expect(await scan(page.getByRole('img', { name: '券码的二维码' }))).toBe(
    code.replaceAll('-', ''),
  );
  await expect(page.getByText(/现在连不上。这是 .* 时的样子/)).toBeVisible();
  await expect(page.getByRole('button', { name: '退掉这张券' })).toBeHidden();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText(/现在连不上。这是/)).toBeHidden();
  const address = page.url();
  await page.goto('/account/');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page).toHaveURL('/');
  await context.setOffline(true);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: '现在没有网络' })).toBeVisible();
  await expect(page.locator('[data-voucher-code]')).toHaveCount(0);
});

test('a voucher prints on one page with its code, its place and room for a stamp', async ({
  page,
}) => {
  await residentWithCoins(page);
  await redeemBus(page);
  // In English: where no Chinese face is installed, the text of a PDF has no Chinese.
  await page.goto(`/en${new URL(page.url()).pathname}`);
  const code = await page.locator('[data-voucher-code]').innerText();
  const { pages, text } = await readPdf(await page.pdf({ format: 'A4' }));
  expect(pages).toBe(1);
  for (const part of [code, 'Twobusrides', 'Stamp', 'Gooduntil']) expect(text).toContain(part);
  expect(text).not.toContain('Givethisvoucherback');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await scan(page.getByRole('img', { name: 'QR code of the voucher code' }))).toBe(
    code.replaceAll('-', ''),
  );
});

test('a gift to the fund is given at once, and is neither collected nor taken back', async ({
  page,
}) => {
  await residentWithCoins(page);
  await page.goto(offer('8'));
  await page.getByRole('button', { name: '捐出 5 枚绿币' }).click();
  await expect(page.getByText('捐出了 5 枚，谢谢你。')).toBeVisible();
  expect(await new WalletPage(page).balance()).toBe(12);
  await page.getByRole('link', { name: '捐五枚' }).click();
  await expect(page.getByRole('heading', { name: '捐给绿色生活基金' })).toBeVisible();
  await expect(page.getByRole('button', { name: '退掉这张券' })).toHaveCount(0);
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
