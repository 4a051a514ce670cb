// What leaves the browser of somebody who answers a survey, and what is kept of it.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from '@playwright/test';
import postgres from 'postgres';
import { expect, test } from './fixtures';
import { config } from './global-setup';
import { keptIn, siteIsKept } from './offline';
import { newcomer, SignInPage } from './people';

const demoWave = '41111111-1111-4111-8111-111111111111';

const database = () => postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1 });

/** Answers what has to be answered; nothing is sent yet. */
async function fillIn(page: Page) {
  const next = () => page.getByRole('button', { name: '下一步' }).click();
  await page.goto('/survey/');
  for (let question = 1; question <= 5; question += 1) {
    await expect(page.getByText(`第 ${question} 题，共 9 题`)).toBeVisible();
    await page.getByRole('radio', { name: '比较满意' }).check();
    await next();
  }
  await page.getByRole('checkbox', { name: '都没有' }).check();
  await next();
  await page.getByRole('radio', { name: '说不清' }).check();
  for (let skipped = 0; skipped < 3; skipped += 1) await next();
  await page.getByRole('button', { name: '看一遍再交' }).click();
  await page.getByRole('button', { name: '交卷' }).click();
  await expect(page.getByText('答好了，谢谢你。')).toBeVisible();
}

const isAnswer = (request: Request) =>
  new URL(request.url()).pathname === '/survey/answers' && request.method() === 'POST';
const isIssue = (request: Request) => new URL(request.url()).pathname === '/survey/token';

test('a token is signed on any page, and the answer goes without cookies and counts once', async ({
  page,
}) => {
  const person = newcomer();
  // Not on the page of the survey: whoever signs in has one.
  const issued = page.waitForRequest(isIssue);
  await new SignInPage(page).signUp(person);
  const asked = (await issued).postDataJSON();
  expect((await (await issued).response())?.status()).toBe(200);
  expect(Object.keys(asked).sort()).toEqual(['blinded', 'wave']);

  await fillIn(page);
  const sending = page.waitForRequest(isAnswer);
  await page.getByRole('button', { name: '现在就送' }).click();
  const sent = await sending;
  await expect(page.getByText('送到了，算一份。')).toBeVisible();
  const headers = await sent.allHeaders();
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('authorization');
  expect(headers).not.toHaveProperty('referer');
  const body = sent.postData() ?? '';
  expect(Buffer.byteLength(body)).toBe(32_768);
  const { prepared, signature } = JSON.parse(body);
  expect(body).not.toContain(asked.blinded);
  const receipt = createHash('sha256').update(Buffer.from(prepared, 'hex')).digest('hex');
  await expect(page.getByText(receipt)).toBeVisible();

  // Sent once more, the very same, it is still one; the next page of the same person asks for no second token.
  const again = await page.request.post('/survey/answers', {
    data: body,
    headers: { 'Content-Type': 'application/json' },
  });
  expect(again.status()).toBe(204);
  const sql = database();
  const [row] = await sql`select
    (select count(*)::integer from survey_private.answers
      where token_sha256 = decode(${receipt}, 'hex')) as answers,
    (select count(*)::integer from survey_private.issuances i join auth.users u on u.id = i.resident_id
      where u.email = ${person.email}) as issuances`;
  await sql.end();
  expect(row).toEqual({ answers: 1, issuances: 1 });

  // The device has forgotten the answer and the token.
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('survey').onsuccess = ({ target }) => {
          const all = (target as IDBOpenDBRequest).result
            .transaction('tokens')
            .objectStore('tokens')
            .getAll();
          all.onsuccess = () => resolve(all.result);
        };
      }),
  );
  expect(kept).toEqual([{ step: 'sent', receipt }]);

  // What the site, the API and the jobs wrote meanwhile.
  for (const name of ['site', 'services']) {
    const log = readFileSync(join(config.dataDir, `${name}.log`), 'utf8');
    for (const trace of [prepared, signature, receipt, asked.blinded, person.email]) {
      expect(log).not.toContain(trace);
    }
  }
});

test('an answer outlives its tab and is sent the same when its time has come', async ({
  page,
  context,
}) => {
  await new SignInPage(page).signUp(newcomer());
  await fillIn(page);
  const requests: Request[] = [];
  context.on('request', (request) => {
    if (isAnswer(request)) requests.push(request);
  });
  await page.close();
  expect(requests).toEqual([]);

  const later = await context.newPage();
  await later.clock.install({ time: Date.now() + 3 * 60 * 60 * 1_000 });
  await later.goto('/survey/');
  await later.clock.runFor(1_000);
  await expect(later.getByText('答好了，谢谢你。')).toBeVisible();
  expect(requests).toEqual([]);
  const sending = later.waitForRequest(isAnswer);
  await later.clock.runFor(70_000);
  await sending;
  await expect(later.getByText('送到了，算一份。')).toBeVisible();
  expect(requests).toHaveLength(1);
});

test.describe('without network', () => {
  test.use({ losesAnswers: true });

  test('an answer waits, and the same is sent once there is one again', async ({
    page,
    context,
  }) => {
    await new SignInPage(page).signUp(newcomer());
    await fillIn(page);
    await siteIsKept(page);
    await expect.poll(() => keptIn(page, 'personal')).toContain('/survey/');
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByText('答好了，谢谢你。')).toBeVisible();
    const lost = page.waitForRequest(isAnswer);
    const button = page.getByRole('button', { name: '现在就送' });
    await button.click();
    const first = (await lost).postData();
    await expect(button).toBeEnabled();
    await context.setOffline(false);
    const sending = page.waitForRequest(isAnswer);
    await button.click();
    expect((await sending).postData()).toBe(first);
    await expect(page.getByText('送到了，算一份。')).toBeVisible();
  });
});

test('a browser does nothing with a key that did not come with the site', async ({ page }) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('hex');
  await page.route('**/survey/keys.json', (route) =>
    route.fulfill({
      json: [{ wave_id: demoWave, series: 'open', key_id: '0123456789abcdef', spki }],
    }),
  );
  const asked: Request[] = [];
  page.on('request', (request) => {
    if (isIssue(request)) asked.push(request);
  });
  await new SignInPage(page).signUp(newcomer(), '/survey/');
  await expect(page.getByText('这份问卷的密钥不是随网站一起来的')).toBeVisible();
  expect(asked).toEqual([]);
});

test('somebody’s second browser says where their token is', async ({ page, browser }) => {
  const person = newcomer();
  const issued = page.waitForResponse((response) => isIssue(response.request()));
  await new SignInPage(page).signUp(person);
  await issued;
  const context = await browser.newContext();
  const other = await context.newPage();
  await new SignInPage(other).signIn(person.email, person.password, '/survey/');
  await expect(other.getByText('你这一期的凭据在另一台设备或另一个浏览器上')).toBeVisible();
  await context.close();
});

test('what is no answer is refused with a code, and tokens are published at the end alone', async ({
  request,
}) => {
  const post = async (data: string) => {
    const response = await request.post('/survey/answers', {
      data,
      headers: { 'Content-Type': 'application/json' },
    });
    return [response.status(), (await response.json()).code];
  };
  const sheet = {
    key: '0123456789abcdef',
    prepared: '0'.repeat(128),
    signature: '1'.repeat(512),
    mode: 'web',
    strata: {},
    answers: {},
    padding: '',
  };
  expect(await post(JSON.stringify({ ...sheet, answers: { a: 'x'.repeat(1_000_000) } }))).toEqual([
    413,
    'answer_too_long',
  ]);
  expect(await post('{')).toEqual([400, 'answer_invalid']);
  expect(await post(JSON.stringify({ ...sheet, resident: 'x' }))).toEqual([400, 'answer_invalid']);
  expect(await post(JSON.stringify(sheet))).toEqual([404, 'wave_unknown']);
  const [demo] = await (await request.get('/survey/keys.json')).json();
  expect(await post(JSON.stringify({ ...sheet, key: demo.key_id }))).toEqual([
    403,
    'token_invalid',
  ]);
  const tokens = await request.get(`/survey/waves/${demoWave}/tokens.csv`);
  expect([tokens.status(), (await tokens.json()).code]).toEqual([409, 'wave_not_closed']);
  expect((await request.get('/survey/waves/nonsense/tokens.csv')).status()).toBe(404);

  const issue = (headers: Record<string, string>) =>
    request.post('/survey/token', {
      data: { wave: demoWave, blinded: '0'.repeat(512) },
      headers,
    });
  const here = new URL((await request.get('/survey/keys.json')).url()).origin;
  expect((await issue({ Origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await issue({ Origin: here })).status()).toBe(401);
});
