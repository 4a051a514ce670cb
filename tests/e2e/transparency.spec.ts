import { expect, test } from './fixtures';
import { ActionPage, newcomer, SignInPage } from './people';

const files = ['days', 'actions', 'envelopes', 'prices', 'audits', 'fund'];

/** The rows of a CSV file without quoted line breaks, as texts by column. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.replace('\uFEFF', '').trimEnd().split('\r\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(columns.map((column, place) => [column, values[place] ?? '']));
  });
}

/** The whole numbers of a sentence, in their order. */
const numbersIn = (text: string) =>
  (text.match(/[\d,]+/g) ?? []).map((one) => Number(one.replaceAll(',', '')));

const yesterday = () =>
  new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);

test('the page says where all coins are, and the days in the file add up to the same', async ({
  page,
  request,
}) => {
  await page.goto('/transparency/');
  await expect(page.locator('[data-through]')).toHaveAttribute('data-through', yesterday());
  const sentence = await page.locator('[data-sum]').innerText();
  const [issued, takenBack, spent, expired, adjusted, held] = numbersIn(sentence);
  expect(sentence).toContain('+');
  expect((issued ?? 0) - (takenBack ?? 0) - (spent ?? 0) - (expired ?? 0) + (adjusted ?? 0)).toBe(
    held,
  );

  const days = rowsOf(await (await request.get('/transparency/data/days.csv')).text());
  const sum = (column: string) => days.reduce((coins, day) => coins + Number(day[column]), 0);
  expect(days).toHaveLength(90);
  expect([issued, takenBack, spent, expired, held]).toEqual([
    sum('issued'),
    sum('taken_back'),
    sum('spent') - sum('refunded'),
    sum('expired'),
    Number(days.at(-1)?.held),
  ]);
  expect(adjusted).toBe(sum('adjusted_up') - sum('adjusted_down'));
  const weeks = page.getByRole('table', { name: '同样的日子，按七天合计' }).getByRole('row');
  await expect(weeks).toHaveCount(1 + Math.ceil(90 / 7));
  await expect(weeks.nth(1)).toContainText(Number(days.at(-1)?.held).toLocaleString('en'));
});

test('a coin earned today moves no figure of the page or its files', async ({ page, request }) => {
  const read = async () => {
    // Past the cache: what would be shown if the page were made now.
    const fresh = `fresh=${crypto.randomUUID()}`;
    const html = await (await request.get(`/transparency/?${fresh}`)).text();
    const envelopes = await (await request.get(`/transparency/data/envelopes.csv?${fresh}`)).text();
    return [/data-sum[^>]*>([^<]+)/.exec(html)?.[1], envelopes];
  };
  const before = await read();
  await new SignInPage(page).signUp(newcomer());
  await new ActionPage(page).log('waste-sorting');
  await expect(page.getByText(/已到账/)).toBeVisible();
  expect(await read()).toEqual(before);
  expect(before[0]).toMatch(/=/);
});

for (const { path, words } of [
  {
    path: '/transparency/',
    words: {
      demo: '这里有演示数据',
      actions: /最近 90 天发出的，.*给了「垃圾分类」/,
      envelopes: '绿色出行',
      outlook: /大约 .*用完；十次里有九次在/,
      audits: /抽查：60 条里 1 条不该通过|抽查：60 条里 2 条不该通过/,
      prices: '全部价目和变动',
      roots: '最近七天的树根和封印',
    },
  },
  {
    path: '/en/transparency/',
    words: {
      demo: 'This page shows demo data',
      actions: /Of the coins of the last 90 days, .* went to “Sort the household waste”/,
      envelopes: 'Travel green',
      outlook: /used up around .*, nine times out of ten between/,
      audits: /[12] of 60 should not have been approved/,
      prices: 'All prices and changes',
      roots: 'Roots and seals of the last seven days',
    },
  },
]) {
  test(`${path} says everything without a script, demo data as such`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.getByText(words.demo)).toBeVisible();
    await expect(page.getByRole('heading', { name: words.actions })).toBeVisible();
    const envelope = page.locator('#envelopes').getByRole('row', { name: words.envelopes });
    await expect(envelope).toContainText(words.outlook);
    await expect(page.getByRole('heading', { name: words.audits })).toBeVisible();
    await expect(page.getByRole('link', { name: words.prices })).toBeVisible();
    const roots = page.getByRole('table', { name: words.roots }).getByRole('row');
    await expect(roots).toHaveCount(8);
    await expect(roots.nth(1)).toContainText(/[0-9a-f]{64}/);
    await context.close();
  });
}

test('every file has the same columns as CSV, as JSON, and on the page that documents them', async ({
  page,
  request,
}) => {
  await page.goto('/en/transparency/data/');
  for (const file of files) {
    const csv = await request.get(`/transparency/data/${file}.csv`);
    expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.headers()['access-control-allow-origin']).toBe('*');
    const text = await csv.text();
    expect(text.startsWith('\uFEFF')).toBe(true);
    const columns = text.slice(1).split('\r\n')[0]?.split(',');
    const documented = page.locator(`#${file} tbody code`);
    expect(await documented.allInnerTexts()).toEqual(columns);

    const json = await request.get(`/transparency/data/${file}.json`);
    expect(json.headers()['content-type']).toBe('application/json; charset=utf-8');
    const { rows, licence } = await json.json();
    expect(licence).toBe('CC-BY-4.0');
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0])).toEqual(columns);
    await expect(page.getByRole('link', { name: `${file}.json` })).toBeVisible();
  }
});

test('a file gives the days that are asked for, is 304 for who has it, and refuses what is no range', async ({
  request,
}) => {
  const to = yesterday();
  const from = new Date(Date.parse(to) - 6 * 86_400_000).toISOString().slice(0, 10);
  const address = `/transparency/data/days.csv?from=${from}&to=${to}`;
  const answer = await request.get(address);
  expect(rowsOf(await answer.text()).map(({ day }) => day)).toEqual(
    Array.from({ length: 7 }, (_, at) =>
      new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10),
    ),
  );
  const again = await request.get(address, {
    headers: { 'If-None-Match': answer.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  expect(answer.headers()['cache-control']).toBe('public, max-age=300');

  for (const [query, code] of [
    ['from=2026-02-30', 'not_a_day'],
    [`from=${to}&to=${from}`, 'from_after_to'],
    ['from=2020-01-01', 'range_too_long'],
  ]) {
    const refused = await request.get(`/transparency/data/actions.json?${query}`);
    expect(refused.status()).toBe(400);
    expect(refused.headers()['content-type']).toContain('application/problem+json');
    const { code: given, title, title_zh } = await refused.json();
    expect(given).toBe(code);
    expect(title).toMatch(/[a-z]/);
    expect(title_zh).toMatch(/\p{Script=Han}/u);
  }
  expect((await request.get('/transparency/data/residents.csv')).status()).toBe(404);
});
