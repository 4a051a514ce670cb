import { readSheet } from 'read-excel-file/node';
import { parseCsv } from '../support/csv.ts';
import { fillRecord, ListPage } from './desk-list';
import { deskPages, everybody } from './desk-pages';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

const record = '/bureau/moderation/record/';
const newMark = () => `记录 ${Date.now()}${Math.floor(Math.random() * 1000)}`;
const search = (mark: string) => `${record}?q=${encodeURIComponent(mark)}`;

test.describe('every page of the console', () => {
  test.use({ refusals: [404] });
  for (const person of everybody) {
    test(`opens to a ${person} where it should and exists for them nowhere else`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await new SignInPage(page).signIn(`${person}@example.com`);
      const statuses: Record<string, number> = {};
      const expected: Record<string, number> = {};
      for (const [path, whose] of Object.entries(deskPages)) {
        for (const address of [path, `/en${path}`]) {
          statuses[address] = (await page.request.get(address)).status();
          expected[address] = whose.includes(person) ? 200 : 404;
        }
      }
      expect(statuses).toEqual(expected);
    });
  }
});

test.describe('a list', () => {
  test('is searched, filtered, sorted and paged, and every step has an address', async ({
    page,
  }) => {
    const mark = newMark();
    await fillRecord(mark, 65);
    await new SignInPage(page).signIn('moderator@example.com', undefined, record);
    const list = new ListPage(page);
    await page.getByLabel('查找', { exact: true }).fill(mark);
    await page.getByRole('button', { name: '查找' }).click();
    await expect(page.getByText('找到 65 条')).toBeVisible();
    // Nothing but what was asked for is in the address.
    expect(new URL(page.url()).searchParams.toString()).toBe(
      new URLSearchParams({ q: mark }).toString(),
    );
    expect(await list.rows()).toHaveLength(50);
    await page.getByRole('link', { name: '下一页' }).click();
    expect(await list.rows()).toHaveLength(15);
    await page.getByRole('link', { name: '上一页' }).click();
    expect(await list.rows()).toHaveLength(50);

    await page.getByRole('combobox', { name: '状态' }).selectOption({ label: '不通过' });
    await page.getByRole('button', { name: '查找' }).click();
    await expect(page.getByText('找到 21 条')).toBeVisible();
    expect(new Set((await list.rows()).map((cells) => cells[4]))).toEqual(new Set(['不通过']));

    await page.getByRole('link', { name: '绿币', exact: true }).click();
    await expect(page.getByRole('columnheader', { name: '绿币' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    const coins = (await list.rows()).map((cells) => Number(cells[3]));
    expect(coins).toEqual([...coins].sort((one, other) => one - other));
    await page.getByRole('link', { name: '绿币', exact: true }).click();
    const address = page.url();
    const shown = await list.rows();
    await page.goto('/account/');
    await page.goto(address);
    expect(await list.rows()).toEqual(shown);
    expect(Number(shown[0]?.[3])).toBe(Math.max(...coins));
  });

  test('meets every row once on its pages, also where many are of the same moment or none', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const mark = newMark();
    await fillRecord(mark, 60);
    await new SignInPage(page).signIn('moderator@example.com', undefined, record);
    const list = new ListPage(page);
    for (const sort of ['', '&sort=logged', '&sort=decided', '&sort=-decided', '&sort=-coins']) {
      await page.goto(`${search(mark)}&rows=25${sort}`);
      const rows = await list.allRows();
      expect(new Set(rows.map((cells) => cells[2])).size, sort).toBe(60);
      expect(rows, sort).toHaveLength(60);
      const decided = rows.map((cells) => cells[6] !== '');
      if (sort.includes('decided')) {
        expect(decided, 'empty ones come last').toEqual([...decided].sort().reverse());
      }
      // And back again to the first page.
      for (let pages = 2; pages > 0; pages -= 1) {
        await page.getByRole('link', { name: '上一页' }).click();
      }
      expect(await list.rows(), sort).toEqual(rows.slice(0, 25));
    }
  });

  test('is taken away as CSV and XLSX exactly as it is shown, and the audit knows', async ({
    page,
    browser,
  }) => {
    const mark = newMark();
    await fillRecord(mark, 70);
    await new SignInPage(page).signIn('moderator@example.com', undefined, record);
    const list = new ListPage(page);
    await page.goto(`${search(mark)}&status=rejected&sort=-coins`);
    await list.choose(async () => {
      await page.getByLabel('行动', { exact: true }).uncheck();
      await page.getByLabel('补充说明', { exact: true }).check();
      await page.getByLabel('每页行数').selectOption('25');
    });
    const heads = (await list.heads()).map((head) => head.replace(/[↑↓\s]/g, ''));
    expect(heads).toEqual(['记录时间', '说明', '绿币', '状态', '原因', '补充说明', '审核时间']);
    const csv = await list.download('CSV');
    const xlsx = await list.download('XLSX');
    const rows = await list.allRows();
    expect(rows).toHaveLength(23);

    expect(csv.name).toMatch(/^moderation-\d{4}-\d{2}-\d{2}\.csv$/);
    // What a spreadsheet would calculate has an apostrophe before it.
    const harmless = rows.map((cells) => cells.map((text) => text.replace(/^=/, "'=")));
    expect(parseCsv(csv.bytes.toString())).toEqual([heads, ...harmless]);

    const sheet = await readSheet(xlsx.bytes);
    // A spreadsheet keeps moments as fractions of a day, a thousandth of a second off at times.
    const clock = (value: unknown) =>
      value instanceof Date
        ? new Date(value.getTime() + 500).toISOString().slice(0, 16).replace('T', ' ')
        : value;
    const asNumber = (text: string, place: number) =>
      text === '' ? null : place === 2 ? Number(text) : text;
    expect(sheet.map((cells) => cells.map(clock))).toEqual([
      heads,
      ...rows.map((cells) => cells.map(asNumber)),
    ]);

    const administrator = await (await browser.newContext()).newPage();
    await new SignInPage(administrator).signIn(
      'administrator@example.com',
      undefined,
      '/bureau/audit/?q=moderator%40example.com&act=export_list',
    );
    await administrator.getByRole('row').nth(1).getByRole('link').click();
    await expect(administrator.getByRole('heading', { name: '下载列表' })).toBeVisible();
    await expect(administrator.getByText('moderator@example.com')).toBeVisible();
    await administrator.context().close();
  });

  test('says whether there is nothing yet or nothing that matches, and leads back', async ({
    page,
  }) => {
    await new SignInPage(page).signIn('moderator@example.com', undefined, record);
    await page.goto(search('没有人写过这句话'));
    await expect(page.getByText('没有符合条件的内容。')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: '清除条件' }).last().click();
    await expect(page).toHaveURL(record);
  });

  test('is worked by keyboard alone', async ({ page }) => {
    const mark = newMark();
    await fillRecord(mark, 5);
    await new SignInPage(page).signIn('moderator@example.com', undefined, record);
    await page.getByLabel('查找', { exact: true }).focus();
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
    await expect(page.getByText('找到 5 条')).toBeVisible();
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab');
      if (
        await page
          .getByRole('link', { name: '绿币', exact: true })
          .evaluate((e) => e === document.activeElement)
      )
        break;
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: '绿币' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  test('needs no script and no wide screen', async ({ browser, page }) => {
    const mark = newMark();
    await fillRecord(mark, 30);
    await new SignInPage(page).signIn('moderator@example.com');
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      storageState: await page.context().storageState(),
    });
    const phone = await plain.newPage();
    await phone.goto(record);
    await phone.getByLabel('查找', { exact: true }).fill(mark);
    await phone.getByRole('button', { name: '查找' }).click();
    await expect(phone.getByText('找到 30 条')).toBeVisible();
    await expect(phone.getByRole('cell', { name: `${mark} 30` })).toBeVisible();
    const box = await phone.getByRole('row').nth(1).boundingBox();
    expect(box?.width ?? 999).toBeLessThanOrEqual(360);
    await plain.close();
  });
});

test.describe('two editors at one form', () => {
  test.use({ refusals: [409] });

  test('are told of each other, choose field by field, and lose nothing they typed', async ({
    page,
    browser,
  }) => {
    await new SignInPage(page).signIn('editor@example.com', undefined, '/bureau/rewards/new/');
    const name = `毛巾 ${Date.now()}`;
    await page.getByLabel('名称（中文）').fill(name);
    await page.getByLabel('名称（英文）').fill('A towel');
    await page.getByLabel('备货总数').fill('10');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await expect(page).toHaveURL(/\/bureau\/rewards\/[0-9a-f-]{36}\/$/);
    const address = page.url();
    await page.reload();
    const other = await (
      await browser.newContext({ storageState: await page.context().storageState() })
    ).newPage();
    await other.goto(address);

    // Different fields: nothing to choose, both stay.
    await page.getByLabel('说明（中文）').fill('甲写的说明');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await other.getByLabel('要多少绿币').fill('33');
    await other.getByRole('button', { name: '保存' }).click();
    await expect(other.getByText('你们改的地方不重叠')).toBeVisible();
    await expect(other.getByText('这几项用同事的新内容：说明（中文）')).toBeVisible();
    await other.getByRole('button', { name: '按选好的再存一次' }).click();
    await expect(other.getByText('已保存。')).toBeVisible();
    await expect(other.getByLabel('说明（中文）')).toHaveValue('甲写的说明');
    await expect(other.getByLabel('要多少绿币')).toHaveValue('33');

    // The same fields: one is taken, one is kept.
    await page.reload();
    await page.getByLabel('要多少绿币').fill('40');
    await page.getByLabel('名称（英文）').fill('A fine towel');
    await other.getByLabel('要多少绿币').fill('50');
    await other.getByLabel('名称（英文）').fill('A cotton towel');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await other.getByRole('button', { name: '保存' }).click();
    const price = other.getByRole('group', { name: '要多少绿币' });
    await expect(price.getByRole('radio', { name: '同事的： 40' })).not.toBeChecked();
    await expect(price.getByRole('radio', { name: '我的： 50' })).toBeChecked();
    await price.getByRole('radio', { name: '同事的： 40' }).check();
    await other.getByRole('button', { name: '按选好的再存一次' }).click();
    await expect(other.getByText('已保存。')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('要多少绿币')).toHaveValue('40');
    await expect(page.getByLabel('名称（英文）')).toHaveValue('A cotton towel');

    // And all of theirs at once.
    await other.getByLabel('要多少绿币').fill('60');
    await other.getByLabel('名称（英文）').fill('A linen towel');
    await page.getByLabel('要多少绿币').fill('70');
    await page.getByLabel('名称（英文）').fill('A big towel');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await other.getByRole('button', { name: '保存' }).click();
    await other.getByRole('button', { name: '全用同事的' }).click();
    await other.getByRole('button', { name: '按选好的再存一次' }).click();
    await expect(other.getByText('已保存。')).toBeVisible();
    await expect(other.getByLabel('要多少绿币')).toHaveValue('70');
    await other.context().close();
  });

  test('find what they had not saved on their device again, or drop it', async ({ page }) => {
    const address = '/bureau/merchants/11111111-1111-4111-8111-111111111111/';
    await new SignInPage(page).signIn('editor@example.com', undefined, address);
    const name = page.getByLabel('名称（英文）');
    await expect(name).toBeEnabled();
    const was = await name.inputValue();
    await name.fill('Typed and not saved');
    await expect(page.getByText('有改动还没有保存')).toBeVisible();
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto('/bureau/');
    await page.goto(address);
    await expect(page.getByText('已经从这台设备上找回来了')).toBeVisible();
    await expect(name).toHaveValue('Typed and not saved');
    await page.getByRole('button', { name: '不要我改的，用已存的' }).click();
    await expect(name).toHaveValue(was);
    await page.reload();
    await expect(name).toHaveValue(was);
  });
});
