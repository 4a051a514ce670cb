import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { moveTo, newTown, TownModerator } from './moderation-queue';
import { demoPassword, newcomer } from './people';
import { photoFile } from './photos';

test.use({ refusals: [409] });
test.setTimeout(180_000);

/** Presses Tab until the control with this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: Parameters<Page['getByRole']>[0]) {
  const target = page.getByRole(role, { name, exact: true }).first();
  await expect(target).toBeEnabled();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached the ${role} “${name}” on ${page.url()}`);
}

async function press(page: Page, name: string | RegExp, role: 'button' | 'link') {
  await tabTo(page, name, role);
  await page.keyboard.press('Enter');
}

async function type(page: Page, name: string | RegExp, text: string) {
  await tabTo(page, name, 'textbox');
  await page.keyboard.type(text);
}

/** Goes down a select with the arrow key until it stands on a value. */
async function choose(page: Page, name: string, value: string) {
  await tabTo(page, name, 'combobox');
  const select = page.getByRole('combobox', { name, exact: true });
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await select.inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow key never reached ${value} in “${name}”`);
}

async function signUp(page: Page, person: { email: string; password: string }) {
  await press(page, '第一次来？注册', 'button');
  await type(page, '邮箱', person.email);
  // A password field has no role of its own: it follows the address.
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await tabTo(page, /我读过并同意/, 'checkbox');
  await page.keyboard.press('Space');
  await press(page, '注册', 'button');
}

async function signIn(page: Page, person: { email: string; password: string }, next: string) {
  await page.goto(`/sign-in/?next=${next}`);
  await type(page, '邮箱', person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(next);
}

test('the whole path by keyboard alone: first coin, reward, voucher taken, photo approved, survey answered', async ({
  page,
  browser,
}) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, '记一次绿色行动', 'link');
  await expect(page).toHaveURL('/act/');
  await press(page, '走进教育基地', 'link');
  await press(page, '登录或注册', 'link');
  await signUp(page, newcomer());
  await expect(page).toHaveURL('/act/?action=base-visit');
  await type(page, '打卡码', 'FST2SQNL62DR');
  await page.keyboard.press('Enter');
  await expect(page.getByText('记好了，15 枚绿币已到账。')).toBeVisible();

  await page.goto('/rewards/');
  await press(page, '公交单程票两张', 'link');
  await press(page, '兑换，付 10 枚绿币', 'button');
  await expect(page).toHaveURL(/\/vouchers\//);
  const code = await page.locator('[data-voucher-code]').innerText();

  const desk = await (await browser.newContext()).newPage();
  await signIn(
    desk,
    { email: 'administrator@example.com', password: demoPassword() },
    '/bureau/people/',
  );
  const clerk = newcomer();
  const shop = await (await browser.newContext()).newPage();
  await shop.goto('/sign-in/?next=/merchant/');
  await signUp(shop, clerk);
  await expect(shop).toHaveURL('/merchant/');
  await type(desk, '邮箱', clerk.email);
  await choose(desk, '角色', 'merchant');
  await choose(desk, '兑换点', '22222222-2222-4222-8222-222222222222');
  await press(desk, '授予角色', 'button');
  await expect(desk.getByText('已授予。')).toBeVisible();
  await desk.context().close();

  await shop.goto('/merchant/');
  await type(shop, '券码', code);
  await shop.keyboard.press('Enter');
  await expect(shop.getByRole('status')).toContainText('可以交付公交单程票两张');
  await type(shop, '券码', code);
  await shop.keyboard.press('Enter');
  await expect(shop.getByRole('status')).toContainText('这张券已经用过了');
  await shop.context().close();

  await page.goto('/act/?action=volunteering');
  // The file chooser itself belongs to the system; the control is reached and opened by keyboard.
  await tabTo(page, /照片/, 'button');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(await photoFile());
  await expect(page.getByText(/位置信息已去掉/)).toBeVisible();
  const mark = `键盘 ${Date.now()}`;
  await type(page, '说两句（可不写）', mark);
  await press(page, '送审，通过后得 15 枚', 'button');
  await expect(page.getByText(/审核员看过以后/)).toBeVisible();

  const town = await newTown();
  await moveTo(town, mark);
  const { person, page: desktop } = await TownModerator.of(town, browser);
  await desktop.context().close();
  const moderator = await (await browser.newContext()).newPage();
  await signIn(moderator, person, '/bureau/moderation/');
  await expect(moderator.locator('[data-note]')).toHaveText(mark);
  await press(moderator, '通过', 'button');
  await expect(moderator.getByText('「环保志愿服务」已通过。')).toBeVisible();
  await moderator.context().close();
  await page.goto('/wallet/');
  await expect(page.locator('[data-balance]')).toHaveText('20');

  await page.goto('/survey/');
  const answers: ([string, 'radio' | 'checkbox'] | undefined)[] = [
    ...Array.from({ length: 5 }, (): [string, 'radio'] => ['满意', 'radio']),
    ['都没有', 'checkbox'],
    ['1', 'radio'],
    undefined,
    undefined,
  ];
  for (const [place, answer] of answers.entries()) {
    await expect(page.getByText(`第 ${place + 1} 题，共 9 题`)).toBeVisible();
    if (answer) {
      await tabTo(page, ...answer);
      await page.keyboard.press('Space');
    }
    await press(page, '下一步', 'button');
  }
  await press(page, '看一遍再交', 'button');
  await press(page, '交卷', 'button');
  await expect(page.getByText('答好了，谢谢你。')).toBeVisible();
  await press(page, '现在就送', 'button');
  await expect(page.getByText('送到了，算一份。')).toBeVisible();
});
