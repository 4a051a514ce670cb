import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newcomer, SignInPage, WalletPage } from './people';

test.use({ refusals: [409], losesAnswers: true });

const isClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
};

/** A day of Shanghai so many days ago, as spreadsheets write it: 2026/11/3. */
const slashedDay = (days: number) => {
  const [year, month, day] = new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${year}/${Number(month)}/${Number(day)}`;
};

test('a resident hands a partner their code, the bureau posts its file once, and the coins arrive', async ({
  page,
  browser,
}) => {
  const person = newcomer();
  await new SignInPage(page).signUp(person, '/act/partners/');
  const bikes = page.locator('.card').filter({ hasText: '公共自行车' });
  await bikes.getByRole('button', { name: '领会员码' }).click();
  const code = (await bikes.locator('[data-member-code]').innerText()).trim();
  expect(code).toMatch(/^[2-9A-HJ-NP-TV-Z]{5}-[2-9A-HJ-NP-TV-Z]{5}$/);
  await expect(bikes.getByRole('img', { name: /会员码的二维码/ })).toBeVisible();
  await isClean(page);

  const desk = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(desk).signIn('administrator@example.com', undefined, '/bureau/imports/new/');
  const csv = [
    '会员码;日期;数量',
    `${code.toLowerCase()};${slashedDay(1)};3`,
    `${code};${slashedDay(1)};1`,
    `${code};${slashedDay(-2)};1`,
    `QQQQQ-QQQQQ;${slashedDay(1)};1`,
    `${code};${slashedDay(2)};很多`,
    '',
  ].join('\r\n');
  const name = `rides-${Date.now()}.csv`;
  const pick = async () => {
    await desk.getByLabel('合作方').selectOption({ label: '演示合作方·公共自行车' });
    await desk.getByLabel('CSV 文件').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${csv}`),
    });
    await desk.getByRole('button', { name: '核对这份文件' }).click();
  };
  await pick();
  await expect(desk.getByText('5 行里有 1 行能入账，付 2 绿币。')).toBeVisible();
  const reasons = desk.getByRole('row');
  await expect(reasons.filter({ hasText: '前面有一行已经算了' })).toContainText('3');
  await expect(reasons.filter({ hasText: '日期还没到' })).toContainText('4');
  await expect(reasons.filter({ hasText: '没有这个会员码' })).toContainText('QQQQQ-QQQQQ');
  await expect(reasons.filter({ hasText: '数量不是一个数' })).toContainText('很多');
  await isClean(desk);
  expect(await new WalletPage(page).balance()).toBe(0);

  const arrives = desk.waitForEvent('download');
  await desk.getByRole('button', { name: '下载不能入账的行' }).click();
  const rejected = await arrives;
  expect(rejected.suggestedFilename()).toContain('不能入账的行');
  const lines = (await readFile(await rejected.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines.map((line) => line.split(',').at(0))).toEqual(['\uFEFF行', '3', '4', '5', '6']);
  expect(lines[3]).toMatch(
    /^5,QQQQQ-QQQQQ,\d{4}-\d\d-\d\d,1,没有这个会员码：抄错了，或者已经退出$/,
  );

  // The answer is lost once: what was posted is not posted again.
  await desk.route(
    '**/rpc/post_import',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await desk.getByRole('button', { name: '入账 1 行，付 2 绿币' }).click();
  await expect(desk.getByRole('alert')).toContainText('网络断了');
  await desk.getByRole('button', { name: '入账 1 行，付 2 绿币' }).click();
  await expect(desk.getByText('已入账：1 行，付了 2 绿币。')).toBeVisible();
  expect(await new WalletPage(page).balance()).toBe(2);
  await page.goto('/inbox/');
  await expect(
    page.getByText('「演示合作方·公共自行车」报来你的 1 天，2 枚绿币已到账。', { exact: true }),
  ).toBeVisible();

  await desk.goto('/bureau/imports/new/');
  await pick();
  await expect(desk.getByRole('alert')).toContainText('已经入过账，这次什么也没有动');
  await desk.getByRole('link', { name: '看已经入账的那一次' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(desk.getByText('没有这个会员码：抄错了，或者已经退出')).toBeVisible();
  await isClean(desk);
  expect(await new WalletPage(page).balance()).toBe(2);

  await page.goto('/act/partners/');
  await bikes.getByRole('button', { name: /不再让/ }).click();
  await bikes.getByRole('button', { name: '退出', exact: true }).click();
  await expect(page.getByText(/原来的码作废了/)).toBeVisible();
  await expect(bikes.getByRole('button', { name: '领会员码' })).toBeVisible();
});
