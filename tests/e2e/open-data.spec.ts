import { z } from 'zod';
import { inEnglish } from './addresses';
import { expect, test } from './fixtures';

interface Description {
  openapi: string;
  paths: Record<string, { get: { responses: Record<string, Answer> } }>;
  components: { schemas: Record<string, z.core.JSONSchema.JSONSchema> };
}
interface Answer {
  content?: Record<string, { schema: { $ref: string } }>;
}

test('every described address answers as described, with a tag, and to pages of any site', async ({
  request,
}) => {
  const description: Description = await (await request.get('/openapi.json')).json();
  expect(description.openapi).toMatch(/^3\.1\./);
  const paths = Object.entries(description.paths);
  expect(paths.length).toBe(24);
  for (const [path, { get }] of paths) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const headers = answer.headers();
    expect(headers['access-control-allow-origin'], path).toBe('*');
    expect(headers['cache-control'], path).toMatch(/^public, max-age=[1-9]/);
    expect(headers['content-type'], path).toMatch(/^application\/(feed\+)?json/);
    const name = get.responses[200]?.content?.['application/json']?.schema.$ref.split('/').at(-1);
    const schema = z.fromJSONSchema(description.components.schemas[name ?? ''] ?? false);
    const document = await answer.json();
    expect(schema.safeParse(document).error?.issues ?? [], path).toEqual([]);
    // The description would not be worth much if it took anything.
    expect(schema.safeParse({}).success, path).toBe(false);
    const again = await request.get(path, { headers: { 'If-None-Match': headers.etag ?? '' } });
    expect(again.status(), path).toBe(304);
  }
});

test('ids are one of a kind, and their addresses are pages in both languages', async ({
  request,
}) => {
  for (const [name, count] of [
    ['cases', 8],
    ['indicators', 20],
    ['projects', 37],
    ['figures', 69],
    ['waters', 20],
    ['sights', 9],
    ['cultures', 8],
    ['protected-sites', 7],
    ['intangible', 14],
    ['farming', 26],
    ['clusters', 8],
    ['towns', 14],
    ['departments', undefined],
    ['events', undefined],
    ['coins', 6],
    ['satisfaction', undefined],
  ] as const) {
    const { about, items } = await (await request.get(`/data/${name}.json`)).json();
    const ids = items.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
    if (count) expect(ids, name).toHaveLength(count);
    else expect(ids.length, name).toBeGreaterThan(0);
    const page = await (await request.get(about)).text();
    expect(page, about).toContain(`id="${name}"`);
    for (const item of [items[0], items.at(-1)]) {
      if (!item.url) continue;
      for (const address of [item.url.zh, item.url.en]) {
        const answer = await request.get(address);
        expect(answer.status(), address).toBe(200);
        const { hash } = new URL(address);
        if (hash) expect(await answer.text(), address).toContain(`id="${hash.slice(1)}"`);
      }
    }
  }
});

test('what a town or a department names by id is a row of the other files', async ({ request }) => {
  type Row = Record<string, unknown> & { id: string };
  const itemsOf = async (name: string): Promise<Row[]> =>
    (await (await request.get(`/data/${name}.json`)).json()).items;
  const named = async (name: string, fields: Record<string, string>) => {
    const rows = await itemsOf(name);
    for (const [field, file] of Object.entries(fields)) {
      const ids = (await itemsOf(file)).map(({ id }) => id);
      const asked = rows.flatMap((row) => row[field]);
      expect(asked.length, `${name}.${field}`).toBeGreaterThan(0);
      for (const id of asked) expect(ids, `${name}.${field}`).toContain(id);
    }
  };
  await named('towns', {
    cases: 'cases',
    projects: 'projects',
    sights: 'sights',
    protectedSites: 'protected-sites',
    intangible: 'intangible',
    farming: 'farming',
    clusters: 'clusters',
  });
  await named('departments', { indicators: 'indicators', projects: 'projects' });
});

test('the feed of each language holds the eight cases and the coming events', async ({
  request,
}) => {
  for (const [path, language] of [
    ['/data/feed.json', 'zh-CN'],
    [inEnglish('/data/feed.json'), 'en'],
  ] as const) {
    const feed = await (await request.get(path)).json();
    expect(feed.language).toBe(language);
    expect(feed.feed_url).toMatch(new RegExp(`${path}$`));
    const urls: string[] = feed.items.map(({ url }: { url: string }) => url);
    expect(urls.filter((url) => url.includes('/cases/'))).toHaveLength(8);
    expect(urls.filter((url) => url.includes('/events/')).length).toBeGreaterThan(3);
    if (language === 'en') for (const url of urls) expect(url).toContain('/en/');
  }
});

test('the page names every file, says the terms are not set, and is described for search engines', async ({
  page,
}) => {
  for (const path of ['/data/', inEnglish('/data/')]) {
    await page.goto(path);
    for (const href of [
      '/data/cases.json',
      '/data/towns.json',
      '/data/satisfaction.json',
      '/openapi.json',
      '/llms.txt',
      '/data/feed.json',
    ]) {
      await expect(page.getByRole('main').locator(`a[href="${href}"]`)).toBeVisible();
    }
    await expect(
      page.getByText(path === '/data/' ? '待填写' : 'not filled in yet').first(),
    ).toBeVisible();
    const data = JSON.parse(
      (await page.locator('[type="application/ld+json"]').textContent()) ?? '',
    );
    expect(data.dataset).toHaveLength(16);
    for (const { distribution } of data.dataset) {
      expect((await page.request.get(distribution.contentUrl)).status()).toBe(200);
    }
  }
  await page.goto('/cases/');
  await page.getByRole('contentinfo').getByRole('link', { name: '开放数据' }).click();
  await expect(page).toHaveURL('/data/');
});

test('each kind of page says to search engines what it is', async ({ page, request }) => {
  const [release] = (await (await request.get('/data/satisfaction.json')).json()).items;
  const catalogue = new URL(inEnglish('/data/'), release.url.en).href;
  const dataOf = async (path: string) => {
    await page.goto(path);
    const text = await page.locator('head [type="application/ld+json"]').textContent();
    const data = JSON.parse(text ?? '');
    expect(data['@context'], path).toBe('https://schema.org');
    expect(data.url, path).toBe(await page.locator('[rel="canonical"]').getAttribute('href'));
    return data;
  };
  for (const [path, files] of [
    ['/plan/', undefined],
    ['/indicators/', ['indicators']],
    ['/projects/?town=fotang', ['projects']],
    ['/landscape/', ['waters', 'sights']],
    ['/heritage/', ['protected-sites', 'intangible', 'cultures']],
    ['/farming/', ['farming']],
    ['/industry/', ['clusters']],
    ['/towns/', ['towns']],
    ['/departments/', ['departments']],
  ] as const) {
    const data = await dataOf(inEnglish(path));
    expect(data, path).toMatchObject({ '@type': 'WebPage', inLanguage: 'en' });
    expect(data.mainEntity, path).toEqual(
      files?.map((name) => ({ '@id': `${catalogue}#${name}` })),
    );
  }
  expect((await dataOf('/towns/yiting/')).about).toMatchObject({
    '@type': 'AdministrativeArea',
    name: '义亭镇',
    alternateName: 'Yiting Town',
  });
  expect((await dataOf('/departments/water-bureau/')).about).toMatchObject({
    '@type': 'GovernmentOrganization',
    name: '水务局',
  });
  expect(await dataOf('/bases/fenshuitang/')).toMatchObject({
    '@type': 'Place',
    address: { addressLocality: '城西街道', addressCountry: 'CN' },
  });
  expect(await dataOf('/bases/demo-fotang-river/')).toMatchObject({
    disambiguatingDescription: '演示数据',
  });
  const figure = await dataOf(release.url.en);
  expect(figure).toMatchObject({ '@type': 'Dataset', includedInDataCatalog: { '@id': catalogue } });
  expect(figure.distribution).toHaveLength(6);
  for (const { contentUrl, encodingFormat } of figure.distribution) {
    const answer = await request.get(contentUrl);
    expect(answer.headers()['content-type'], contentUrl).toContain(encodingFormat);
  }
  await page.goto('/cases/fenshuitang/');
  await expect(page.locator('[itemtype="https://schema.org/Article"]')).toHaveCount(1);
});

test('the home page tells search engines how to search', async ({ page }) => {
  await page.goto(inEnglish('/'));
  const data = JSON.parse((await page.locator('[type="application/ld+json"]').textContent()) ?? '');
  const address = data.potentialAction.target.urlTemplate.replace('{search_term_string}', 'river');
  await page.goto(address);
  await expect(page.getByRole('searchbox')).toHaveValue('river');
});

test('llms.txt is a guide whose every link answers', async ({ request }) => {
  const text = await (await request.get('/llms.txt')).text();
  expect(text).toMatch(/^# .+\n\n> .+/);
  const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\)/gm)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(15);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
});

test('what is not there answers 404', async ({ request }) => {
  for (const path of ['/data/people.json', '/data/cases.csv', '/data/constructor']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
