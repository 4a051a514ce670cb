import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { projectDir } from '../../supabase/local/config.ts';
import { findBrowser } from '../support/browser.ts';
import { attendanceOf, newHost, newRegistration, newSession, pointCameraAt } from './education';
import { expect, test } from './fixtures';
import { Gate } from './gate';
import { SignInPage, WalletPage } from './people';

const camera = join(projectDir, '.data-test-output-camera', `${process.pid}.y4m`);
pointCameraAt(camera, 'https://example.com/');
const { executablePath, args } = await findBrowser();

test.use({
  refusals: [404, 409],
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
test.setTimeout(120_000);

async function phone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'zh-CN', permissions: ['camera'] })).newPage();
}

test('a host checks people in without network, by name, code and camera, and everything counts once', async ({
  page,
  context,
  browser,
}) => {
  const session = await newSession({ coins: 12 });
  const host = await newHost(session.baseId);
  const wang = await newRegistration(session, '王阿姨', 2);
  const li = await newRegistration(session, '李大叔');
  const chen = await newRegistration(session, '陈老师');
  const gate = await Gate.open(page, host, session);
  const other = await Gate.open(await phone(browser), host, session);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('0 / 5 人到了')).toBeVisible();

  await gate.findName('王', /^王阿姨/);
  await expect(gate.said()).toHaveText('王阿姨，3 人，签到了');
  await expect(page.getByText('没有网络')).toBeVisible();
  await page.getByRole('button', { name: '2 位' }).click();
  await expect(page.getByText('2 / 5 人到了')).toBeVisible();

  await gate.typeCode(`${li.registration.code.slice(0, 5)}-${li.registration.code.slice(5)}`);
  await expect(gate.said()).toHaveText('李大叔，1 人，签到了');
  await gate.typeCode(li.registration.code.toLowerCase());
  await expect(gate.said()).toContainText('李大叔，已经签过了');
  await gate.typeCode('ZZZZZ22222');
  await expect(gate.said()).toContainText('名单上没有这个报名码');

  pointCameraAt(camera, chen.registration.code);
  await page.getByRole('button', { name: '扫码' }).click();
  await page.getByRole('button', { name: '打开摄像头' }).click();
  await expect(gate.said()).toHaveText('陈老师，1 人，签到了');
  await page.getByRole('button', { name: '关上摄像头' }).click();

  await page.getByRole('button', { name: '没报名' }).click();
  await page.getByRole('button', { name: '3 位' }).click();
  await expect(page.getByText('另有 3 位现场来的')).toBeVisible();

  await page.getByRole('button', { name: '撤销 李大叔' }).click();
  await expect(page.getByText('3 / 5 人到了')).toBeVisible();
  await expect(gate.queue()).toHaveAttribute('data-queue', '7');
  await page.reload();
  await expect(gate.queue()).toHaveAttribute('data-queue', '7');
  await expect(page.getByText('3 / 5 人到了')).toBeVisible();

  await context.setOffline(false);
  await expect(gate.queue()).toHaveText('都送出了', { timeout: 30_000 });
  expect(await attendanceOf(wang.registration.id)).toEqual({ people: 2, coins: 12, awards: 1 });
  expect(await attendanceOf(li.registration.id)).toEqual({ people: null, coins: 0, awards: 0 });
  expect(await attendanceOf(chen.registration.id)).toEqual({ people: 1, coins: 12, awards: 1 });

  // The other phone never heard of any of it and checks the same person in.
  await other.findName('陈', /^陈老师/);
  await expect(other.queue()).toHaveText('都送出了');
  expect(await attendanceOf(chen.registration.id)).toEqual({ people: 1, coins: 12, awards: 1 });
  await other.page.getByRole('button', { name: '更新名单' }).click();
  await expect(other.page.getByText('3 / 5 人到了')).toBeVisible();
  await other.page.context().close();

  const resident = await phone(browser);
  await new SignInPage(resident).signIn(chen.email, chen.password, '/wallet/');
  expect(await new WalletPage(resident).balance()).toBe(12);
  await resident.goto('/my-events/');
  await expect(resident.getByText('已参加')).toBeVisible();
  await resident.getByText('参加证明').click();
  await resident.getByLabel('证明上写的名字').fill('陈晓梅');
  await resident.getByRole('button', { name: '开证明' }).click();
  await expect(resident.getByRole('link', { name: '下载证明（PDF）' })).toBeVisible();
  await resident.getByText('说说这场活动').click();
  await resident.getByRole('group', { name: '来这一趟值不值' }).getByLabel('5').check();
  await resident.getByRole('group', { name: '有没有学到东西' }).getByLabel('4').check();
  await resident.getByRole('button', { name: '交给基地' }).click();
  await expect(resident.getByText('收到了，谢谢你。')).toBeVisible();
  await resident.context().close();
});

test('an answer that is lost on its way is asked for again and counts once', async ({ page }) => {
  const session = await newSession({ coins: 5 });
  const host = await newHost(session.baseId);
  const wang = await newRegistration(session, '王阿姨');
  const gate = await Gate.open(page, host, session);
  let isCut = true;
  await page.route('**/rest/v1/rpc/record_check_ins', async (route) => {
    if (!isCut) return route.continue();
    await route.fetch();
    isCut = false;
    // As the API refuses when it is ill; what it had done stays done.
    return route.fulfill({ status: 409, json: { code: 'PT409', message: 'ill', hint: 'unknown' } });
  });
  await gate.findName('王', /^王阿姨/);
  await expect(gate.queue()).toHaveAttribute('data-queue', '1');
  await page.getByRole('button', { name: '现在送出' }).click();
  await expect(gate.queue()).toHaveText('都送出了');
  expect(await attendanceOf(wang.registration.id)).toEqual({ people: 1, coins: 5, awards: 1 });
});

test.describe('with the session ended', () => {
  test.use({ refusals: [401, 404, 409] });

  test('a new version of the app waits to be asked for, and the queue outlives it', async ({
    page,
    context,
  }) => {
    const session = await newSession();
    const host = await newHost(session.baseId);
    await newRegistration(session, '王阿姨');
    const gate = await Gate.open(page, host, session);
    await context.setOffline(true);
    await gate.findName('王', /^王阿姨/);
    await expect(gate.queue()).toHaveAttribute('data-queue', '1');

    const worker = join(projectDir, '.data-test-site/client/check-in/sw.js');
    const before = readFileSync(worker, 'utf8');
    try {
      writeFileSync(worker, before.replace(/"version":"/, '"version":"next-'));
      // Signed out, so that the queue cannot be sent before the new version is there; a try that began before
      // would still go through with what it knew.
      await context.clearCookies();
      await context.route('**/rpc/record_check_ins', (route) => route.abort());
      await context.setOffline(false);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
      });
      await page.getByRole('button', { name: '换成新版本' }).click();
      await expect
        .poll(async () => {
          const names = await page.evaluate(() => caches.keys()).catch(() => []);
          return names.filter((name) => name.startsWith('shell:/check-in/'));
        })
        .toEqual([expect.stringContaining('next-')]);
      await expect(gate.queue()).toHaveAttribute('data-queue', '1');
      await context.unroute('**/rpc/record_check_ins');
      await new SignInPage(page).signIn(host.email, host.password, '/check-in/');
      await page.getByRole('link', { name: session.title }).click();
      await expect(gate.queue()).toHaveText('都送出了');
    } finally {
      writeFileSync(worker, before);
    }
  });

  test('the queue stays, and the way back in is shown', async ({ page, context }) => {
    const session = await newSession();
    const host = await newHost(session.baseId);
    await newRegistration(session, '王阿姨');
    const gate = await Gate.open(page, host, session);
    await context.clearCookies();
    await page.reload();
    await gate.findName('王', /^王阿姨/);
    await expect(page.getByRole('link', { name: '去登录' })).toBeVisible();
    await expect(gate.queue()).toHaveAttribute('data-queue', '1');
    await page.getByRole('link', { name: '去登录' }).click();
    await page.getByLabel('邮箱', { exact: true }).fill(host.email);
    await page.getByLabel('密码', { exact: true }).fill(host.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page).toHaveURL('/check-in/');
    await page.getByRole('link', { name: session.title }).click();
    await expect(gate.queue()).toHaveText('都送出了');
  });
});

test('a resident scans the changing code; an old one is explained', async ({ page, browser }) => {
  const session = await newSession({ coins: 7 });
  const host = await newHost(session.baseId);
  const wang = await newRegistration(session, '王阿姨');
  await Gate.open(page, host, session);
  await page.getByRole('button', { name: '动态码' }).click();
  await expect(page.getByRole('img', { name: '签到的动态二维码' })).toBeVisible();

  const resident = await phone(browser);
  await new SignInPage(resident).signIn(wang.email, wang.password, '/wallet/');
  await resident.goto(`/check-in/here/?s=${session.sessionId}&c=0123456789`);
  await expect(resident.getByRole('alert')).toBeVisible();
  const code = await page.locator('[data-changing-code]').innerText();
  await resident.getByLabel('动态码').fill(code);
  await resident.getByRole('button', { name: '我到了' }).click();
  await expect(resident.getByText('签到好了，欢迎你。')).toBeVisible();
  await expect(resident.getByText('7 枚绿币已到账。')).toBeVisible();
  await resident.context().close();

  await page.getByRole('button', { name: '更新名单' }).click();
  await expect(page.getByText('1 / 1 人到了')).toBeVisible();
});

test('the policy allows WebAssembly on the check-in pages and nowhere else', async ({ page }) => {
  const policyOf = async (path: string) =>
    (await page.request.get(path)).headers()['content-security-policy'] ?? '';
  for (const path of ['/check-in/', '/en/check-in/']) {
    expect(await policyOf(path)).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
  }
  for (const path of ['/', '/check-in/here/', '/cases/', '/sign-in/']) {
    expect(await policyOf(path)).toContain("script-src 'self'");
    expect(await policyOf(path)).not.toContain('wasm-unsafe-eval');
  }
});

test('axe finds nothing at the gate, in light, dark and elder mode', async ({ page }) => {
  test.setTimeout(120_000);
  const session = await newSession();
  const host = await newHost(session.baseId);
  await newRegistration(session, '王阿姨', 1);
  const gate = await Gate.open(page, host, session);
  await gate.findName('王', /^王阿姨/);
  for (const way of ['扫码', '没报名', '动态码', '查名字']) {
    await page.getByRole('button', { name: way }).click();
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, `${way} in ${scheme}`).toEqual([]);
    }
  }
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBe(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
