import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { behindTheSite } from './behind';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

test.use({ refusals: [409] });

const isClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
};

const setTerms = async (page: Page, fen: string, percent: string) => {
  await page.goto('/bureau/fund/');
  await page.getByLabel('每枚绿币付多少分').fill(fen);
  await page.getByLabel('余额低于所需的百分之几时提醒').fill(percent);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
};

test('an editor is warned when the fund runs low, a pledge ends that, everyone sees it, and a reward the fund does not cover is refused', async ({
  page,
  browser,
}) => {
  const sponsor = `测试商会${Date.now()}`;
  // What an earlier try of this test has pledged is taken back.
  await behindTheSite(
    (sql) => sql`update public.fund_pledges set withdrawn_at = now()
      where sponsor_zh like '测试商会%' and withdrawn_at is null`,
  );
  await new SignInPage(page).signIn('administrator@example.com', undefined, '/bureau/fund/');
  await isClean(page);
  // The 6,000 yuan of the demo are less than three times what the coins of its history cost.
  await setTerms(page, '10', '300');
  const editor = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(editor).signIn('editor@example.com', undefined, '/bureau/rewards/');
  const warning = editor.getByText(/基金快不够了：余额只有所需的 2\d\d%/);
  await expect(warning).toBeVisible();
  await editor.goto('/bureau/rewards/new/');
  await expect(warning).toBeVisible();
  await isClean(editor);

  await page.goto('/bureau/fund/');
  await page.getByRole('link', { name: '记一笔认捐' }).click();
  await page.getByLabel('出钱方（中文）').fill(sponsor);
  await page.getByLabel('出钱方（英文）').fill('Test chamber');
  await page.getByLabel('金额（元）').fill('1234567.80');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await isClean(page);

  await setTerms(page, '10', '120');
  await page.reload();
  await expect(page.getByLabel('每枚绿币付多少分')).toHaveValue('10');
  await expect(page.getByText(/基金够付，余额是所需的 >?\d+%/)).toBeVisible();

  const visitor = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await expect(async () => {
    await visitor.goto('/fund/');
    await expect(visitor.getByText(sponsor)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(visitor.getByRole('listitem').filter({ hasText: sponsor })).toContainText(
    '1,234,567.80 元',
  );
  await expect(visitor.getByText('兑换点每收一枚绿币，基金付 0.10 元。')).toBeVisible();
  await isClean(visitor);
  await visitor.goto(`/transparency/?fresh=${Date.now()}`);
  const books = visitor.locator('#fund');
  await expect(books.getByRole('heading', { level: 3 })).toContainText('所需的 >1000%');
  await expect(books.getByRole('row', { name: '认捐' })).toContainText('567.80');
  await expect(books).toContainText('基金付 10 分');
  await visitor.context().close();

  await editor.reload();
  await expect(warning).toBeHidden();
  await editor.getByLabel('名称（中文）').fill('太多的红糖');
  await editor.getByLabel('名称（英文）').fill('Too much sugar');
  await editor.getByLabel('要多少绿币').fill('1000');
  await editor.getByLabel('备货总数').fill('1000000');
  await editor.getByLabel('现在可以兑换').check();
  await editor.getByRole('button', { name: '保存' }).click();
  await expect(editor.getByRole('alert')).toContainText('基金不够：这样一来可能要付 100,');
  await expect(editor.getByRole('alert')).toContainText('没有保存');
  await editor.context().close();
});
