import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readPdf } from '../unit/education/pdf';
import { expect, test } from './fixtures';
import { appIsKept } from './offline';
import { newcomer, SignInPage, WalletPage } from './people';
import { newPoint, scan } from './points';

test.use({ refusals: [400, 409] });

const record = (page: Page) => page.getByRole('button', { name: '记下来，得 15 枚' });
const shownCode = (page: Page) => page.locator('[data-point-code]').getAttribute('data-point-code');

test('a resident scans a screen, signs up, and gets the coins; an old code says that it is old', async ({
  page,
  browser,
}) => {
  const point = await newPoint('screen');
  const screen = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await screen.goto(`/points/screen/#${point.fragment}`);
  await expect(screen.getByRole('heading', { name: point.name })).toBeVisible();
  const link = await scan(screen.getByRole('img', { name: '打卡二维码' }));
  expect(link).toContain(`/act/?code=${point.handle}`);

  // Somebody photographed the screen five minutes ago and passes it on.
  await page.goto(`/act/?code=${point.codeAt(Date.now() - 300_000)}`);
  await expect(page.getByText(`你在「${point.name}」`)).toBeVisible();
  await page.getByRole('link', { name: '登录或注册' }).click();
  await new SignInPage(page).signUpHere(newcomer());
  await expect(page.getByText(`你在「${point.name}」`)).toBeVisible();
  await record(page).click();
  await expect(page.getByText('屏幕上的码已经换了。')).toBeVisible();
  expect(await new WalletPage(page).balance()).toBe(0);

  await page.goto(await scan(screen.getByRole('img', { name: '打卡二维码' })));
  await record(page).click();
  await expect(page.getByText('记好了，15 枚绿币已到账。')).toBeVisible();
  expect(await new WalletPage(page).balance()).toBe(15);
  await screen.context().close();
});

test('a code that is read and not scanned leads to its action, and a poster counts once a day', async ({
  page,
}) => {
  const point = await newPoint('printed');
  await new SignInPage(page).signUp(newcomer());
  await page.goto('/act/');
  const box = page.getByLabel('手里有打卡码');
  await box.fill('zzzz-2222-2222');
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有找到这个码的打卡点')).toBeVisible();
  await box.fill(point.printed.toLowerCase().replace(/(.{4})(?=.)/g, '$1 '));
  await page.getByRole('button', { name: '用这个码' }).click();
  await expect(page.getByText(`你在「${point.name}」`)).toBeVisible();
  await record(page).click();
  await expect(page.getByText('记好了，15 枚绿币已到账。')).toBeVisible();

  await page.goto(`/act/?code=${point.printed}`);
  await record(page).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await new WalletPage(page).balance()).toBe(15);
});

test('a point with a place says how near one has to come, and what to do without a position', async ({
  page,
  context,
}) => {
  const point = await newPoint('printed', { latitude: 29.3, longitude: 120.07 });
  await new SignInPage(page).signUp(newcomer());
  await page.goto(`/act/?code=${point.printed}`);
  await expect(page.getByText('只拿来比一比远近，不保存')).toBeVisible();
  await page.getByLabel('说两句（可不写）').fill('到村口了');
  await context.clearPermissions();
  await record(page).click();
  await expect(page.getByText('手机没有给出位置，写好的内容还在。')).toBeVisible();
  await expect(page.getByLabel('说两句（可不写）')).toHaveValue('到村口了');
  await expect(
    page.getByRole('listitem').filter({ hasText: '演示打卡点·分水塘村口' }),
  ).toBeVisible();

  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 29.31, longitude: 120.07, accuracy: 10 });
  await record(page).click();
  await expect(page.getByText('离打卡点还远，走到 100 米以内再记。')).toBeVisible();
  await context.setGeolocation({ latitude: 29.3005, longitude: 120.07, accuracy: 10 });
  await record(page).click();
  await expect(page.getByText('记好了，15 枚绿币已到账。')).toBeVisible();
});

test.describe('a screen without network', () => {
  test.use({ losesAnswers: true });

  test('opens again, and shows the code of the right minute after two hours of sleep', async ({
    page,
    context,
  }) => {
    const point = await newPoint('screen');
    await page.goto(`/points/screen/#${point.fragment}`);
    await expect(page.getByRole('heading', { name: point.name })).toBeVisible();
    await appIsKept(page);
    await context.setOffline(true);
    await page.clock.install();
    await page.reload();
    await expect(page.getByRole('heading', { name: point.name })).toBeVisible();
    await page.clock.fastForward('02:00:00');
    await expect
      .poll(async () => (await shownCode(page)) === point.codeAt(Date.now() + 7_200_000))
      .toBe(true);

    // The clock of the device is two hours ahead now: the server's time is taken as soon as there is one.
    await context.setOffline(false);
    await expect(page.getByText('这台设备的钟不准')).toBeVisible();
    await expect.poll(async () => (await shownCode(page)) === point.codeAt(Date.now())).toBe(true);
  });
});

test('an editor makes a point, prints its poster, and a new secret ends the old one', async ({
  page,
  browser,
}) => {
  const name = `测试展厅 ${Date.now()}`;
  await new SignInPage(page).signIn('editor@example.com', undefined, '/bureau/points/');
  await page.getByRole('link', { name: '新打卡点' }).click();
  await page.getByLabel('中文名').fill(name);
  await page.getByLabel('英文名').fill('Test hall');
  await page.getByLabel('形式').selectOption({ label: '牌子' });
  await page.getByLabel('开放，居民可以打卡').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page).toHaveURL(/\/bureau\/points\/[0-9a-f-]{36}\/$/);
  const address = page.url();

  await page.getByRole('link', { name: '打印牌子' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  const old = await scan(page.getByRole('img', { name: '打卡二维码' }));
  const sheet = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheet.pages).toBe(1);
  const code = new URL(old).searchParams.get('code') ?? '';
  expect(sheet.text).toContain(code.replace(/(.{4})(?=.)/g, '$1-'));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto(address);
  await page.getByRole('button', { name: '换新密钥' }).click();
  await page.getByRole('button', { name: '换，旧的作废' }).click();
  await expect(page.getByText('已换成第 2 把密钥。')).toBeVisible();

  const resident = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(resident).signUp(newcomer());
  await resident.goto(old);
  await record(resident).click();
  await expect(resident.getByText('这个打卡码不对')).toBeVisible();
  await page.getByRole('link', { name: '打印牌子' }).click();
  await resident.goto(await scan(page.getByRole('img', { name: '打卡二维码' })));
  await record(resident).click();
  await expect(resident.getByText('记好了，15 枚绿币已到账。')).toBeVisible();
  await resident.context().close();

  await page.goto(`/bureau/points/?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('row', { name })).toContainText('1');
});

test('a screen whose secret was replaced says so', async ({ page, browser }) => {
  const point = await newPoint('screen');
  const desk = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(desk).signIn('editor@example.com', undefined, '/bureau/points/');
  await desk.getByRole('link', { name: point.name }).click();
  await desk.getByRole('button', { name: '取打卡屏网址' }).click();
  const link = desk.getByRole('link', { name: '打开打卡屏' });
  await expect(link).toHaveAttribute('href', new RegExp(`#${point.fragment}$`));
  await desk.getByRole('button', { name: '换新密钥' }).click();
  await desk.getByRole('button', { name: '换，旧的作废' }).click();
  await expect(link).toHaveAttribute('href', new RegExp(`#${point.handle}\\.2\\.`));
  await page.goto(`/points/screen/#${point.fragment}`);
  await expect(page.getByText('这块屏的密钥已经换过')).toBeVisible();
  await page.goto((await link.getAttribute('href')) ?? '');
  await expect(page.getByRole('heading', { name: point.name })).toBeVisible();
  await desk.context().close();
});
