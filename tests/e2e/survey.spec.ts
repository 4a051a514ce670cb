import { expect, test } from './fixtures';
import { newcomer, SignInPage } from './people';

test('a survey answer counts once, and no figure moves with it', async ({ page }) => {
  await page.goto('/satisfaction/');
  const before = await page.locator('#open [data-answers]').innerText();
  await new SignInPage(page).signUp(newcomer(), '/survey/');
  await page.getByRole('button', { name: '下一题' }).click();
  await expect(page.getByRole('alert')).toContainText('请先选一个回答');
  for (let question = 1; question <= 5; question += 1) {
    await expect(page.getByText(`第 ${question} 题，共 5 题`)).toBeVisible();
    await page.getByRole('radio', { name: '比较满意' }).check();
    await page.getByRole('button', { name: question < 5 ? '下一题' : '看一遍再交' }).click();
  }
  await page.getByRole('button', { name: /^改这题 ?2$/ }).click();
  await page.getByRole('radio', { name: '满意', exact: true }).check();
  // A closed tab loses nothing.
  await page.reload();
  for (let question = 1; question <= 5; question += 1) {
    const chosen = question === 2 ? '满意' : '比较满意';
    await expect(page.getByRole('radio', { name: chosen, exact: true })).toBeChecked();
    await page.getByRole('button', { name: question < 5 ? '下一题' : '看一遍再交' }).click();
  }
  await page.getByRole('button', { name: '交卷' }).click();
  await expect(page.getByText('收到了，谢谢你。')).toBeVisible();
  await page.goto('/satisfaction/');
  expect(await page.locator('#open [data-answers]').innerText()).toBe(before);
  await page.goto('/survey/');
  await expect(page.getByText('这一期你已经答过了，那份答卷算数。')).toBeVisible();
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
