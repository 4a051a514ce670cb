import { expect, test } from './fixtures';

test('the projects are put in another order by plain links, which keep the filter and work without a script', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/projects/?type=culture');
  const rows = page.getByRole('table', { name: /换次序/ }).getByRole('rowheader');
  const investment = page.getByRole('columnheader', { name: /总投资/ });
  await expect(investment).toHaveAttribute('aria-sort', 'none');
  await investment.getByRole('link').click();
  await expect(investment).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText('大剧院项目');
  await investment.getByRole('link').click();
  await expect(investment).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows.first()).toContainText('柳三村本立堂');
  await expect(rows).toHaveCount(4);
  await expect(page).toHaveURL(/type=culture&sort=investment&order=asc/);
  await page.getByLabel('镇街').selectOption({ label: '北苑街道' });
  await page.getByRole('button', { name: '按条件查看' }).click();
  await expect(page).toHaveURL(/sort=investment/);
  await expect(rows).toHaveCount(1);
  await context.close();
});

test('a project leads to its town and to who answers for it, and they lead back to indicators', async ({
  page,
}) => {
  await page.goto('/projects/?town=beiyuan');
  const row = page.getByRole('row', { name: /柳三村本立堂/ });
  await row.getByRole('link', { name: '文广旅体局' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '文广旅体局' })).toBeVisible();
  await expect(page.getByRole('link', { name: '生态旅游收入占服务业总产值比重' })).toHaveAttribute(
    'href',
    '/indicators/#indicator-14',
  );
  await page
    .getByRole('row', { name: /柳三村本立堂/ })
    .getByRole('link', { name: '北苑街道' })
    .first()
    .click();
  await expect(page).toHaveURL('/towns/beiyuan/');
});

test('the tile map of the towns is walked by keyboard, and its table counts the same', async ({
  page,
}) => {
  await page.goto('/towns/');
  const map = page.getByRole('navigation', { name: '镇街拼图' });
  const links = map.getByRole('link');
  await expect(links).toHaveCount(14);
  await links.first().focus();
  for (let index = 1; index < 14; index += 1) {
    await page.keyboard.press('Tab');
    await expect(links.nth(index)).toBeFocused();
  }
  const table = page.getByRole('table', { name: '方案各表点到每个镇街的行数' });
  for (const row of (await table.getByRole('row').all()).slice(1)) {
    const link = row.getByRole('link');
    const numbers = await row.getByRole('cell').allInnerTexts();
    const sum = numbers.reduce((total, number) => total + Number(number), 0);
    const href = await link.getAttribute('href');
    await expect(map.locator(`a[href="${href}"] .count`)).toHaveText(String(sum));
  }
});

test('a town’s page gathers its tables and leads to what can be done there', async ({ page }) => {
  await page.goto('/towns/fotang/');
  for (const name of ['木活字印刷术', '佛堂省级农业综合区', '义乌红糖：老手艺，新规矩']) {
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await expect(page.getByText(/没有点到这里名字的有：景点和故居、全国重点文物/)).toBeVisible();
  await page.getByRole('link', { name: '这里的教育基地' }).click();
  await expect(page).toHaveURL('/bases/?town=fotang');
  expect((await page.request.get('/towns/hengdian/')).status()).toBe(404);
  expect((await page.request.get('/departments/nobody/')).status()).toBe(404);
});

test('each indicator says whether a later figure exists', async ({ page }) => {
  await page.goto('/indicators/');
  await expect(page.getByText('还没有收到', { exact: true })).toHaveCount(19);
  await expect(page.locator('#indicator-17')).toContainText('有，见本项');
  await expect(page.locator('#indicator-17 [data-released-share]')).toBeVisible();
});

test('the footer and both tables of the plan lead to its other pages', async ({ page }) => {
  await page.goto('/cases/');
  await page.getByRole('contentinfo').getByRole('link', { name: '方案各页' }).click();
  await page.getByRole('main').getByRole('heading').getByRole('link', { name: '遗产' }).click();
  await expect(page.getByRole('table', { name: /表 4/ }).getByRole('row')).toHaveCount(15);
  const menu = page.getByRole('navigation', { name: '方案的各页' });
  await expect(menu.getByRole('link', { name: '遗产' })).toHaveAttribute('aria-current', 'page');
  await menu.getByRole('link', { name: '指标' }).click();
  await expect(menu.getByRole('link', { name: '指标' })).toHaveAttribute('aria-current', 'page');
});
