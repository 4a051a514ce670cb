import { expect, test } from './fixtures';
import { SignInPage } from './people';
import { photoFile } from './photos';

test('an editor puts up a reward with a picture and limits, and everyone sees both', async ({
  page,
  browser,
}) => {
  const name = `测试毛巾${Date.now() % 100_000}`;
  await new SignInPage(page).signIn('editor@example.com', undefined, '/bureau/rewards/new/');
  await page.getByLabel('名称（中文）').fill(name);
  await page.getByLabel('名称（英文）').fill('Test towel');
  await page.getByLabel('备货总数').fill('5');
  await page.getByLabel('每户最多几份').fill('2');
  await page.getByLabel('照片', { exact: true }).setInputFiles(await photoFile());
  await expect(page.getByRole('img', { name: '现在的照片' })).toBeVisible();
  await page.getByLabel('照片上是什么（中文）').fill('一条叠好的毛巾');
  await page.getByLabel('照片上是什么（英文）').fill('A folded towel');
  await page.getByLabel('现在可以兑换').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存。')).toBeVisible();

  const visitor = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  // The list is kept for a moment, and who comes first after that is still shown the one before.
  await expect(async () => {
    await visitor.goto('/rewards/');
    await expect(visitor.getByRole('link', { name })).toBeVisible({ timeout: 100 });
  }).toPass();
  await visitor.getByRole('link', { name }).click();
  const picture = visitor.getByRole('img', { name: '一条叠好的毛巾' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(visitor.getByText('每户最多 2 份')).toBeVisible();
  await visitor.context().close();
});

test('an editor who closes a shop is told first what that gives back', async ({ page }) => {
  const name = `测试店${Date.now() % 100_000}`;
  await new SignInPage(page).signIn('editor@example.com', undefined, '/bureau/merchants/new/');
  await page.getByLabel('名称（中文）').fill(name);
  await page.getByLabel('名称（英文）').fill('Test shop');
  await page.getByLabel('好不好走（中文）').fill('门口有坡道。');
  await page.getByLabel('门口到柜台的台阶').selectOption('没有台阶');
  await page.getByLabel('已停业').check();
  await expect(page.getByText('现在没有未用的券。')).toBeVisible();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
  await page.goto('/bureau/merchants/');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('是');
});
