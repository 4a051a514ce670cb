import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { FeedbackForm, track } from './feedback';
import { expect, test } from './fixtures';
import { newcomer, SignInPage, WalletPage } from './people';

test.use({ refusals: [400, 404, 409] });
test.setTimeout(180_000);

async function expectNoFindings(page: Page) {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`),
    ).toEqual([]);
  }
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, 'scrolls sideways').toBe(0);
}

test('a report with a photo is passed on, answered, opened again, answered and settled', async ({
  page,
  browser,
}) => {
  const mark = `${Date.now()}`;
  await page.goto('/feedback/');
  const form = new FeedbackForm(page);
  await form.fill({
    body: `江边有人烧塑料 ${mark}。联系人：王小明，电话 13812345678。`,
    town: 'fotang',
    place: '江边步道',
    withPhoto: true,
    isPublic: true,
  });
  await expectNoFindings(page);
  const { number, code } = await form.send();
  await expectNoFindings(page);

  const desk = await (await browser.newContext()).newPage();
  await new SignInPage(desk).signIn('moderator@example.com', undefined, '/bureau/feedback/');
  await desk.getByRole('link', { name: number, exact: true }).click();
  await desk.getByRole('button', { name: '看原文' }).click();
  await expect(desk.getByText('已记录你看过原文。')).toBeVisible();
  await expect(desk.getByRole('img', { name: '随反馈交来的第 1 张照片' })).toBeVisible();
  await desk.getByRole('button', { name: '都涂掉' }).click();
  await expect(desk.getByRole('textbox', { name: '涂过的文字' })).toHaveValue(
    `江边有人烧塑料 ${mark}。联系人：▇▇▇，电话 ▇▇▇。`,
  );
  await desk.getByLabel('部门').selectOption('ecology-environment-bureau');
  await desk.getByRole('checkbox', { name: '第 1 张' }).check();
  await desk.getByRole('button', { name: '派出' }).click();
  await expect(desk.getByText('办理中', { exact: true })).toBeVisible();
  await desk.getByRole('button', { name: '公开', exact: true }).click();
  await expect(desk.getByRole('button', { name: '不再公开' })).toBeVisible();
  await expectNoFindings(desk);
  const address = new URL(desk.url()).pathname;
  await desk.context().close();

  const answering = await (await browser.newContext()).newPage();
  await new SignInPage(answering).signIn('editor@example.com', undefined, address);
  await expect(answering.getByText('王小明')).toHaveCount(0);
  await expect(answering.getByRole('button', { name: '看原文' })).toHaveCount(0);
  await expect(answering.getByRole('img', { name: '这件事的第 1 张照片' })).toBeVisible();
  const answerNow = async (words: string) => {
    await answering.getByLabel('答复（中文）').fill(words);
    await answering.getByRole('button', { name: '答复', exact: true }).click();
    await expect(answering.getByText('已答复，反映人如果留了账户会收到通知。')).toBeVisible();
  };
  await answerNow('已到现场，火灭了。');
  await expectNoFindings(answering);

  await track(page, code);
  await expect(page.getByText('已到现场，火灭了。')).toBeVisible();
  await expect(page.getByRole('img', { name: '随反馈交来的第 1 张照片' })).toBeVisible();
  await expectNoFindings(page);
  await page.getByRole('button', { name: '没有解决，重新打开' }).click();
  await page.getByLabel('还差什么？').fill('第二天又烧了');
  await page.getByRole('button', { name: '重新打开', exact: true }).click();
  await expect(page.getByText('已重新打开。')).toBeVisible();
  await expect(page.getByText('第二天又烧了')).toBeVisible();

  await answering.reload();
  await answerNow('立了牌子，晚上有人巡查。');
  await answering.context().close();
  await track(page, code);
  await page.getByRole('button', { name: '解决了', exact: true }).click();
  await expect(page.getByText('谢谢你告诉我们。')).toBeVisible();

  await page.goto(`/feedback/${number}/`);
  await expect(page.getByText('立了牌子，晚上有人巡查。')).toBeVisible();
  await expect(page.getByText('反映人说解决了').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('13812345678');
  const photo = page.getByRole('img', { name: '这件事的第 1 张照片' });
  await expect(photo).toBeVisible();
  await expect
    .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await expectNoFindings(page);
  await page.goto('/feedback/done/?town=fotang&state=confirmed');
  await expect(page.getByText(mark)).toBeVisible();
  await expectNoFindings(page);
});

test('a verified violation pays the reporter, whom the desk never sees', async ({
  page,
  browser,
}) => {
  const person = newcomer();
  await new SignInPage(page).signUp(person, '/feedback/?kind=violation');
  const form = new FeedbackForm(page);
  await form.fill({ kind: '举报环境违法', body: '夜里有人往河里倒桶。', town: 'chian' });
  await expect(page.getByText('连着我的账户')).toBeVisible();
  const { number } = await form.send();

  const desk = await (await browser.newContext()).newPage();
  await new SignInPage(desk).signIn('moderator@example.com', undefined, '/bureau/feedback/');
  await desk.getByRole('link', { name: number, exact: true }).click();
  await desk.getByRole('button', { name: '看原文' }).click();
  await expect(desk.getByText('夜里有人往河里倒桶。').first()).toBeVisible();
  expect(await desk.content()).not.toContain(person.email);
  await desk.getByRole('button', { name: '查实', exact: true }).click();
  await expect(desk.getByText('已查实')).toBeVisible();
  await desk.context().close();

  expect(await new WalletPage(page).balance()).toBe(30);
  await page.goto('/feedback/track/');
  await page.getByRole('link', { name: `第 ${number} 号` }).click();
  await expect(page.getByText('举报已查实。')).toBeVisible();
  await expectNoFindings(page);
});

test.describe('without the network', () => {
  test.use({ losesAnswers: true });

  test('what was written stays, and one more try sends it once', async ({ page, context }) => {
    await page.goto('/feedback/');
    const form = new FeedbackForm(page);
    const words = `断网也不丢 ${Date.now()}`;
    await form.fill({ body: words });
    await context.route('**/rest/v1/rpc/submit_feedback', async (route) => {
      // It arrives, and the answer is lost on the way back.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page.getByRole('alert')).toContainText('网络断了');
    await page.reload();
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.getByRole('textbox', { name: '发生了什么？' })).toHaveValue(words);
    for (let step = 0; step < 4; step += 1) await form.next();
    const answers: number[] = [];
    await context.unroute('**/rest/v1/rpc/submit_feedback');
    page.on('response', (response) => {
      if (response.url().includes('submit_feedback')) answers.push(response.status());
    });
    const { number, code } = await form.send();
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    await track(page, code);
    await expect(page.getByRole('heading', { name: `第 ${number} 号` })).toBeVisible();
  });
});

test('anonymous, by keyboard alone', async ({ page }) => {
  await page.goto('/feedback/');
  const tabTo = async (role: 'radio' | 'textbox' | 'button', name: string | RegExp) => {
    const target = page.getByRole(role, { name }).first();
    await expect(target).toBeEnabled();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached the ${role} “${name}”.`);
  };
  const press = async (name: string) => {
    await tabTo('button', name);
    await page.keyboard.press('Enter');
  };
  await tabTo('radio', /建议/);
  await page.keyboard.press('Space');
  await press('下一步');
  await tabTo('textbox', '发生了什么？');
  await page.keyboard.type('路口多种两棵树。');
  for (let step = 0; step < 4; step += 1) await press('下一步');
  await press('交上去');
  await expect(page.getByText('收到了，谢谢你。')).toBeVisible();
  await expect(page.locator('.feedback-code')).toHaveText(/^(\w{4}-){2}\w{4}$/);
});

test('the card of a violation among the green actions leads to the form', async ({ page }) => {
  await page.goto('/act/');
  await page.getByRole('link', { name: '举报环境违法' }).click();
  await expect(page).toHaveURL('/feedback/?kind=violation');
  await expect(page.getByRole('radio', { name: /举报环境违法/ })).toBeChecked();
});
