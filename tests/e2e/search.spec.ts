import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const box = (page: Page) => page.getByRole('searchbox');
const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.locator('.results');
const links = (page: Page) => results(page).getByRole('link');
const focused = (page: Page) => page.locator(':focus');

for (const { path, found, key, query, first, address, none } of [
  {
    path: '/cases/',
    found: /^找到 \d+ 条$/,
    key: '搜索',
    query: '红糖',
    first: '义乌红糖：老手艺，新规矩',
    address: '/cases/brown-sugar/',
    none: '没有找到',
  },
  {
    path: '/en/cases/',
    found: /^Found: \d+$/,
    key: 'Search',
    query: 'river',
    first: 'Beautiful Rivers and Lakes: the Dachen River',
    address: /\/en\/projects\/#project-\d+$/,
    none: 'Nothing found',
  },
]) {
  test(`from ${path} the slash, a word, an arrow and Enter lead to a result`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press('/');
    await expect(page.getByRole('heading', { level: 1, name: key })).toBeVisible();
    await expect(box(page)).toBeEnabled();
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type(query);
    await expect(status(page)).toHaveText(found);
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === query);
    await page.keyboard.press('ArrowDown');
    await expect(focused(page)).toHaveText(first);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
    await page.goBack();
    await expect(box(page)).toHaveValue(query);
    await expect(status(page)).toHaveText(found);
  });

  test(`nothing found is said with ways on, in the language of ${path}`, async ({ page }) => {
    await page.goto(path.replace('cases', 'search'));
    await box(page).fill(path.startsWith('/en') ? 'dinosaur' : '恐龙');
    await expect(status(page)).toHaveText(none);
    await expect(links(page)).toHaveCount(0);
    const ways = page.locator('.notice').getByRole('link');
    await expect(ways.first()).toHaveAttribute('href', path);
    for (const way of await ways.evaluateAll((all) => all.map((one) => one.getAttribute('href')))) {
      expect((await page.request.get(way ?? '')).status(), way ?? '').toBe(200);
    }
  });
}

test('Chinese is found by its words, in corner quotation marks too, and marked', async ({
  page,
}) => {
  await page.goto('/search/');
  for (const [query, title] of [
    ['「红糖」', '义乌红糖：老手艺，新规矩'],
    ['污水零直排', '治水：从地下的管子查起'],
    ['绿币', '绿币账册'],
    ['满意度', '「两山」建设成效公众满意度'],
    ['义乌江', '义乌江美丽城防工程'],
  ] as const) {
    await box(page).fill(query);
    await expect(links(page).filter({ hasText: title })).toHaveCount(1);
    const word = query.replace(/[「」]/g, '');
    await expect(results(page).locator('mark').filter({ hasText: word }).first()).toBeVisible();
  }
  // The index holds 国 and 学, and would show pages with either.
  await box(page).fill('国际学校');
  await expect(status(page)).toHaveText('没有找到');
});

test('one Chinese character finds every case that has it, inside words too', async ({ page }) => {
  await page.goto('/search/?kind=case');
  await expect(links(page)).toHaveCount(8);
  const cases = await links(page).evaluateAll((all) =>
    all.map((one) => one.getAttribute('href') ?? ''),
  );
  const texts = new Map<string, string>();
  for (const path of cases) {
    await page.goto(path);
    // What the index leaves out of a page.
    const left = 'style, script, label, form, svg, nav, [data-pagefind-ignore]';
    const text = await page.getByRole('main').evaluate((main, selector) => {
      for (const part of main.querySelectorAll(selector)) part.remove();
      return main.textContent;
    }, left);
    texts.set(path, text);
  }
  for (const character of ['源', '子', '法', '动', '龘']) {
    await page.goto(`/search/?kind=case&q=${encodeURIComponent(character)}`);
    await expect(status(page)).toHaveText(/^(找到 \d+ 条|没有找到)$/);
    const found = await links(page).evaluateAll((all) =>
      all.map((one) => one.getAttribute('href') ?? ''),
    );
    const having = cases.filter((path) => texts.get(path)?.includes(character));
    expect(found.toSorted(), character).toEqual(having.toSorted());
  }
});

test('that nothing was found is said when it has been looked for, and not before', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const words = document.querySelector('.said')?.textContent;
      if (words && words !== said.at(-1)) said.push(words);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(`/search/?q=${encodeURIComponent('龘')}`);
  await expect(status(page)).toHaveText('没有找到');
  await box(page).fill('红糖');
  await expect(status(page)).toHaveText(/^找到 \d+ 条$/);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.map((words) => words.replace(/\d+/, 'n'))).toEqual([
    '正在找',
    '没有找到',
    '正在找',
    '找到 n 条',
  ]);
});

test('English words are found in their other forms', async ({ page }) => {
  await page.goto('/en/search/?q=sewages');
  await expect(links(page).filter({ hasText: 'Rivers: the work begins' })).toHaveCount(1);
  await expect(results(page).locator('mark').filter({ hasText: 'sewage' }).first()).toBeVisible();
});

test('every result leads to a page that has what it promises', async ({ page }) => {
  await page.goto('/search/?q=%E6%B2%B3');
  await expect(status(page)).toHaveText(/^找到 \d+ 条$/);
  for (const href of await links(page).evaluateAll((all) =>
    all.map((one) => (one as HTMLAnchorElement).href),
  )) {
    const { hash } = new URL(href);
    const answer = await page.request.get(href);
    expect(answer.status(), href).toBe(200);
    if (hash) expect(await answer.text(), href).toContain(`id="${hash.slice(1)}"`);
  }
});

test('kind and town narrow the list, by keyboard and by address', async ({ page }) => {
  await page.goto('/search/?q=%E6%B2%B3');
  await expect(status(page)).toHaveText(/^找到/);
  await box(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/kind=case/);
  await expect(results(page).locator('.about .tag').filter({ hasNotText: '案例' })).toHaveCount(0);
  expect(await links(page).count()).toBeGreaterThan(0);
  await page.goto('/search/?kind=project&town=fotang');
  await expect(status(page)).toHaveText(/^找到 \d+ 条$/);
  const about = await results(page).locator('.about').allInnerTexts();
  expect(about.length).toBeGreaterThan(3);
  for (const line of about) expect(line).toMatch(/项目\s*佛堂镇/);
  await page.goto('/search/?kind=case&town=yiting');
  await expect(links(page)).toHaveText(['十条精品线，串起一百多个村', '义乌红糖：老手艺，新规矩']);
  await page.goto('/search/?kind=page&town=fotang');
  await expect(links(page)).toHaveText(['佛堂镇']);
});

test('a case of several towns is found as a case, in each of them', async ({ page }) => {
  for (const [town, name] of Object.entries({ yiting: '义亭镇', shangxi: '上溪镇' })) {
    await page.goto(`/search/?q=%E7%BA%A2%E7%B3%96&kind=case&town=${town}`);
    const sugar = results(page).getByRole('listitem').filter({ hasText: '义乌红糖：老手艺' });
    await expect(sugar.locator('.about').first()).toHaveText(`案例${name}`);
  }
});

test('events from the database are found in the same list, with their day and town', async ({
  page,
}) => {
  await page.goto('/search/?q=%E7%BA%A2%E7%B3%96');
  const event = results(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: '从甘蔗到红糖' }) });
  await expect(event).toContainText('活动');
  await expect(event).toContainText('义亭镇');
  await expect(event).toContainText(/\d+月\d+日/);
  await event.getByRole('link').click();
  await expect(page).toHaveURL(/\/events\/demo-/);
  await page.goto('/en/search/?q=workshop&kind=event');
  await expect(links(page).first()).toContainText('workshop');
});

test('more than a screenful is shown at a press, and the focus goes to the first new one', async ({
  page,
}) => {
  await page.goto('/search/?kind=project');
  await expect(status(page)).toHaveText('找到 37 条');
  await expect(links(page)).toHaveCount(20);
  await page.getByRole('button', { name: '再看一些' }).click();
  await expect(links(page)).toHaveCount(37);
  await expect(links(page).nth(20)).toBeFocused();
});

test('without JavaScript events are found, and the page says what else there is', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/search/');
  await box(page).fill('红糖');
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(/q=/);
  await expect(status(page)).toHaveText(/^活动和基地里找到 \d 条$/);
  await expect(links(page).filter({ hasText: '从甘蔗到红糖' })).toBeVisible();
  const ways = page.locator('noscript .notice');
  await expect(ways).toContainText('JavaScript');
  await expect(ways.getByRole('link', { name: '八个案例' })).toBeVisible();
  await context.close();
});

test.describe('where something cannot be had', () => {
  test.use({ losesAnswers: true, refusals: [503] });

  test('an index that does not arrive is said; events stay, and a second try finds everything', async ({
    page,
  }) => {
    await page.route('**/_astro/search-*/**', (route) => route.abort());
    await page.goto('/search/?q=%E7%BA%A2%E7%B3%96');
    await expect(page.getByRole('alert')).toContainText('页面的索引没有取到');
    await expect(links(page).filter({ hasText: '从甘蔗到红糖' })).toBeVisible();
    await expect(links(page).filter({ hasText: '老手艺' })).toHaveCount(0);
    await page.unroute('**/_astro/search-*/**');
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(links(page).filter({ hasText: '老手艺' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('without the database pages are found, and it is said what is missing', async ({ page }) => {
    await page.route('**/search/events.json', (route) => route.fulfill({ status: 503 }));
    await page.goto('/search/?q=%E7%BA%A2%E7%B3%96');
    await expect(page.getByRole('alert')).toContainText('此刻读不到活动和基地');
    await expect(links(page).filter({ hasText: '老手艺' })).toBeVisible();
  });

  test('no network is not taken for nothing found', async ({ page, context }) => {
    await page.goto('/search/?q=%E7%BA%A2%E7%B3%96');
    await expect(status(page)).toHaveText(/^找到/);
    await context.setOffline(true);
    await box(page).fill('恐龙');
    await expect(page.getByRole('alert')).toContainText('页面的索引没有取到');
  });
});

test('the slash stays a slash where somebody writes, and can be switched off for good', async ({
  page,
}) => {
  await page.goto('/projects/');
  await page.getByLabel('类型').focus();
  await page.keyboard.press('/');
  await expect(page).toHaveURL('/projects/');
  await page.goto('/search/');
  await box(page).fill('1');
  await page.keyboard.type('/2');
  await expect(box(page)).toHaveValue('1/2');
  const off = page.getByRole('button', { name: '不用「/」键' });
  await off.click();
  await expect(off).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/cases/');
  await page.keyboard.press('/');
  // Had it led away, this would be the page it led to.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await expect(page).toHaveURL('/cases/');
});

test('pages of one person and of staff are not in the index', async ({ page }) => {
  await page.goto('/search/?kind=page');
  await expect(status(page)).toHaveText(/^找到 \d+ 条$/);
  for (const href of await links(page).evaluateAll((all) =>
    all.map((one) => one.getAttribute('href')),
  )) {
    expect(href).not.toMatch(/^\/(en\/)?(sign-in|bureau|merchant|check-in|search)\//);
  }
});

test('the files of the index may be kept for ever, and only the search may compile WebAssembly', async ({
  page,
}) => {
  const answers: { url: string; kept: string }[] = [];
  page
    .context()
    .on('response', (answer) =>
      answers.push({ url: answer.url(), kept: answer.headers()['cache-control'] ?? '' }),
    );
  const policy = (await page.goto('/search/?q=%E7%BA%A2%E7%B3%96'))?.headers();
  await expect(status(page)).toHaveText(/^找到/);
  const files = answers.filter(({ url }) => url.includes('/_astro/search-'));
  expect(files.length).toBeGreaterThan(3);
  for (const { url, kept } of files) expect(kept, url).toContain('immutable');
  expect(policy?.['content-security-policy']).toContain("'wasm-unsafe-eval'");
  const other = (await page.request.get('/cases/')).headers()['content-security-policy'];
  expect(other).not.toContain('unsafe');
});
