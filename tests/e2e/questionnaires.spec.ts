import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

const template = '42000001-0000-4000-8000-000000000000';

test('an analyst copies the template, changes it, answers the preview, publishes, and publishes again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const mark = `e2e ${Date.now() % 1_000_000}`;
  await new SignInPage(page).signIn(
    'analyst@example.com',
    undefined,
    `/bureau/questionnaires/${template}/`,
  );
  await page.getByRole('link', { name: '以它为模板另写一份' }).click();
  await expect(page).toHaveURL(/\/new\/\?from=/);
  await page.getByLabel('名称（中文）').fill(`河长问卷 ${mark}`);
  await page.getByLabel('名称（英文）').fill(`River survey ${mark}`);

  // A question of another kind, moved up by a key and by a button, and deleted and had back.
  await page.getByLabel('题型').selectOption({ label: '打分' });
  await page.getByRole('button', { name: '加这种题' }).click();
  await page.locator('summary', { hasText: '第 6 题' }).click();
  const editor = page.locator('details[open]');
  await editor.getByLabel('题目（中文）').fill('给家门口的河打几分？');
  await expect(page.locator('[data-fault]')).toContainText('第 6 题');
  await editor.getByLabel('题目（英文）').fill('How would you score the river at your door?');
  await editor.getByLabel('最低分的意思（中文）').fill('很脏');
  await editor.getByLabel('最低分的意思（英文）').fill('very dirty');
  await editor.getByLabel('最高分的意思（中文）').fill('很清');
  await editor.getByLabel('最高分的意思（英文）').fill('very clear');
  await expect(page.locator('[data-fault]')).toHaveCount(0);
  await editor.locator('summary').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('summary', { hasText: '第 5 题' })).toContainText('家门口的河');
  // The focus goes along, so that the key can be pressed again.
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('summary', { hasText: '第 4 题' })).toContainText('家门口的河');
  await page.getByRole('button', { name: /^下移 ?：第 4 题$/ }).click();
  await expect(page.getByRole('button', { name: /^下移 ?：第 5 题$/ })).toBeFocused();
  await page.getByRole('button', { name: /^上移 ?：第 5 题$/ }).click();
  await page.getByRole('button', { name: /^删除 ?：第 4 题$/ }).click();
  await expect(page.locator('summary', { hasText: '家门口的河' })).toHaveCount(0);
  await page.getByRole('button', { name: '撤销删除' }).click();
  await expect(page.locator('summary', { hasText: '第 4 题' })).toContainText('家门口的河');
  await expect(page.locator('summary', { hasText: '第 4 题' })).toBeFocused();

  // It hangs on an earlier answer.
  await page.locator('summary', { hasText: '第 4 题' }).click();
  await editor.getByLabel('看前面哪一题的回答').selectOption({ index: 2 });
  await expect(page.locator('[data-fault]')).toContainText('还没选好选项');
  await editor.getByRole('checkbox', { name: '不满意', exact: true }).check();
  await expect(page.locator('[data-fault]')).toHaveCount(0);

  // A closed tab loses nothing.
  await page.reload();
  await expect(page.getByText('已经从这台设备上找回来了')).toBeVisible();
  await expect(page.getByLabel('名称（中文）')).toHaveValue(`河长问卷 ${mark}`);

  await page.getByRole('button', { name: '像居民那样答一遍' }).click();
  const preview = page.locator('[data-preview]');
  await expect(preview.getByText('第 1 题，共 5 题')).toBeVisible();
  await preview.getByRole('radio', { name: '满意', exact: true }).check();
  await preview.getByRole('button', { name: '下一步' }).click();
  await preview.getByRole('radio', { name: '不满意', exact: true }).check();
  await expect(preview.getByText('第 2 题，共 6 题')).toBeVisible();

  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page).toHaveURL(/\/bureau\/questionnaires\/[0-9a-f-]{36}\/$/);
  await expect(page.getByText('还没有发布过。')).toBeVisible();
  await page.getByRole('button', { name: '发布这一版' }).click();
  await expect(page.getByText('现在第 1 版就是这份内容。')).toBeVisible();
  await expect(page.getByText(/第 1 版，.+ 发布/)).toBeVisible();

  await page.locator('summary', { hasText: '第 1 题' }).click();
  await editor.getByLabel('补充说明（中文）').fill('只说这一年。');
  await editor.getByLabel('补充说明（英文）').fill('This year alone.');
  await expect(page.getByRole('button', { name: '发布这一版' })).toBeDisabled();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
  await page.getByRole('button', { name: '发布这一版' }).click();
  await expect(page.getByText('现在第 2 版就是这份内容。')).toBeVisible();
  await expect(page.getByText(/第 1 版，.+ 发布/)).toBeVisible();

  // What was published first is still there to be read, without the hint that came later.
  const hint = page.getByText('只说这一年。');
  await page.getByRole('button', { name: '看第 2 版' }).click();
  await expect(hint).toBeVisible();
  await page.getByRole('button', { name: '收起预览' }).click();
  await page.getByRole('button', { name: '看第 1 版' }).click();
  await expect(page.getByText('第 1 题，共 5 题')).toBeVisible();
  await expect(hint).toBeHidden();
  await page.getByRole('button', { name: '收起预览' }).click();

  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`),
    ).toEqual([]);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  }
  await page.goto(`/bureau/questionnaires/?q=${encodeURIComponent(mark)}`);
  await expect(page.getByRole('row', { name: new RegExp(mark) })).toContainText('2');
});

test.describe('two analysts', () => {
  test.use({ refusals: [409] });

  test('write the same questionnaire, and neither overwrites the other unseen', async ({
    page,
    browser,
  }) => {
    const mark = `e2e ${Date.now() % 1_000_000}`;
    await new SignInPage(page).signIn(
      'analyst@example.com',
      undefined,
      `/bureau/questionnaires/new/?from=${template}`,
    );
    await page.getByLabel('名称（中文）').fill(`两人写 ${mark}`);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page).toHaveURL(/\/bureau\/questionnaires\/[0-9a-f-]{36}\/$/);
    const address = new URL(page.url()).pathname;
    const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await new SignInPage(other).signIn('analyst@example.com', undefined, address);
    await other.getByLabel('名称（英文）').fill(`Two hands ${mark}`);
    await other.getByRole('button', { name: '保存', exact: true }).click();
    await expect(other.getByText('已保存。')).toBeVisible();
    await other.context().close();

    await page.getByRole('button', { name: '加一个部分' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('你们改的地方不重叠')).toBeVisible();
    await page.getByRole('button', { name: '按选好的再存一次' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await expect(page.getByLabel('名称（英文）')).toHaveValue(`Two hands ${mark}`);
    await expect(page.getByRole('group', { name: '第 2 部分' })).toBeVisible();
  });
});
