import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { approveLog, rejectAndUndo, rejectLog } from './moderators';
import { ActionPage, newcomer, SignInPage, WalletPage } from './people';
import { photoFile } from './photos';

test.use({ refusals: [400, 404] });

/** Logs an action with a photo, opens its own page and gives the log's id. */
async function logged(page: Page, note: string): Promise<string> {
  await new SignInPage(page).signUp(newcomer());
  await new ActionPage(page).log('river-patrol', { photo: await photoFile(), note });
  await page.getByRole('link', { name: '看这条记录' }).click();
  await expect(page).toHaveURL(/\/act\/log\/[0-9a-f-]{36}\/$/);
  return page.url().split('/').at(-2) ?? '';
}

const status = (page: Page) => page.locator('dd').first();

test('a rejection says why, is appealed against once, and another moderator lets the coins arrive', async ({
  page,
  browser,
}) => {
  const id = await logged(page, '后宅段，捡了两袋');
  await expect(status(page)).toHaveText('等待审核');
  await expect(page.getByRole('img', { name: '「巡河护水」的照片' })).toHaveJSProperty(
    'naturalWidth',
    640,
  );
  await expect(page.getByText('后宅段，捡了两袋')).toBeVisible();

  await rejectLog(id, 'unclear_photo', '太暗了');
  await page.goto('/inbox/');
  await page.getByRole('link', { name: '去看看' }).first().click();
  await expect(page).toHaveURL(`/act/log/${id}/`);
  await expect(status(page)).toHaveText('没有通过');
  await expect(page.getByText('照片看不清，认不出做的是什么。')).toBeVisible();
  await expect(page.getByText('太暗了')).toBeVisible();

  // An empty appeal is answered at the field, and what is written outlives the page.
  await page.getByRole('button', { name: '送出申诉' }).click();
  await expect(page.getByText('请写一句为什么。')).toBeVisible();
  const text = page.getByRole('textbox', { name: '为什么觉得判错了' });
  await text.fill('傍晚拍的，桥上的字放大就看得到');
  await page.reload();
  await expect(text).toHaveValue('傍晚拍的，桥上的字放大就看得到');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: '送出申诉' }).click();
  await expect(page.getByText('由另一位审核员来看，他的决定是最后的')).toBeVisible();
  await expect(status(page)).toHaveText('等待审核');
  await expect(page.getByText('傍晚拍的，桥上的字放大就看得到')).toBeVisible();
  await expect(page.getByRole('button', { name: '送出申诉' })).toHaveCount(0);
  expect(await new WalletPage(page).balance()).toBe(0);

  await approveLog(id);
  await page.goto(`/en/act/log/${id}/`);
  await expect(status(page)).toHaveText('Approved');
  await expect(page.getByText('10 green coins have arrived')).toBeVisible();
  await expect(page.getByText('This was decided on appeal')).toBeVisible();
  expect(await new WalletPage(page).balance()).toBe(10);

  const other = await (await browser.newContext()).newPage();
  await new SignInPage(other).signUp(newcomer());
  expect((await other.goto(`/act/log/${id}/`))?.status()).toBe(404);
  expect((await other.request.get(`/act/log/${id}/photo`)).status()).toBe(404);
  expect((await page.request.get(`/act/log/${id}/photo`)).status()).toBe(200);
  await other.context().close();
});

test('an appeal that is turned down stays turned down, and cannot be made again', async ({
  page,
}) => {
  const id = await logged(page, '稠江');
  await rejectLog(id, 'another_action', '');
  await page.goto('/wallet/');
  await page.getByRole('link', { name: '巡河护水' }).click();
  await page.getByRole('textbox').fill('请再看一眼');
  await page.getByRole('button', { name: '送出申诉' }).click();
  await expect(status(page)).toHaveText('等待审核');
  await rejectLog(id, 'another_action', '还是看不出河');
  await page.reload();
  await expect(status(page)).toHaveText('没有通过');
  await expect(page.getByText('还是看不出河')).toBeVisible();
  await expect(page.getByText('这是申诉后的决定，不再变动。')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('a decision that is taken back leaves the log waiting, and nothing to appeal against', async ({
  page,
}) => {
  const id = await logged(page, '大陈江');
  await rejectAndUndo(id);
  await page.reload();
  await expect(status(page)).toHaveText('等待审核');
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('whoever is not signed in is asked to, and comes back to the log', async ({
  page,
  browser,
}) => {
  const person = newcomer();
  await new SignInPage(page).signUp(person);
  await new ActionPage(page).log('river-patrol', { photo: await photoFile(), note: '江滨' });
  const address = await page.getByRole('link', { name: '看这条记录' }).getAttribute('href');
  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto(address ?? '');
  await new SignInPage(fresh).signInHere(person);
  await expect(fresh).toHaveURL(address ?? '');
  await fresh.context().close();
});
