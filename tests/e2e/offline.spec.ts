import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectDir } from '../../supabase/local/config.ts';
import { behindTheSite } from './behind';
import { newRegistration, newSession } from './education';
import { expect, test } from './fixtures';
import { keptIn, siteIsKept, workerIsThere } from './offline';
import { ActionPage, newcomer, SignInPage, WalletPage } from './people';
import { photoFile } from './photos';
import { scan } from './points';

test.use({ losesAnswers: true });

/** Signs somebody up and opens their wallet and events until both are kept. */
async function signUpAndKeep(page: Page): Promise<void> {
  await new SignInPage(page).signUp(newcomer(), '/wallet/');
  await siteIsKept(page);
  await page.goto('/my-events/');
  await expect.poll(() => keptIn(page, 'personal')).toContain('/my-events/');
}

test('what was read is read again without network, and says of when it is', async ({
  page,
  context,
}) => {
  await page.goto('/cases/brown-sugar/');
  await workerIsThere(page);
  await page.goto('/indicators/');
  await page.goto('/en/cases/');
  await context.setOffline(true);
  for (const [path, sentence] of [
    ['/indicators/', /现在连不上。这是 .+\d{2}:\d{2} 时的样子/],
    ['/en/cases/', /Not connected right now\. This is how it stood on .+\d{2}:\d{2}/],
    // The page on which the worker was registered was opened before there was one.
    ['/cases/brown-sugar/', /现在连不上/],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const face = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(face, 'the styles are there').not.toBe('rgba(0, 0, 0, 0)');
  }
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText(/现在连不上/)).toBeHidden();
});

test('a page that was not read gives way to a list of those that were, in its language', async ({
  page,
  context,
}) => {
  await page.goto('/cases/brown-sugar/');
  await siteIsKept(page);
  await page.goto('/en/indicators/');
  await page.goto('/en/feedback/3/');
  const [chinese, english] = ['/cases/river-basin/', '/en/cases/river-basin/'];
  await context.setOffline(true);
  await page.goto(chinese);
  await expect(page.getByRole('heading', { name: '现在没有网络' })).toBeVisible();
  const list = page.getByRole('main').getByRole('listitem');
  await expect(list).toHaveCount(1);
  await list.getByRole('link').click();
  await expect(page).toHaveURL('/cases/brown-sugar/');
  await page.goto(english);
  await expect(page.getByRole('heading', { name: 'No network right now' })).toBeVisible();
  await expect(list).toHaveText(['No. 3 · Report of a violation', /Indicators|indicators/]);
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'No network right now' })).toHaveCount(0);
});

test.describe('of a person', () => {
  // The console does not exist for residents.
  test.use({ refusals: [404] });

  test('pages of a person are kept, those of staff and of signing in are not, and signing out takes them away', async ({
    page,
    context,
  }) => {
    await new SignInPage(page).signUp(newcomer(), '/wallet/');
    await siteIsKept(page);
    for (const path of ['/my-events/', '/account/', '/inbox/', '/bureau/', '/wallet/']) {
      await page.goto(path);
    }
    await expect.poll(() => keptIn(page, 'personal')).toContain('/wallet/');
    expect((await keptIn(page, 'personal')).toSorted()).toEqual([
      '/my-events/',
      '/personal-pages-of',
      '/wallet/',
    ]);
    for (const path of await keptIn(page, 'pages')) {
      expect(path).not.toMatch(/sign-in|account|bureau|wallet|inbox/);
    }
    await context.setOffline(true);
    await page.goto('/wallet/');
    await expect(page.locator('[data-balance]')).toHaveText('0');
    await expect(page.getByText(/现在连不上。这是/)).toBeVisible();
    await context.setOffline(false);
    await page.goto('/account/');
    await page.getByRole('button', { name: '退出登录' }).click();
    await expect(page).toHaveURL('/');
    expect(await keptIn(page, 'personal')).toEqual([]);
    await context.setOffline(true);
    await page.goto('/wallet/');
    await expect(page.getByRole('heading', { name: '现在没有网络' })).toBeVisible();
  });
});

test.describe('while the API does not say who asks', () => {
  test.use({ refusals: [503] });

  test('a person reads what was kept of theirs, which stays, and a page not kept says to try again', async ({
    page,
    context,
  }) => {
    await signUpAndKeep(page);
    const kept = (await keptIn(page, 'personal')).toSorted();
    // What the site answers then, which tests/local/start.test.ts sees with the API at a stand.
    await context.route(/\/(wallet|my-events|green-code)\/$/, async (route) =>
      route.fulfill({ response: await route.fetch({ url: new URL('/away/', page.url()).href }) }),
    );
    await page.goto('/wallet/');
    await expect(page.getByText(/现在连不上。这是/)).toBeVisible();
    await expect(page.locator('[data-balance]')).toHaveText('0');
    await page.goto('/green-code/');
    await expect(page.getByText('此刻读不到数据')).toBeVisible();
    expect((await keptIn(page, 'personal')).toSorted()).toEqual(kept);
    await context.unrouteAll();
    await page.goto('/wallet/');
    await expect(page.locator('[data-balance]')).toHaveText('0');
    await expect(page.getByText(/现在连不上。这是/)).toBeHidden();
  });
});

test('a session that ended elsewhere leaves nothing of its person on this device', async ({
  page,
  context,
}) => {
  await signUpAndKeep(page);
  await context.clearCookies();
  await page.goto('/wallet/');
  await expect(page.getByText('登录后才看得到自己的账户。')).toBeVisible();
  await expect.poll(() => keptIn(page, 'personal')).toEqual([]);
});

for (const [language, path] of [
  ['Chinese', '/manifest.webmanifest'],
  ['English', '/en/manifest.webmanifest'],
] as const) {
  test(`the site can be put on a screen in ${language}, with icons of the sizes they say`, async ({
    request,
  }) => {
    const manifest = await (await request.get(path)).json();
    expect(manifest).toMatchObject({ scope: '/', display: 'standalone', name: expect.any(String) });
    for (const { src, sizes } of manifest.icons) {
      const icon = await request.get(src);
      expect(icon.status(), src).toBe(200);
      if (!src.endsWith('.png')) continue;
      const bytes = await icon.body();
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
    }
    for (const { url } of manifest.shortcuts) {
      expect((await request.get(url)).status(), url).toBe(200);
    }
  });
}

test.describe('actions', () => {
  // 401: signing out while the page has a token of a survey signed.
  test.use({ refusals: [401, 409] });

  /** Somebody new on the page of actions, with a device that has kept all of them. */
  async function resident(page: Page) {
    const person = newcomer();
    await new SignInPage(page).signUp(person, '/act/');
    await siteIsKept(page);
    for (const code of ['clean-plate', 'waste-sorting', 'river-patrol', 'base-visit']) {
      await expect.poll(() => keptIn(page, 'pages')).toContain(`/act/?action=${code}`);
    }
    // Kept one after the other, each with its files, and the visit is marked when all are.
    await page.waitForFunction(() => sessionStorage.getItem('actions-kept') === 'yes');
    await page.goto('/wallet/');
    return person;
  }

  const waiting = (page: Page) => page.locator('[data-waiting]');

  /** What the database has of somebody's logs, in the order they arrived. */
  const logsOf = (email: string) =>
    behindTheSite(
      (sql) => sql<{ action: string; note: string; coins: number; has_photo: boolean }[]>`
        select l.action_code as action, l.note, l.coins::integer, l.evidence_path is not null as has_photo
        from public.action_logs l join auth.users u on u.id = l.resident_id
        where u.email = ${email} order by l.logged_at`,
    );

  test('logged without network wait in sight through reloads and closed tabs, then go out in order, each once', async ({
    page,
    context,
  }) => {
    const { email } = await resident(page);
    await context.setOffline(true);
    const action = new ActionPage(page);
    await action.log('clean-plate', { note: '食堂午饭' });
    await expect(page.getByRole('status').filter({ hasText: '先记在这台设备上了' })).toBeFocused();
    await action.log('waste-sorting', { note: '晚上两袋' });
    await expect(waiting(page)).toHaveAttribute('data-waiting', '2');
    await page.close();

    const other = await context.newPage();
    await other.goto('/wallet/');
    await expect(other.getByText(/现在连不上。这是/)).toBeVisible();
    await expect(waiting(other).getByRole('listitem')).toHaveText([/光盘.*食堂午饭/, /晚上两袋/]);
    await other.getByRole('button', { name: '现在送出' }).click();
    await expect(other.getByText('还是没有网络，都留着。')).toBeVisible();
    expect(await logsOf(email)).toEqual([]);

    await context.setOffline(false);
    await expect(other.getByText('送出了 2 条。')).toBeVisible();
    await expect(waiting(other)).toHaveCount(0);
    expect((await logsOf(email)).map(({ action: code, note }) => [code, note])).toEqual([
      ['clean-plate', '食堂午饭'],
      ['waste-sorting', '晚上两袋'],
    ]);
    expect(await new WalletPage(other).balance()).toBe(3);
  });

  test('whose answers are lost on their way count once, however often they are sent', async ({
    page,
    context,
  }) => {
    const { email } = await resident(page);
    let lost = 0;
    await context.route('**/rest/v1/rpc/log_green_action', async (route) => {
      if (lost === 3) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await new ActionPage(page).log('waste-sorting', { note: '回音丢了' });
    await expect(page.getByText('先记在这台设备上了')).toBeVisible();
    await expect(async () => {
      await page.goto('/wallet/');
      await expect(waiting(page)).toHaveCount(0, { timeout: 500 });
      expect(lost).toBe(3);
    }).toPass();
    expect(await logsOf(email)).toHaveLength(1);
    expect(await new WalletPage(page).balance()).toBe(2);
  });

  test('keep their photo until they are sent', async ({ page, context }) => {
    const { email } = await resident(page);
    await context.setOffline(true);
    await new ActionPage(page).log('river-patrol', { photo: await photoFile() });
    await expect(waiting(page)).toContainText('带照片');
    await page.goto('/act/');
    await expect(waiting(page)).toContainText('带照片');
    await context.setOffline(false);
    await expect(page.getByText('送出了 1 条。')).toBeVisible();
    expect(await logsOf(email)).toMatchObject([{ action: 'river-patrol', has_photo: true }]);
  });

  test('that are refused say why and keep their words, until they are taken back', async ({
    page,
    context,
  }) => {
    const { email } = await resident(page);
    const action = new ActionPage(page);
    await action.log('waste-sorting');
    await expect(page.getByText(/已到账/)).toBeVisible();
    await context.setOffline(true);
    await action.log('waste-sorting', { note: '第二回' });
    await expect(waiting(page)).toHaveAttribute('data-waiting', '1');
    await action.log('clean-plate', { note: '排在后面' });
    await expect(waiting(page)).toHaveAttribute('data-waiting', '2');
    await context.setOffline(false);
    await expect(page.getByText('送出了 1 条。')).toBeVisible();
    const refused = waiting(page).getByRole('listitem');
    await expect(refused).toHaveText([/第二回.*没有记上：这件事今天已经记满 1 次/s]);
    await page.reload();
    await page.goto('/act/');
    await expect(refused).toHaveCount(1);
    await page.getByRole('button', { name: /^撤掉/ }).click();
    await expect(waiting(page)).toHaveCount(0);
    expect(await logsOf(email)).toHaveLength(2);
  });

  test('of one person are never sent as another, and wait until the first is back', async ({
    page,
    context,
  }) => {
    const first = await resident(page);
    let isCut = true;
    await context.route('**/rest/v1/rpc/log_green_action', (route) =>
      isCut ? route.abort('connectionreset') : route.continue(),
    );
    await new ActionPage(page).log('waste-sorting', { note: '甲的' });
    await expect(waiting(page)).toHaveAttribute('data-waiting', '1');
    await page.goto('/account/');
    await page.getByRole('button', { name: '退出登录' }).click();
    await expect(page).toHaveURL('/');
    isCut = false;
    const second = newcomer();
    await new SignInPage(page).signUp(second, '/wallet/');
    await page.goto('/act/?action=clean-plate');
    await page.getByRole('button', { name: /记下来/ }).click();
    await expect(page.getByText(/已到账/)).toBeVisible();
    await page.goto('/act/');
    await expect(waiting(page)).toHaveCount(0);
    expect(await logsOf(first.email)).toEqual([]);
    expect((await logsOf(second.email)).map(({ action }) => action)).toEqual(['clean-plate']);
    await page.goto('/account/');
    await page.getByRole('button', { name: '退出登录' }).click();
    await expect(page).toHaveURL('/');
    await new SignInPage(page).signIn(first.email, first.password, '/wallet/');
    await expect.poll(async () => (await logsOf(first.email)).length).toBe(1);
    expect(await new WalletPage(page).balance()).toBe(2);
  });

  test('outlive a new version of the worker, which takes over between two sendings', async ({
    page,
    context,
  }) => {
    const { email } = await resident(page);
    let isCut = true;
    await context.route('**/rest/v1/rpc/log_green_action', (route) =>
      isCut ? route.abort('connectionreset') : route.continue(),
    );
    await new ActionPage(page).log('waste-sorting');
    await expect(waiting(page)).toHaveAttribute('data-waiting', '1');
    const kept = await keptIn(page, 'pages');
    const worker = join(projectDir, '.data-test-site/client/sw.js');
    const before = readFileSync(worker, 'utf8');
    try {
      writeFileSync(worker, before.replace(/"version":"/, '"version":"next-'));
      await page.evaluate(async () => {
        await (await navigator.serviceWorker.getRegistration('/'))?.update();
      });
      await expect
        .poll(async () => {
          const names = await page.evaluate(() => caches.keys());
          return names.filter((name) => name.startsWith('site:'));
        })
        .toEqual([expect.stringContaining('next-')]);
    } finally {
      writeFileSync(worker, before);
    }
    expect(await keptIn(page, 'pages')).toEqual(expect.arrayContaining(kept));
    await expect(waiting(page)).toHaveAttribute('data-waiting', '1');
    isCut = false;
    await page.getByRole('button', { name: '现在送出' }).click();
    await expect(page.getByText('送出了 1 条。')).toBeVisible();
    expect(await logsOf(email)).toHaveLength(1);
  });
});

test('the green code shows what is to be shown, one code at a time, and opens without network', async ({
  page,
  context,
}) => {
  const session = await newSession();
  const { email, password, registration } = await newRegistration(session, '王阿姨');
  await new SignInPage(page).signIn(email, password, '/act/?action=base-visit');
  await new ActionPage(page).log('base-visit', { onsiteCode: 'fst2 sqnl 62dr' });
  await expect(page.getByText(/已到账/)).toBeVisible();
  await page.goto('/rewards/?reward=33333333-3333-4333-8333-333333333333');
  await page.getByRole('button', { name: '兑换，付 10 枚绿币' }).click();
  await expect(page).toHaveURL(/\/vouchers\//);
  const voucher = (await page.locator('[data-voucher-code]').innerText()).replaceAll('-', '');

  await page.goto('/green-code/');
  await siteIsKept(page);
  await expect.poll(() => keptIn(page, 'personal')).toContain('/green-code/');
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/现在连不上。这是/)).toBeVisible();
  const shown = page.locator('details[open]');
  await expect(shown).toHaveCount(1);
  expect(await scan(shown.getByRole('img', { name: /的二维码/ }))).toBe(registration.code);
  await page.getByText('公交').click();
  await expect(shown).toHaveCount(1);
  expect(await scan(shown.getByRole('img', { name: /的二维码/ }))).toBe(voucher);
});
