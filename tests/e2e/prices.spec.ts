import { behindTheSite } from './behind';
import { expect, test } from './fixtures';
import { newcomer, SignInPage, WalletPage } from './people';

const runJobs = {
  Authorization: `Bearer ${process.env.E2E_JOBS_KEY}`,
  'Content-Type': 'application/json',
};

/** A day in words, as the pages write it; two days from now in Shanghai is early enough. */
async function twoDaysOn() {
  const [row] = await behindTheSite(
    (sql) => sql`select to_char(private.shanghai_day() + 2, 'FMMM"月"FMDD"日"') as zh,
      to_char(private.shanghai_day() + 2, 'FMDD FMMonth') as en`,
  );
  return row as unknown as { zh: string; en: string };
}

test('an administrator announces a price; residents see it coming, and are paid the old one until then', async ({
  page,
  browser,
  request,
}) => {
  const person = newcomer();
  await new SignInPage(page).signUp(person, '/act/?action=power-saving');
  await page.getByRole('button', { name: '记下来，得 1 枚' }).click();
  await expect(page.getByText('记好了，1 枚绿币已到账。')).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  await new SignInPage(desk).signIn('administrator@example.com', undefined, '/bureau/prices/');
  await desk.getByRole('link', { name: '节约用电' }).click();
  await expect(desk.getByText('和现在一样，还没有改什么。')).toBeVisible();
  await desk.getByRole('spinbutton', { name: '绿币' }).fill('2');
  const day = await twoDaysOn();
  await expect(desk.getByText(`自${day.zh}起：1 → 2 枚`)).toBeVisible();

  // What was typed waits on this device until it is announced.
  await desk.reload();
  await expect(desk.getByRole('spinbutton', { name: '绿币' })).toHaveValue('2');
  await desk.getByRole('button', { name: '公布', exact: true }).click();
  await expect(desk.getByText('已公布。')).toBeVisible();

  await expect(async () => {
    await page.goto('/act/');
    await expect(page.getByText(`自${day.zh}起：1 → 2 枚`)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto('/prices/');
  await expect(page.getByText(`自${day.zh}起：1 → 2 枚`).first()).toBeVisible();
  await expect(page.getByText(/每人每年从所有行动加起来最多得 [\d,]+ 枚绿币/)).toBeVisible();
  await page.goto('/en/prices/');
  await expect(page.getByText(`From ${day.en}: 1 → 2 coins`).first()).toBeVisible();
  const feed = page.locator('link[type="application/rss+xml"][href="/en/prices/rss.xml"]');
  await expect(feed).toHaveCount(1);
  expect(await (await request.get('/en/prices/rss.xml')).text()).toContain(
    `From ${day.en}: 1 → 2 coins`,
  );

  await page.goto(`/transparency/?fresh=${person.email}`);
  await expect(page.locator('#prices')).toContainText(/节约用电：.*1 → 2 枚.*已公布/);
  const prices = await request.get(`/transparency/data/prices.csv?fresh=${person.email}`);
  expect(await prices.text()).toMatch(/^power-saving,.*,2,none,/m);

  expect((await request.post('/jobs/', { headers: runJobs })).status()).toBe(200);
  await page.goto('/inbox/');
  await expect(page.getByText(/「节约用电」.*起改价：1 → 2 枚绿币/).first()).toBeVisible();

  // Before the day the old price is paid.
  const another = newcomer();
  const theirs = await (await browser.newContext()).newPage();
  await new SignInPage(theirs).signUp(another, '/act/?action=power-saving');
  await theirs.getByRole('button', { name: '记下来，得 1 枚' }).click();
  await expect(theirs.getByText('记好了，1 枚绿币已到账。')).toBeVisible();
  expect(await new WalletPage(theirs).balance()).toBe(1);
  await theirs.context().close();

  await desk.getByRole('button', { name: '撤回这次变动' }).click();
  await desk.getByRole('button', { name: '确定撤回' }).click();
  await expect(desk.getByText('已撤回，价照旧。')).toBeVisible();
  await desk.context().close();
  expect((await request.post('/jobs/', { headers: runJobs })).status()).toBe(200);
  await page.goto('/inbox/');
  await expect(page.getByText(/「节约用电」原定.*的变动撤回了/).first()).toBeVisible();
});

test('an analyst and an editor see the prices of an action and announce none', async ({ page }) => {
  await new SignInPage(page).signIn(
    'analyst@example.com',
    undefined,
    '/bureau/prices/waste-sorting/',
  );
  await expect(page.getByText('公布变动由管理员来做。')).toBeVisible();
  await expect(page.getByRole('button', { name: '公布', exact: true })).toHaveCount(0);
});

test('the page says before pressing what is left and what would not count', async ({ page }) => {
  await new SignInPage(page).signUp(newcomer(), '/act/?action=water-saving');
  await expect(page.getByText(/今天还能记 1 次，这周 5 次，今年 200 次。/)).toBeVisible();
  await page.getByRole('button', { name: /记下来/ }).click();
  await expect(page.getByText(/已到账/)).toBeVisible();
  await page.goto('/act/?action=water-saving');
  await expect(page.getByRole('status')).toContainText('这件事今天已经记满 1 次');
  await page.goto('/act/');
  await expect(page.getByRole('status')).toContainText('节约用水：这件事今天已经记满 1 次');
});

test('what arrives by itself is told and has no form', async ({ page }) => {
  await page.goto('/act/');
  await expect(page.getByRole('heading', { name: '自己会到账' })).toBeVisible();
  await expect(page.getByRole('link', { name: '参加教育活动' })).toHaveCount(0);
  await page.goto('/act/?action=education-event');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('绿色行动');
  await expect(page.getByRole('button', { name: /记下来|送审/ })).toHaveCount(0);
});
