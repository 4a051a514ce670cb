import { giveRole, leaveAlone } from './behind';
import { expect, test } from './fixtures';
import { newcomer, SignInPage } from './people';

test.use({ refusals: [401] });

test('staff who did nothing for eight hours are told so, sign in and are back where they were', async ({
  page,
}) => {
  const person = newcomer();
  const signIn = new SignInPage(page);
  await signIn.signUp(person);
  await giveRole(person.email, 'administrator');
  await page.goto('/bureau/people/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('人员');

  await leaveAlone(person.email, '9 hours');
  await page.goto('/bureau/people/');
  await expect(page.getByText('太久没有操作，工作会话已结束')).toBeVisible();
  await signIn.signInHere(person);
  await expect(page).toHaveURL('/bureau/people/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('人员');
  await page.goto('/en/bureau/people/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
});

test('what was being written when the session ended is still there after signing in', async ({
  page,
}) => {
  const person = newcomer();
  const signIn = new SignInPage(page);
  await signIn.signUp(person);
  await giveRole(person.email, 'administrator');
  await page.goto('/bureau/people/');
  await page.getByLabel('邮箱').fill('colleague@example.com');
  await page.getByLabel('角色').selectOption({ label: '编辑' });
  await leaveAlone(person.email, '9 hours');
  await page.getByRole('button', { name: '授予角色' }).click();
  await expect(page.getByRole('alert')).toContainText('工作会话已结束');
  await page.getByRole('link', { name: '去登录，再回到这里' }).click();
  await signIn.signInHere(person);
  await expect(page).toHaveURL('/bureau/people/');
  await expect(page.getByLabel('邮箱')).toHaveValue('colleague@example.com');
  await expect(page.getByLabel('角色')).toHaveValue('editor');
});

test.describe('without a second factor on this platform', () => {
  test.use({ refusals: [422] });

  test('staff who want to set one up are told plainly, and residents are not asked', async ({
    page,
  }) => {
    const person = newcomer();
    await new SignInPage(page).signUp(person);
    const heading = page.getByRole('heading', { name: '第二重验证' });
    await expect(page.getByRole('heading', { name: '我的账户' })).toBeVisible();
    await expect(heading).toHaveCount(0);
    await giveRole(person.email, 'analyst');
    await page.reload();
    await expect(heading).toBeVisible();
    await page.getByRole('button', { name: '开始设置' }).click();
    await expect(page.getByRole('alert')).toContainText('没有提供第二重验证');
  });
});
