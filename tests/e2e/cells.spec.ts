import { expect, test } from './fixtures';
import { newcomer, SignInPage } from './people';

test.use({ refusals: [409] });

test('one makes a household, the other joins it by its code, and leaves it again', async ({
  page,
  browser,
}) => {
  await new SignInPage(page).signUp(newcomer());
  await page.getByLabel('怎么叫这一户').fill('江边老王家');
  await page.getByRole('button', { name: '合成一户' }).click();
  await expect(page.getByText('加入了「江边老王家」。')).toBeVisible();
  const code = await page.locator('[data-cell-code]').innerText();

  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(other).signUp(newcomer());
  const field = other.getByLabel('邀请码或加入码');
  await field.fill(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
  await other.getByRole('button', { name: '加入' }).click();
  await expect(other.getByText('这个码抄错了一处')).toBeVisible();
  await field.fill(code.toLowerCase());
  await other.getByRole('button', { name: '加入' }).click();
  await expect(other.getByText('2 人，最多 10 人')).toBeVisible();
  await other.getByRole('button', { name: '离开「江边老王家」' }).click();
  await expect(other.getByText(/换过的东西仍算在这一户/)).toBeVisible();
  await other.getByRole('button', { name: '离开', exact: true }).click();
  await expect(other.getByText('已经离开「江边老王家」。')).toBeVisible();
  await other.context().close();

  await page.reload();
  await expect(page.getByText('1 人，最多 10 人')).toBeVisible();
  await page.getByLabel('邀请码或加入码').fill('GREENSCHFTAC');
  await page.getByRole('button', { name: '加入' }).click();
  await expect(page.getByText('加入了「演示小学·佛堂」。')).toBeVisible();
});

test('an editor registers a school, whose code lets a resident in', async ({ page, browser }) => {
  const name = `测试学校${Date.now() % 100_000}`;
  const desk = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(desk).signIn('editor@example.com', undefined, '/bureau/cells/new/');
  await desk.getByLabel('名称（中文）').fill(name);
  await desk.getByLabel('名称（英文）').fill('Test school');
  await desk.getByRole('button', { name: '保存' }).click();
  await expect(desk).toHaveURL(/\/bureau\/cells\/[0-9a-f-]{36}\/$/);
  const code = await desk.locator('[data-cell-code]').innerText();
  await desk.context().close();
  await new SignInPage(page).signUp(newcomer());
  await page.getByLabel('邀请码或加入码').fill(code);
  await page.getByRole('button', { name: '加入' }).click();
  await expect(page.getByText(`加入了「${name}」。`)).toBeVisible();
});
