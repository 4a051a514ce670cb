import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { closedDay, leavesOf, receiptOf } from '../unit/coins/books/day';
import { readPdf } from '../unit/education/pdf';
import { behindTheSite } from './behind';
import { expect, test } from './fixtures';
import { ActionPage, newcomer, SignInPage, WalletPage } from './people';

/** The demo resident, whose first coins are of yesterday: opens the receipt of the one transfer they begin with. */
async function openReceipt(page: Page) {
  await new SignInPage(page).signIn('resident@example.com', undefined, '/wallet/');
  const row = page.getByRole('row', { name: /\+60/ });
  await row.getByRole('link', { name: '回执' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('流水回执');
}

/** The file of that receipt. */
async function downloadReceipt(page: Page): Promise<string> {
  await openReceipt(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载回执（JSON）' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^receipt-\d{4}-\d{2}-\d{2}-\d+\.json$/);
  return readFile(await download.path(), 'utf8');
}

const receiptBox = (page: Page, name = '回执') => page.getByRole('textbox', { name, exact: true });

/** Pastes a receipt into the page of verification and has it checked. */
async function check(page: Page, receipt: string) {
  await receiptBox(page).fill(receipt);
  await page.getByRole('button', { name: '核对回执' }).click();
}

test('a resident downloads a receipt of a closed day, and it holds in the browser as does the whole day', async ({
  page,
}) => {
  const text = await downloadReceipt(page);
  await page.goto('/transparency/verify/');
  await expect(receiptBox(page)).toBeEnabled();
  await page.getByLabel('打开回执文件').setInputFiles({
    name: 'receipt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await expect(page.getByText('这张回执站得住。')).toBeFocused();
  await expect(page.getByText('对得上', { exact: true })).toHaveCount(4);
  await expect(page.getByText(/绿色行动，60 枚绿币/)).toBeVisible();

  await page.getByRole('button', { name: '核对整天' }).click();
  await expect(page.getByText(/这一天加得起来/)).toBeVisible();
  await expect(page.getByText('你的回执也在里面，就在它说的位置。')).toBeVisible();
  const { day, sums, seal } = JSON.parse(text);
  expect(sums.transfers).toBeGreaterThan(1);
  for (const [name, value] of [
    ['流水（笔）', sums.transfers],
    ['发出', sums.issued],
    ['兑换', sums.spent],
  ]) {
    const row = page.getByRole('row', { name: new RegExp(`^${name} `) });
    await expect(row.getByRole('cell')).toHaveText([String(value), String(value)]);
  }

  await page.getByLabel('从', { exact: true }).fill('2020-01-01');
  await page.getByLabel('以前留下的封印').fill(seal);
  await page.getByRole('button', { name: '核对封印' }).click();
  await expect(page.getByText(/90 天一天不缺.*封印一个连一个/)).toBeVisible();
  await expect(page.getByText(/^你留下的封印是 .* 的，没有变。$/)).toBeVisible();
  await page.getByLabel('到', { exact: true }).fill(day);
  await page.getByLabel('以前留下的封印').fill('0'.repeat(64));
  await page.getByRole('button', { name: '核对封印' }).click();
  await expect(page.getByRole('alert')).toContainText('这段日子里没有你留下的封印');
});

test('a link carries the receipt behind the #: no request holds anything of it', async ({
  page,
}) => {
  await openReceipt(page);
  const number = await page.locator('dt:text-is("回执号") + dd').innerText();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.getByRole('link', { name: '在浏览器里核对' }).click();
  await expect(page.getByText('这张回执站得住。')).toBeVisible();
  await expect(receiptBox(page)).toHaveValue(new RegExp(number));
  await page.getByRole('button', { name: '核对整天' }).click();
  await expect(page.getByText('你的回执也在里面，就在它说的位置。')).toBeVisible();
  expect(sent.filter((request) => request.includes('get_days')).length).toBeGreaterThan(1);
  expect(sent.join('\n')).not.toContain(number);
  expect(sent.join('\n')).not.toMatch(/receipt=/);
});

test('a changed digit is refused, and the page says which step failed', async ({ page }) => {
  const text = await downloadReceipt(page);
  const receipt = JSON.parse(text);
  const { sums } = receipt;
  await page.goto('/transparency/verify/');
  for (const [changed, verdict] of [
    [{ leaf: receipt.leaf.replace('|60|', '|61|') }, '停在第 2 步：路径。'],
    [{ index: receipt.index === 0 ? 1 : receipt.index - 1 }, '停在第 2 步：路径。'],
    [
      { root: receipt.root.replace(/^./, (digit: string) => (digit === 'a' ? 'b' : 'a')) },
      '停在第 2 步：路径。',
    ],
    [{ sums: { ...sums, issued: sums.issued + 1 } }, '停在第 3 步：封印。'],
    [{ day: '2026-01-01' }, '停在第 1 步：流水。'],
  ] as const) {
    await check(page, JSON.stringify({ ...receipt, ...changed }));
    await expect(page.getByRole('alert')).toContainText(verdict);
    await expect(page.getByText('证明了什么')).toHaveCount(0);
  }
  await check(page, text.slice(0, -20));
  await expect(page.getByText('这不是一张完整的回执。')).toBeVisible();
  await expect(receiptBox(page)).toHaveAttribute('aria-invalid', 'true');

  // Somebody who can count makes a day of their own that holds by itself.
  const leaves = leavesOf(receipt.day, 3);
  const forged = receiptOf(leaves, 1, closedDay(receipt.day, leaves));
  await check(page, JSON.stringify(forged));
  await expect(page.getByRole('alert')).toContainText('停在第 4 步：公布的账。');

  const dropped = await page.evaluateHandle((file) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([file], 'receipt.json'));
    return transfer;
  }, text);
  await receiptBox(page).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('这张回执站得住。')).toBeVisible();
});

test.describe('without network', () => {
  test.use({ losesAnswers: true });

  test('a receipt is checked as far as it goes, and compared when the network is back', async ({
    page,
    context,
  }) => {
    const text = await downloadReceipt(page);
    await page.goto('/transparency/verify/');
    await expect(receiptBox(page)).toBeEnabled();
    await context.setOffline(true);
    await check(page, text);
    await expect(page.getByText('回执自己站得住，还没有和网站公布的账比对。')).toBeFocused();
    await expect(page.getByText('对得上', { exact: true })).toHaveCount(3);
    await page.getByRole('button', { name: '核对整天' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: '再比对一次' }).click();
    await expect(page.getByText('这张回执站得住。')).toBeVisible();
  });
});

test('a long check can be stopped, and says so', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/rpc/get_day_leaves*', async (route) => {
    await held;
    await route.continue();
  });
  const [row] = await behindTheSite(
    (sql) => sql`select to_char(private.shanghai_day() - 1, 'YYYY-MM-DD') as day`,
  );
  await page.goto('/transparency/verify/');
  await page.getByLabel('哪一天').fill(row?.day);
  await page.getByRole('button', { name: '核对整天' }).click();
  await expect(page.getByText('正在取第一页……')).toBeVisible();
  await page.getByRole('button', { name: '停下' }).click();
  release();
  await expect(page.getByText(/^停下了，核对了 \d+ 笔，没有结论。$/)).toBeVisible();
  await expect(page.getByText(/这一天加得起来/)).toHaveCount(0);
  await page.getByLabel('哪一天').fill('2019-05-05');
  await page.getByRole('button', { name: '核对整天' }).click();
  await expect(page.getByRole('alert')).toContainText('2019年5月5日 的账没有公布');
});

test('receipt, day and seals are checked by keyboard alone', async ({ page }) => {
  const text = await downloadReceipt(page);
  await page.goto('/transparency/verify/');
  // What is typed before the page listens would be dropped.
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await receiptBox(page).focus();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '核对回执' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('这张回执站得住。')).toBeFocused();
  const tabTo = async (name: string) => {
    const button = page.getByRole('button', { name });
    for (let presses = 0; presses < 20; presses += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${name}.`);
  };
  await tabTo('核对整天');
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice', { hasText: '这一天加得起来' })).toBeFocused();
  await tabTo('核对封印');
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice', { hasText: '封印一个连一个' })).toBeFocused();
});

test('axe finds nothing on a receipt and on what its verification says, light, dark and in English', async ({
  page,
}) => {
  const expectAccessible = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id }) => id),
        `${page.url()} ${colorScheme}`,
      ).toEqual([]);
    }
  };
  await openReceipt(page);
  await expectAccessible();
  await page.goto(page.url().replace('/wallet/', '/en/wallet/'));
  await expectAccessible();
  await page.getByRole('link', { name: 'Check it in the browser' }).click();
  await expect(page.getByText('This receipt holds.')).toBeVisible();
  await page.getByRole('button', { name: 'Check the day' }).click();
  await expect(page.getByText(/adds up\. Transfers counted/)).toBeVisible();
  await page.getByRole('button', { name: 'Check the seals' }).click();
  await expect(page.getByText(/^Days from/)).toBeVisible();
  await expectAccessible();
  const text = await receiptBox(page, 'Receipt').inputValue();
  await receiptBox(page, 'Receipt').fill(text.replace('|60|', '|61|'));
  await page.getByRole('button', { name: 'Check the receipt' }).click();
  await expect(page.getByRole('alert')).toContainText('It fails at step 2: the path.');
  await expectAccessible();
  await page.setViewportSize({ width: 360, height: 740 });
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBe(0);
});

test('the statement is a file of all lines that adds up to the balance, and a page to print', async ({
  page,
}) => {
  await new SignInPage(page).signUp(newcomer());
  await new ActionPage(page).log('waste-sorting');
  await expect(page.getByText(/已到账/)).toBeVisible();
  const balance = await new WalletPage(page).balance();
  await expect(page.getByText(`${balance} 枚是今年得的，可以用到`)).toBeVisible();
  await expect(page.getByText(/当天的流水：零点结账后就有/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '全部流水（CSV）' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^wallet-\d{4}-\d{2}-\d{2}\.csv$/);
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
  expect(head).toBe('编号,时间,种类,事由,变动,余额,更正的编号,回执号');
  const changes = lines.map((line) => Number(line.split(',')[4]));
  expect(changes.reduce((sum, change) => sum + change, 0)).toBe(balance);

  await page.getByRole('link', { name: '按年看和打印' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d{4} 年绿币流水$/);
  await expect(page.getByRole('row', { name: /垃圾分类/ })).toBeVisible();
  const { text } = await readPdf(await page.pdf({ format: 'A4' }));
  const printed = text.normalize('NFKC');
  // The number of the receipt is for paper; buttons are for the screen.
  expect(printed.replace(/\s/g, '')).toContain(lines[0]?.split(',')[7]);
  expect(printed).not.toContain('回绿币账户');
});

test.describe('a receipt', () => {
  test.use({ refusals: [404, 409] });

  test('of somebody else is not there, and one of today is not there yet', async ({
    page,
    request,
  }) => {
    const [first] = await behindTheSite(
      (sql) => sql`select t.id from ledger.transfers t join auth.users u on u.id = t.resident_id
        where u.email = 'resident@example.com' order by t.id limit 1`,
    );
    await new SignInPage(page).signUp(newcomer());
    await new ActionPage(page).log('waste-sorting');
    await expect(page.getByText(/已到账/)).toBeVisible();
    for (const path of [
      `${first?.id}.json`,
      `${first?.id}/`,
      '999999999.json',
      'abc.json',
      'abc/',
    ]) {
      const answer = await page.request.get(`/wallet/receipts/${path}`);
      expect(answer.status(), path).toBe(404);
    }
    const csv = await (await page.request.get('/en/wallet/statement.csv')).text();
    expect(csv).toContain('Sort the household waste');
    const mine = csv.trimEnd().split('\r\n').at(-1)?.split(',')[0];
    await page.goto(`/wallet/receipts/${mine}/`);
    await expect(page.getByText(/的账还没有结，零点过后就能取这一笔的回执。/)).toBeVisible();
    expect((await page.request.get(`/wallet/receipts/${mine}.json`)).status()).toBe(409);

    for (const path of [
      `receipts/${mine}.json`,
      `receipts/${mine}/`,
      'statement/',
      'statement.csv',
    ]) {
      const answer = await request.get(`/wallet/${path}`, { maxRedirects: 0 });
      expect(answer.status(), path).toBe(302);
    }
  });
});

test('wallet, statement and receipt are all there without JavaScript', async ({
  page,
  browser,
}) => {
  await openReceipt(page);
  const address = page.url();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const reader = await plain.newPage();
  await reader.goto(address);
  await expect(reader.getByRole('link', { name: '下载回执（JSON）' })).toBeVisible();
  await reader.goto('/wallet/');
  await expect(reader.getByText(/枚是今年得的，可以用到/)).toBeVisible();
  await expect(reader.getByRole('link', { name: '回执' }).first()).toBeVisible();
  await reader.goto('/wallet/statement/');
  await expect(reader.getByRole('row', { name: /\+60/ })).toBeVisible();
  await reader.goto('/transparency/verify/');
  await expect(reader.getByText(/不用浏览器也能算/)).toBeVisible();
  await expect(reader.getByText(/SHA-256\(0x02 ‖/)).toBeVisible();
  await plain.close();
});

test('healthz?deep says what the last proof found, and answers 503 when a fact does not hold', async ({
  request,
}) => {
  const prove = (holds: boolean) =>
    behindTheSite(
      (sql) => sql`insert into ledger.proofs (at, kind, fact, holds, detail, seconds)
        values (clock_timestamp(), 'full', 'a test of healthz', ${holds}, '1 wallet differs', 1.5)`,
    );
  const proofs = async () => {
    const [row] = await behindTheSite(
      (sql) => sql`select count(*)::integer as count from ledger.proofs`,
    );
    return row?.count;
  };
  await prove(false);
  const broken = await request.get('/healthz?deep');
  await prove(true);
  expect(broken.status()).toBe(503);
  expect(await broken.json()).toMatchObject({
    status: 'degraded',
    books: {
      status: 'broken',
      proof: { facts: [{ fact: 'a test of healthz', holds: false, detail: '1 wallet differs' }] },
    },
  });
  const before = await proofs();
  const well = await request.get('/healthz?deep');
  expect(well.status()).toBe(200);
  expect(await well.json()).toMatchObject({
    status: 'ok',
    books: {
      status: 'ok',
      through: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      proof: { seconds: 1.5, facts: [{ fact: 'a test of healthz', holds: true }] },
    },
  });
  // It is read, never run.
  expect(await proofs()).toBe(before);
  expect(await (await request.get('/healthz')).json()).not.toHaveProperty('books');
});
