import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { checkCharacter } from '../../src/features/rewards/voucher-code.ts';
import { projectDir } from '../../supabase/local/config.ts';
import { findBrowser } from '../support/browser.ts';
import { readPdf } from '../unit/education/pdf.ts';
import { newPerson, type Person, pointCameraAt, sql } from './education';
import { expect, test } from './fixtures';
import { newShop, newVoucher, type Shop, takingOf } from './merchants';
import { SignInPage } from './people';

const camera = join(projectDir, '.data-test-output-camera', `merchant-${process.pid}.y4m`);
pointCameraAt(camera, 'https://example.com/');
const { executablePath, args } = await findBrowser();

test.use({
  refusals: [400, 401, 404, 409],
  losesAnswers: true,
  permissions: ['camera'],
  launchOptions: {
    executablePath,
    args: [
      ...args,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
    ],
  },
});

let shop: Shop;
let buyer: Person;
test.beforeEach(async () => {
  [shop, buyer] = await Promise.all([newShop(), newPerson()]);
});

const signIn = (page: Page, next: string) =>
  new SignInPage(page).signIn(shop.merchant.email, shop.merchant.password, next);
const said = (page: Page) => page.locator('.said');
async function typeCode(page: Page, code: string) {
  await page.getByLabel('券码').fill(code);
  await page.getByRole('button', { name: '收下这张券' }).click();
}
async function enterPin(page: Page, pin: string) {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: '打开', exact: true }).click();
}
const isClean = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

test('a voucher is taken by camera once, and a QR code that is none is said to be none', async ({
  page,
}) => {
  const code = await newVoucher(shop, buyer);
  await signIn(page, '/merchant/');
  await page.getByRole('button', { name: '扫码' }).click();
  pointCameraAt(camera, 'https://example.com/');
  await page.getByRole('button', { name: '打开摄像头' }).click();
  await expect(said(page)).toHaveText('这个二维码不是兑换券。');
  await page.getByRole('button', { name: '关上摄像头' }).click();
  pointCameraAt(camera, code);
  await page.getByRole('button', { name: '打开摄像头' }).click();
  await expect(said(page)).toContainText(`可以交付${shop.what}`);
  await expect(page.getByRole('cell', { name: code.slice(-4) })).toBeVisible();
  expect(await takingOf(code)).toMatchObject({ used_at: expect.any(Date) });
  await isClean(page);
});

test('a typed code is checked before it is sent, and every result is clear', async ({ page }) => {
  const code = await newVoucher(shop, buyer);
  const late = await newVoucher(shop, buyer);
  await sql`update public.redemptions set issued_at = now() - interval '40 days',
    expires_at = now() - interval '1 day' where voucher_code = ${late}`;
  const elsewhere = await newVoucher(await newShop(), buyer);
  await signIn(page, '/merchant/');

  let sent = 0;
  page.on('request', (request) => {
    if (request.url().includes('/rpc/take_voucher')) sent += 1;
  });
  await typeCode(page, `${code.slice(0, 2)}0${code.slice(3)}`);
  await expect(page.getByRole('alert')).toContainText('第 3 个字符「0」不在券码里');
  await typeCode(page, code.slice(0, 11));
  await expect(page.getByRole('alert')).toContainText('还差 1 个字符');
  expect(sent).toBe(0);

  await typeCode(page, code.toLowerCase());
  await expect(said(page)).toContainText(`可以交付${shop.what}`);
  await expect(page.getByText('共 1 张，7 枚绿币')).toBeVisible();
  await typeCode(page, code);
  await expect(said(page)).toContainText('不要交付这张券已经用过了');
  await typeCode(page, late);
  await expect(said(page)).toContainText('过期');
  await typeCode(page, elsewhere);
  await expect(said(page)).toContainText('这不是本店的兑换券');

  const html = await page.content();
  for (const secret of [buyer.id, buyer.email]) expect(html).not.toContain(secret);
  await isClean(page);
});

test('a taking whose answer was lost waits on the device and is the same taking when asked again', async ({
  page,
}) => {
  const code = await newVoucher(shop, buyer);
  await signIn(page, '/merchant/');
  await page.route('**/rest/v1/rpc/take_voucher', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await typeCode(page, code);
  await expect(said(page)).toContainText('还不知道收没收下');
  const first = await takingOf(code);
  expect(first?.used_at).not.toBeNull();

  await page.reload();
  await expect(page.getByRole('heading', { name: '1 张券还没有等到答复' })).toBeVisible();
  await page.unroute('**/rest/v1/rpc/take_voucher');
  await page.getByRole('button', { name: '现在再问一次' }).click();
  await expect(said(page)).toContainText(`可以交付${shop.what}`);
  await expect(page.getByRole('heading', { name: '还没有等到答复' })).toBeHidden();
  expect(await takingOf(code)).toEqual(first);
});

test('a phone back on the network asks by itself', async ({ page, context }) => {
  const code = await newVoucher(shop, buyer);
  await signIn(page, '/merchant/');
  await typeCode(page, `ABCDEFGHJKL${checkCharacter('ABCDEFGHJKL')}`);
  await expect(said(page)).toContainText('这不是本店的兑换券');
  await context.setOffline(true);
  await typeCode(page, code);
  await expect(said(page)).toContainText('还不知道收没收下');
  await context.setOffline(false);
  await expect(said(page)).toContainText(`可以交付${shop.what}`);
});

test('a tablet takes vouchers by PIN without an account, and five wrong PINs lock it', async ({
  page,
}) => {
  const code = await newVoucher(shop, buyer);
  await signIn(page, '/merchant/tablets/');
  await page.getByLabel('叫什么').fill('门口柜台');
  await page.getByLabel('PIN').fill('1234');
  await page.getByRole('button', { name: '设一台新平板' }).click();
  await expect(page.getByRole('alert')).toContainText('这个 PIN 太好猜');
  await page.getByLabel('PIN').fill('7391');
  await page.getByRole('button', { name: '设一台新平板' }).click();
  await expect(page.getByText('「门口柜台」设好了')).toBeVisible();
  await isClean(page);
  await page.getByRole('button', { name: '就用这台设备' }).click();
  await expect(page).toHaveURL('/merchant/tablet/');
  expect(await page.context().cookies()).toEqual([]);

  await enterPin(page, '7390');
  await expect(page.getByRole('alert')).toContainText('还可以试 4 次');
  await isClean(page);
  for (const left of [3, 2, 1]) {
    await enterPin(page, '7390');
    await expect(page.getByRole('alert')).toContainText(`还可以试 ${left} 次`);
  }
  await enterPin(page, '7390');
  await expect(page.getByRole('alert')).toContainText('锁到');
  await enterPin(page, '7391');
  await expect(page.getByRole('alert')).toContainText('锁到');

  await sql`update private.tablets set locked_until = now() where merchant_id in
    (select merchant_id from public.staff_roles where resident_id = ${shop.merchant.id})`;
  // By keyboard this time.
  await page.getByLabel('输入 PIN').fill('7391');
  await page.keyboard.press('Enter');
  await expect(page.getByText('今天还没有收过券。')).toBeVisible();
  await typeCode(page, code);
  await expect(said(page)).toContainText(`可以交付${shop.what}`);
  await expect(page.getByRole('cell', { name: code.slice(-4) })).toBeVisible();
  const html = await page.content();
  for (const secret of [buyer.id, buyer.email, shop.merchant.email]) {
    expect(html).not.toContain(secret);
  }
  await page.getByRole('button', { name: '锁上' }).click();
  await expect(page.getByLabel('输入 PIN')).toBeVisible();
});

test('a tablet nobody touches for two minutes locks itself, and one that was ended says so', async ({
  page,
  browser,
}) => {
  await signIn(page, '/merchant/tablets/');
  await page.getByLabel('叫什么').fill('二楼');
  await page.getByLabel('PIN').fill('7391');
  await page.getByRole('button', { name: '设一台新平板' }).click();
  const address = await page.locator('[data-tablet-address]').innerText();

  const device = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await device.clock.install();
  await device.goto(address);
  await expect(device).toHaveURL('/merchant/tablet/');
  await enterPin(device, '7391');
  await expect(device.getByRole('button', { name: '锁上' })).toBeVisible();
  await device.clock.fastForward(119_000);
  await device.mouse.click(5, 300);
  await device.clock.fastForward(119_000);
  await expect(device.getByRole('button', { name: '锁上' })).toBeVisible();
  await device.clock.fastForward(2_000);
  await expect(device.getByText('两分钟没人用，已锁上。')).toBeVisible();

  await page.getByRole('button', { name: '作废「二楼」' }).click();
  await page.getByRole('button', { name: '作废', exact: true }).first().click();
  await expect(page.getByText('已作废。')).toBeVisible();
  await enterPin(device, '7391');
  await expect(device.getByRole('alert')).toContainText('这台设备的钥匙已经作废');
  await device.context().close();
});

test('a month’s statement adds up to the vouchers taken, and an administrator pays it once', async ({
  page,
  browser,
}) => {
  for (const day of ['2026-10-02', '2026-10-03']) {
    const code = await newVoucher(shop, buyer);
    await sql`update public.redemptions set status = 'used', take_key = gen_random_uuid(),
      used_at = ${`${day} 10:00+08`} where voucher_code = ${code}`;
  }
  await signIn(page, '/merchant/settlements/');
  const row = page.getByRole('listitem').filter({ hasText: '2026年10月' });
  await expect(row).toContainText('待付');
  await isClean(page);
  const xlsx = await page.request.get('/merchant/settlements/2026-10.xlsx');
  const [, ...lines] = await readSheet(Buffer.from(await xlsx.body()));
  expect(lines.map((line) => line[3])).toEqual([7, 7, 14]);
  const pdf = await page.request.get('/merchant/settlements/2026-10.pdf');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await readPdf(await pdf.body())).text).toContain('合计214');
  expect((await page.request.get('/merchant/settlements/2026-09.pdf')).status()).toBe(404);

  await sql`update private.settings set fen_per_coin = coalesce(fen_per_coin, 10)`;
  const desk = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(desk).signIn('administrator@example.com', undefined, '/bureau/settlements/');
  const [merchant] = await sql`select merchant_id as id from public.staff_roles
    where resident_id = ${shop.merchant.id}`;
  await desk.goto(`/bureau/settlements/${merchant?.id}.2026-10/`);
  await desk.getByRole('button', { name: '记为已付 1.40 元' }).click();
  await expect(desk.getByRole('status')).toContainText('已付 1.40 元，每枚 0.10 元');
  await desk.reload();
  await expect(desk.getByText('已付 1.40 元，每枚 0.10 元')).toBeVisible();
  await expect(desk.getByRole('button', { name: /记为已付/ })).toBeHidden();
  await desk.context().close();
  await page.reload();
  await expect(row).toContainText('1.40 元');
  await expect(row).toContainText('已付');
});
