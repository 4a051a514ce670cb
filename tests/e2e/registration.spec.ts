import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { newPerson, newSession, type Session } from './education';
import { expect, test } from './fixtures';
import { newcomer, SignInPage } from './people';

test.use({ refusals: [400, 404, 409] });
test.setTimeout(60_000);

/** The page of an event, as a resident registers on it. */
class EventPage {
  constructor(
    readonly page: Page,
    private readonly session: Session,
  ) {}

  open = () => this.page.goto(`/events/${this.session.slug}/`);
  form = () => this.page.locator('#register');
  async register(name: string, button: string | RegExp) {
    await this.page.getByLabel('现场怎么称呼你').fill(name);
    await this.page.getByRole('button', { name: button }).click();
  }
}

async function resident(browser: Browser, session: Session, isPhone: boolean) {
  const viewport = isPhone ? { width: 360, height: 740 } : { width: 1280, height: 900 };
  const page = await (await browser.newContext({ locale: 'zh-CN', viewport })).newPage();
  const person = await newPerson();
  await new SignInPage(page).signIn(person.email, person.password, '/account/');
  const event = new EventPage(page, session);
  await event.open();
  return event;
}

test('the last place is taken, the next one waits, and is offered it when the first cancels', async ({
  page,
  browser,
  isMobile,
}) => {
  const session = await newSession({ capacity: 2, waitlist: 3 });
  const first = new EventPage(page, session);
  await first.open();
  await page.getByRole('link', { name: '登录后报名' }).click();
  await new SignInPage(page).signUpHere(newcomer());
  await expect(page).toHaveURL(new RegExp(`/events/${session.slug}/#register$`));
  await expect(first.form()).toContainText('还有 2 个位子');
  await expect(first.form()).toContainText('未满 12 岁的孩子要有大人陪着。');
  await page.getByLabel('几位孩子').selectOption('1');
  await first.register('小王', '报名，共 2 人');
  await expect(page.getByText('报好了。到时把报名码给基地人员看就行。')).toBeFocused();

  const second = await resident(browser, session, isMobile);
  await expect(second.form()).toContainText('已满，可以候补，前面有 0 组');
  await second.page.getByRole('checkbox', { name: /没有位子就排候补/ }).check();
  await second.register('小李', '排候补，共 1 人');
  await expect(second.page.getByText('排上候补了，第 1 位。')).toBeVisible();

  await page.goto('/my-events/');
  await expect(page.locator('[data-registration-code]')).toHaveText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  await expect(page.getByRole('img', { name: '报名码的二维码' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: '取消报名' }).click();
  await expect(page.getByText('位子会马上让给候补的人。')).toBeVisible();
  await page.getByRole('button', { name: '确定取消' }).click();
  await expect(page.getByText('取消了，位子已让出。')).toBeVisible();

  await second.page.goto('/my-events/');
  await expect(second.page.getByText('有位子了，请在')).toBeVisible();
  await second.page.getByRole('button', { name: '确认要来' }).click();
  await expect(second.page.locator('[data-registration-code]')).toBeVisible();
  await second.page.context().close();

  // The one who cancelled may come back, and is now the one who waits.
  await page.getByRole('link', { name: '再报一次' }).click();
  await expect(first.form()).toContainText('还有 1 个位子');
  await page.getByLabel('几位孩子').selectOption('1');
  await expect(page.getByRole('button', { name: '排候补，共 2 人' })).toBeVisible();
});

test('what was filled in is there after a reload, and a refusal keeps it', async ({ browser }) => {
  const session = await newSession({ capacity: 1, waitlist: 2 });
  const other = await newPerson();
  const event = await resident(browser, session, false);
  const { page } = event;
  await page.getByLabel('现场怎么称呼你').fill('小陈');
  await page.reload();
  await expect(page.getByLabel('现场怎么称呼你')).toHaveValue('小陈');
  // Somebody takes the last place while the form is open.
  await other.api.rpc('register_for_session', {
    p_session_id: session.sessionId,
    p_idempotency_key: crypto.randomUUID(),
    p_name: '先到的人',
  });
  await page.getByRole('button', { name: '报名，共 1 人' }).click();
  await expect(page.getByRole('alert')).toContainText('剩下的位子不够了');
  await expect(page.getByLabel('现场怎么称呼你')).toHaveValue('小陈');
  await page.getByRole('checkbox', { name: /没有位子就排候补/ }).check();
  await page.getByRole('button', { name: '排候补，共 1 人' }).click();
  await expect(page.getByText('排上候补了，第 1 位。')).toBeVisible();
  await page.context().close();
});

test('a resident registers by keyboard alone', async ({ browser }) => {
  const session = await newSession();
  const { page } = await resident(browser, session, false);
  const name = page.getByLabel('现场怎么称呼你');
  await expect(name).toBeEnabled();
  await page.locator('#register input[name=session]').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('另外几位大人')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(name).toBeFocused();
  await page.keyboard.type('小赵');
  await page.keyboard.press('Enter');
  await expect(page.getByText('报好了。')).toBeFocused();
  await page.context().close();
});

test('nobody sees my events but their resident', async ({ page }) => {
  await page.goto('/my-events/');
  await expect(page.getByText('登录后看得到自己的报名。')).toBeVisible();
  await new SignInPage(page).signUp(newcomer(), '/my-events/');
  await expect(page.getByText('还没有报名。挑一场去看看。')).toBeVisible();
});
