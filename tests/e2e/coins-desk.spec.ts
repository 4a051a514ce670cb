import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { giveRole } from './behind';
import { expect, test } from './fixtures';
import { newcomer, SignInPage, WalletPage } from './people';

const isClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
};

test('coins given by hand wait for a second administrator, and whoever asked cannot decide', async ({
  page,
  browser,
}) => {
  const person = newcomer();
  const reason = `漏记补上 ${Date.now()}`;
  await new SignInPage(page).signUp(person, '/wallet/');

  const asks = await (await browser.newContext()).newPage();
  await new SignInPage(asks).signIn(
    'administrator@example.com',
    undefined,
    '/bureau/adjustments/new/',
  );
  await asks.getByLabel('居民的邮箱').fill(person.email);
  await asks.getByLabel('绿币').fill('25');
  await asks.getByLabel('原因').fill(reason);
  await isClean(asks);
  await asks.getByRole('button', { name: '送出申请' }).click();
  await expect(asks.getByText('已送出，等另一位管理员批复。')).toBeVisible();
  await asks.goto('/bureau/adjustments/');
  await asks.getByRole('row', { name: reason }).getByRole('link').click();
  await expect(asks.getByText('这笔是你申请的，要由另一位管理员批复。')).toBeVisible();
  await expect(asks.getByRole('button', { name: /批准/ })).toHaveCount(0);
  const address = new URL(asks.url()).pathname;
  expect(await new WalletPage(page).balance()).toBe(0);

  const colleague = newcomer();
  const decides = await (await browser.newContext()).newPage();
  await new SignInPage(decides).signUp(colleague);
  await giveRole(colleague.email, 'administrator');
  await decides.goto(address);
  await isClean(decides);
  await decides.getByRole('button', { name: /^批准，记 .?25 枚$/ }).click();
  await expect(decides.getByText('已批准')).toBeVisible();

  expect(await new WalletPage(page).balance()).toBe(25);
  await page.goto('/inbox/');
  await expect(page.getByText(reason).first()).toBeVisible();
  await asks.context().close();
  await decides.context().close();
});

test('an envelope that is used up stops its action with a sentence, and goes on when more is put in', async ({
  page,
  browser,
}) => {
  const desk = await (await browser.newContext()).newPage();
  await new SignInPage(desk).signIn('administrator@example.com', undefined, '/bureau/envelopes/');
  await isClean(desk);
  const row = desk.getByRole('row', { name: '自带购物袋' });
  // How long each lasts, and the price that would last the year.
  await expect(desk.getByRole('row', { name: '绿色出行' })).toContainText(
    /十次里有九次在 .+到 .+之间|够用到年底/,
  );
  const [total = 0, left = 0] = (await row.getByRole('cell').allInnerTexts())
    .slice(0, 2)
    .map((text) => Number(text.replaceAll(',', '')));
  expect(left).toBeGreaterThan(0);
  const setTo = async (coins: number) => {
    await row.getByRole('link', { name: /改额度/ }).click();
    await desk.getByLabel('额度（枚）').fill(String(coins));
    await desk.getByRole('button', { name: '保存' }).click();
    await expect(desk.getByText('额度已改。')).toBeVisible();
  };

  await setTo(total - left);
  await expect(row).toContainText('已经用完，今年不再发。');
  await new SignInPage(page).signUp(newcomer(), '/act/?action=own-bag');
  const sentence = page.getByText('这项行动今年的额度已经用完，暂时不再发绿币。');
  await expect(sentence).toBeVisible();

  await setTo(total);
  await page.reload();
  await expect(page.getByText(/今天还能记 1 次/)).toBeVisible();
  await expect(sentence).toHaveCount(0);
  await page.getByRole('button', { name: '记下来，得 1 枚' }).click();
  await expect(page.getByText('记好了，1 枚绿币已到账。')).toBeVisible();
  await desk.context().close();
});
