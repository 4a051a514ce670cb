import { bothLanguages, contentPages, inEnglish } from './addresses';
import { expect, test } from './fixtures';

test('every content page is complete without JavaScript and asks for no script file', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  for (const path of bothLanguages(contentPages)) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await answer?.text(), path).not.toMatch(/<script[^>]+src=|<astro-island/);
  }
  expect(scripts).toEqual([]);
  await context.close();
});

test('every page carries the content policy and the security headers, 404 included', async ({
  request,
}) => {
  for (const path of [
    ...bothLanguages(contentPages),
    '/sign-in/',
    '/act/',
    '/no-such-page/',
    '/bureau/',
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy'], path).toContain("default-src 'self'");
    expect(headers['content-security-policy'], path).not.toContain('unsafe');
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy'], path).toContain('camera=(self)');
  }
});

test('personal pages are never kept by a cache', async ({ request }) => {
  for (const path of ['/wallet/', '/account/', '/merchant/', '/survey/', '/bureau/']) {
    expect((await request.get(path)).headers()['cache-control'], path).toBe('private, no-store');
  }
});

test('public pages from the database are kept for a moment, so that a crowd costs one rendering', async ({
  request,
}) => {
  for (const path of [
    '/',
    '/satisfaction/',
    '/act/',
    '/rewards/',
    '/projects/?type=culture',
    '/events/',
    '/bases/',
  ]) {
    await request.get(path);
    const { 'x-astro-cache': state } = (await request.get(path)).headers();
    expect(['HIT', 'STALE'], path).toContain(state);
  }
});

test('the language switch stays on the same page, and each page names its twin', async ({
  page,
}) => {
  for (const path of ['/', '/cases/brown-sugar/', '/indicators/', '/satisfaction/', '/act/']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('link[hreflang="en"]')).toHaveAttribute(
      'href',
      new RegExp(`${inEnglish(path)}$`),
    );
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(inEnglish(path));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(path);
  }
});

test('elder mode and the dark scheme are remembered from page to page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.getByRole('button', { name: '深色' }).click();
  await page.goto('/cases/');
  await expect(page.locator('html')).toHaveAttribute('data-elder', 'on');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: '长者模式' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-elder');
});

test('the projects are filtered by a plain form, with totals that follow', async ({ page }) => {
  await page.goto('/projects/');
  await expect(page.getByText('1,616,886').first()).toBeVisible();
  await page.getByLabel('类型').selectOption({ label: '文化品牌打造工程' });
  await page.getByRole('button', { name: '按条件查看' }).click();
  await expect(page).toHaveURL(/type=culture/);
  await expect(page.getByText('342,121').first()).toBeVisible();
  await page.goto('/projects/?type=%27%3B--&town=nowhere');
  await expect(page.getByText('1,616,886').first()).toBeVisible();
});

test('the feed of each language lists the eight cases, and the sitemap both languages', async ({
  request,
}) => {
  for (const [path, language] of [
    ['/rss.xml', 'zh-CN'],
    ['/en/rss.xml', 'en'],
  ] as const) {
    const text = await (await request.get(path)).text();
    expect(text).toContain(`<language>${language}</language>`);
    expect(text.match(/<item>/g)).toHaveLength(8);
  }
  const sitemap = await (await request.get('/sitemap-0.xml')).text();
  for (const path of ['/cases/', '/en/cases/', '/projects/', '/en/satisfaction/', '/act/']) {
    expect(sitemap).toContain(`${path}</loc>`);
  }
  expect(sitemap).not.toContain('/bureau/');
  const living = await (await request.get('/sitemap-education.xml')).text();
  for (const path of ['/bases/fenshuitang/', '/en/events/demo-river-walk/']) {
    expect(living).toContain(`${path}</loc>`);
  }
  expect(await (await request.get('/sitemap-index.xml')).text()).toContain(
    '/sitemap-education.xml',
  );
});

test('an address that does not exist answers 404 in both languages at once', async ({ page }) => {
  const answer = await page.request.get('/no-such-page/');
  expect(answer.status()).toBe(404);
  const text = await answer.text();
  expect(text).toContain('这里没有这一页');
  expect(text).toContain('lang="en"');
});

test('healthz says that the API and the database answer, and which migration is newest', async ({
  request,
}) => {
  const answer = await request.get('/healthz');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    status: 'ok',
    api: 'ok',
    database: 'ok',
    migration: expect.stringMatching(/^\d{14}$/),
    build: expect.any(String),
  });
});
