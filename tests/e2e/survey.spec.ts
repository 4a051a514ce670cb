import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newcomer, SignInPage } from './people';

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();

/** Answers the province's five parts, all alike. */
async function answerFiveParts(page: Page, choice = '满意') {
  for (let question = 1; question <= 5; question += 1) {
    await expect(page.getByText(`第 ${question} 题，共 9 题`)).toBeVisible();
    await choose(page, choice);
    await next(page);
  }
}

async function expectNoFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual(
    [],
  );
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBe(0);
}

test('a survey answer counts once, and no figure moves with it', async ({ page }) => {
  await page.goto('/satisfaction/');
  const before = await page.locator('#open [data-answers]').innerText();
  await new SignInPage(page).signUp(newcomer(), '/survey/');
  await next(page);
  await expect(page.getByRole('alert')).toContainText('这题还没答完');
  await answerFiveParts(page, '比较满意');
  await page.getByRole('checkbox', { name: '都没有' }).check();
  await next(page);
  await choose(page, '说不清');
  for (let skipped = 0; skipped < 3; skipped += 1) await next(page);
  await page.getByRole('button', { name: '看一遍再交' }).click();
  await page.getByRole('button', { name: /^改这题 ?2$/ }).click();
  await choose(page, '满意');
  for (let question = 2; question <= 9; question += 1) await next(page);
  await page.getByRole('button', { name: '看一遍再交' }).click();
  await page.getByRole('button', { name: '交卷' }).click();
  await expect(page.getByText('答好了，谢谢你。')).toBeVisible();
  await page.getByRole('button', { name: '现在就送' }).click();
  await expect(page.getByText('送到了，算一份。')).toBeVisible();
  await expect(page.getByText(/问卷 .+ 截止。截止后汇总结果/)).toBeVisible();
  await page.goto('/satisfaction/');
  expect(await page.locator('#open [data-answers]').innerText()).toBe(before);
  await page.goto('/survey/');
  await expect(page.getByText('送到了，算一份。')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test('every kind of question, a question that hangs on another, and a closed tab that loses nothing', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await new SignInPage(page).signUp(newcomer(), '/survey/');
  await expectNoFindings(page);
  await answerFiveParts(page);

  // Several, three at most; “none” stands alone.
  const ways = page.getByRole('checkbox');
  await expect(page.getByRole('heading', { name: '这一年，您做过哪些事？' })).toBeFocused();
  await page.getByRole('checkbox', { name: '都没有' }).check();
  for (const name of ['种树', '坚持垃圾分类', '短途走路或骑车', '反映环境问题']) {
    await page.getByRole('checkbox', { name }).check();
  }
  await expect(page.getByRole('checkbox', { name: '都没有' })).not.toBeChecked();
  await next(page);
  await expect(page.getByRole('alert')).toContainText('最多选 3 项');
  await page.getByRole('checkbox', { name: '反映环境问题' }).uncheck();
  const labels = () =>
    ways.evaluateAll((all) => all.map((one) => one.parentElement?.innerText.trim()));
  const order = await labels();
  expect(order.at(-1)).toBe('都没有');
  await expect(page.getByText('第 6 题，共 10 题')).toBeVisible();
  await expectNoFindings(page);

  // The tab is closed and opened again: the same question, the same order, the same answers.
  await page.reload();
  await expect(page.getByText('第 6 题，共 10 题')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: '种树' })).toBeChecked();
  expect(await labels()).toEqual(order);
  await next(page);

  await page.getByLabel('棵', { exact: true }).fill('1.5');
  await next(page);
  await expect(page.getByRole('alert')).toContainText('整数');
  await page.getByLabel('棵', { exact: true }).fill('1000');
  await next(page);
  await expect(page.getByRole('alert')).toContainText('1 到 999');
  await page.getByLabel('棵', { exact: true }).fill('12');
  await next(page);

  await choose(page, '7');
  await expectNoFindings(page);
  await next(page);
  for (const [place, answer] of [
    ['江边和溪边', '好'],
    ['公园', '说不清'],
  ] as const) {
    await page.getByRole('group', { name: place }).getByRole('radio', { name: answer }).check();
  }
  await expectNoFindings(page);
  await next(page);
  await page.getByRole('textbox', { name: '你的话' }).fill('多种树 🌳');
  await expectNoFindings(page);
  await next(page);

  await page.getByLabel('住在哪个镇街').selectOption({ label: '佛堂镇' });
  await choose(page, '60 岁及以上');
  await expectNoFindings(page);
  await page.getByRole('button', { name: '看一遍再交' }).click();
  for (const line of ['12 棵', '7', '江边和溪边 · 好', '公园 · 说不清', '多种树 🌳', '种树']) {
    await expect(page.locator('strong').getByText(line, { exact: true })).toBeVisible();
  }
  await expect(page.getByText('佛堂镇 · 60 岁及以上')).toBeVisible();
  // The answer the trees hung on is changed: they are asked no more.
  await page.getByRole('button', { name: /^改这题 ?6$/ }).click();
  await page.getByRole('checkbox', { name: '种树' }).uncheck();
  await next(page);
  await expect(page.getByText('第 7 题，共 9 题')).toBeVisible();
  for (let skipped = 7; skipped <= 9; skipped += 1) await next(page);
  await expect(page.getByRole('radio', { name: '60 岁及以上' })).toBeChecked();
  await page.getByRole('button', { name: '看一遍再交' }).click();
  await expect(page.getByText('12 棵')).toHaveCount(0);
  await expectNoFindings(page);
  await page.getByRole('button', { name: '交卷' }).click();
  await expect(page.getByText('答好了，谢谢你。')).toBeVisible();
  await expectNoFindings(page);
});

test.describe('offline', () => {
  test.use({ losesAnswers: true });
  test('without a network the sheet stays on the device and is handed in once there is one', async ({
    page,
    context,
  }) => {
    // The network goes before a token could be signed, and after what makes one has been fetched.
    await page.route('**/survey/token', (route) => route.abort());
    const asked = page.waitForRequest('**/survey/token');
    await new SignInPage(page).signUp(newcomer(), '/survey/');
    await asked;
    await expect(page.getByText('第 1 题，共 9 题')).toBeVisible();
    await expect(page.getByRole('button', { name: '下一步' })).toBeEnabled();
    await context.setOffline(true);
    await answerFiveParts(page);
    await page.getByRole('checkbox', { name: '都没有' }).check();
    await next(page);
    await choose(page, '说不清');
    for (let skipped = 0; skipped < 3; skipped += 1) await next(page);
    await page.getByRole('button', { name: '看一遍再交' }).click();
    await page.getByRole('button', { name: '交卷' }).click();
    await expect(page.getByText(/现在没有网络。答卷存在这台设备上/)).toBeVisible();
    await page.unroute('**/survey/token');
    await context.setOffline(false);
    await expect(page.getByText('答好了，谢谢你。')).toBeVisible();
  });
});

test('a device with a voice reads the question aloud, and one without has no button', async ({
  page,
}) => {
  await new SignInPage(page).signUp(newcomer(), '/survey/');
  await expect(page.getByRole('button', { name: '下一步' })).toBeEnabled();
  await expect(page.getByRole('button', { name: '读给我听' })).toHaveCount(0);

  // This browser has no voice of its own, so it is given one that writes down what it is to say.
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    speechSynthesis.getVoices = () => [{ lang: 'zh-CN', name: 'a voice' } as SpeechSynthesisVoice];
    speechSynthesis.speak = ({ text }) => void said.push(text);
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {} });
  });
  await page.reload();
  await page.getByRole('button', { name: '读给我听' }).click();
  await expect(page.getByRole('button', { name: '不读了' })).toBeVisible();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/您满意吗？\n满意\n比较满意\n不太满意\n不满意\n说不清$/);
  await choose(page, '满意');
  await next(page);
  await expect(page.getByRole('button', { name: '读给我听' })).toBeVisible();
});

test('the duties of a departmental form are shown, and visibly empty', async ({ page }) => {
  await new SignInPage(page).signUp(newcomer(), '/survey/');
  for (const name of ['表号', '制定机关', '批准文号', '有效期至']) {
    await expect(page.locator('dl div').filter({ hasText: name })).toContainText('尚未填写');
  }
});

test('the figure names its measures, its interval, the target and the score of 2021', async ({
  page,
}) => {
  await page.goto('/satisfaction/');
  await expect(
    page.locator('#sampled').getByRole('heading', { name: '满意的人占比' }),
  ).toBeVisible();
  await expect(page.locator('#sampled').getByRole('heading', { name: '满意度得分' })).toBeVisible();
  await expect(page.getByText(/95% 区间 \d/).first()).toBeVisible();
  await expect(page.getByText('目标 > 95.0%').first()).toBeVisible();
  await expect(page.getByText(/这是得分，不是占比/)).toBeVisible();
  await expect(page.getByText(/不能代表全体居民/)).toBeVisible();
});
