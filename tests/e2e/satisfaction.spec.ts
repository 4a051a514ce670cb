import { createHash, randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readPdf } from '../unit/education/pdf';
import { sql } from './education';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

const isClean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
};

/** Adds answers in which every age and sex of two towns stands beside every other. */
const addAnswers = (wave: string, each: number, choice: string) => sql`
  insert into survey_private.answers (wave_id, token_sha256, mode, town_code, age_band, sex, answers)
  select ${wave}, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'paper', town, age, sex,
    jsonb_build_object('gain', ${choice}::text, 'satisfaction', ${choice}::text, 'awareness', ${choice}::text,
      'participation', ${choice}::text, 'confidence', ${choice}::text)
  from unnest(array['choucheng', 'fotang']) as town, unnest(enum_range(null::public.age_band)) as age,
    unnest(enum_range(null::public.sex)) as sex, generate_series(1, ${each}) as n`;

/** A sampled demo wave that closed yesterday. */
async function newClosedWave(): Promise<{ id: string; title: string }> {
  const title = `抽样 ${randomUUID().slice(0, 6)}`;
  const [wave] = await sql<{ id: string }[]>`
    insert into public.survey_waves (title_zh, title_en, series, questionnaire_id, questionnaire_version, opens_on,
      closes_on, announced_at, closed_at, is_demo)
    values (${title}, ${title}, 'sampled', '42000002-0000-4000-8000-000000000000', 1, private.shanghai_day() - 20,
      private.shanghai_day() - 1, now(), now(), true)
    returning id`;
  const id = wave?.id ?? '';
  await addAnswers(id, 12, 'satisfied');
  await addAnswers(id, 1, 'not_satisfied');
  return { id, title };
}

test('figures are frozen by one person and released by another; then page, home and indicator show them', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const { id: wave, title } = await newClosedWave();
  const analyst = await (await browser.newContext()).newPage();
  const administrator = await (await browser.newContext()).newPage();
  await new SignInPage(analyst).signIn('analyst@example.com', undefined, '/bureau/satisfaction/');
  await isClean(analyst);
  const freeze = async () => {
    await analyst.goto('/bureau/satisfaction/');
    await analyst.getByRole('link', { name: title }).click();
    await isClean(analyst);
    await analyst.getByRole('button', { name: '封存这一份结果' }).click();
    await analyst.getByRole('link', { name: '看封存的这一份' }).click();
    await expect(analyst.getByText('要由另一位分析员或管理员来公布')).toBeVisible();
    await expect(analyst.getByRole('button', { name: '公布这一份' })).toHaveCount(0);
    return new URL(analyst.url()).pathname;
  };
  const release = async (address: string) => {
    await administrator.goto(address);
    await expect(administrator.locator('[data-recomputed]')).toHaveAttribute(
      'data-recomputed',
      'same',
    );
    await isClean(administrator);
    await expect(administrator.getByRole('button', { name: '公布这一份' })).toBeDisabled();
    await administrator.getByRole('checkbox', { name: /我看过这些数字/ }).check();
    await administrator.getByRole('button', { name: '公布这一份' }).click();
    await expect(administrator.getByText('已经公布。')).toBeVisible();
    return address.split('/').at(-2) ?? '';
  };

  const address = await freeze();
  await page.goto('/satisfaction/');
  await expect(page.getByText(title)).toHaveCount(0);
  await new SignInPage(administrator).signIn('administrator@example.com', undefined, address);
  const first = await release(address);

  // Twelve of thirteen, weighted or not: every cell answered alike.
  await expect(async () => {
    await page.goto('/satisfaction/');
    await expect(page.locator('#sampled')).toContainText(title, { timeout: 1000 });
  }).toPass();
  await expect(page.locator('#sampled [data-measure-value]').first()).toHaveText('92.3%');
  await expect(page.locator('#sampled [data-answers]')).toHaveAttribute('data-answers', '208');
  await expect(page.locator('#trend')).toContainText(title);
  const sha256 = (await page.locator('[data-sha256]').innerText()).trim();
  const file = await request.get(`/satisfaction/data/${first}.json`);
  expect(
    createHash('sha256')
      .update(await file.body())
      .digest('hex'),
  ).toBe(sha256);
  await expect(async () => {
    await page.goto('/indicators/');
    const figure = page.locator('#indicator-17 [data-released-share]');
    await expect(figure).toContainText(title, { timeout: 1000 });
    await expect(figure).toContainText('92.3%');
  }).toPass();
  await page.goto('/');
  await expect(page.getByText('92.3%')).toBeVisible();

  // A late sheet of paper is found: a correction, which leaves the first one to be read.
  await addAnswers(wave, 1, 'satisfied');
  await analyst.goto(`/bureau/satisfaction/waves/${wave}/`);
  await expect(analyst.getByText('这是更正：公布以后，取代现在有效的那一份。')).toBeVisible();
  const second = await release(await freeze());
  await expect(async () => {
    await page.goto(`/satisfaction/releases/${first}/`);
    await expect(page.getByText('这一份已经被更正。')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await isClean(page);
  await page.getByRole('link', { name: '看更正后的' }).click();
  await expect(page).toHaveURL(`/satisfaction/releases/${second}/`);
  await expect(page.locator('[data-answers]')).toHaveAttribute('data-answers', '224');
  await analyst.context().close();
  await administrator.context().close();
});

test('a small town is blank, a second one with it, and the page says why', async ({ page }) => {
  await page.goto('/en/satisfaction/releases/41333333-3333-4333-8333-333333333333/');
  const blanked = page.locator('tr[data-visibility="blanked"]');
  expect(await blanked.count()).toBeGreaterThan(1);
  await expect(blanked.first()).toContainText('not shown');
  await expect(page.getByText('nobody can tell who answered what').first()).toBeVisible();
});

test('an open survey is shown apart, as self-selected and without a verdict', async ({ page }) => {
  await page.goto('/en/satisfaction/');
  await expect(page.locator('#open')).toContainText('self-selected');
  await expect(page.locator('#open')).toContainText('An open survey gives no verdict.');
  await expect(page.locator('#open [data-standing]')).toHaveCount(0);
  await expect(page.locator('#sampled [data-standing]')).toHaveCount(1);
});

test('what is not released cannot be downloaded, and no other file either', async ({ request }) => {
  for (const file of [
    `${randomUUID()}.json`,
    '41333333-3333-4333-8333-333333333333.exe',
    '41333333-3333-4333-8333-333333333333',
    'x.csv',
  ]) {
    expect((await request.get(`/satisfaction/data/${file}`)).status(), file).toBe(404);
  }
  for (const end of ['.csv', '-margins.csv', '-settings.json', '-figures.csv', '.sps']) {
    const file = await request.get(`/satisfaction/data/41333333-3333-4333-8333-333333333333${end}`);
    expect(file.status(), end).toBe(200);
    expect(file.headers()['access-control-allow-origin']).toBe('*');
  }
});

test('the figure prints with its verdict, intervals and SHA-256, and nothing to press', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/satisfaction/releases/41333333-3333-4333-8333-333333333333/');
  const sha256 = (await page.locator('[data-sha256]').innerText()).trim();
  const verdict = await page.locator('[data-standing] strong').innerText();
  const { pages, text } = await readPdf(await page.pdf({ format: 'A4', printBackground: true }));
  expect(pages).toBeLessThan(10);
  const plain = (words: string) => words.normalize('NFKC').replace(/\s/g, '');
  for (const part of [sha256, verdict, '95% interval']) expect(plain(text)).toContain(plain(part));
  expect(plain(text)).not.toContain(plain('SPSS syntax'));
});

test.describe('with a refusal', () => {
  test.use({ refusals: [400] });
  test('population figures that lack a town are refused and what is typed stays', async ({
    page,
  }) => {
    await new SignInPage(page).signIn(
      'analyst@example.com',
      undefined,
      '/bureau/satisfaction/margins/',
    );
    await isClean(page);
    await page.getByLabel('各行：变量、类别、人数').fill('town,fotang,120500');
    await page.getByLabel('来源').fill('测试');
    await page.getByLabel('截至哪天').fill('2025-12-31');
    await page.getByRole('button', { name: '存下人口数' }).click();
    await expect(page.getByRole('alert')).toContainText('每个镇街、年龄段、性别都要有且只有一行');
    await expect(page.getByLabel('来源')).toHaveValue('测试');
  });
});
