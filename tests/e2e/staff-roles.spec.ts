import { giveRole } from './behind';
import { expect, test } from './fixtures';
import { newcomer, SignInPage } from './people';

test.use({ refusals: [403, 404] });

test('an administrator limits a role to a town, and gives none to themselves', async ({
  page,
  browser,
}) => {
  const [administrator, colleague] = [newcomer(), newcomer()];
  const theirs = await (await browser.newContext()).newPage();
  await new SignInPage(theirs).signUp(colleague);
  await theirs.context().close();
  await new SignInPage(page).signUp(administrator);
  await giveRole(administrator.email, 'administrator');

  await page.goto('/bureau/people/');
  await page.getByLabel('邮箱').fill(colleague.email);
  await page.getByLabel('角色').selectOption({ label: '编辑' });
  await page.getByLabel('限于哪里').selectOption({ label: '佛堂镇' });
  await page.getByRole('button', { name: '授予角色' }).click();
  await expect(page.getByText('已授予。')).toBeVisible();
  const row = page.getByRole('row', { name: colleague.email });
  await expect(row).toContainText('编辑');
  await expect(row).toContainText('佛堂镇');

  await page.getByLabel('邮箱').fill(administrator.email);
  await page.getByRole('button', { name: '授予角色' }).click();
  await expect(page.getByRole('alert')).toContainText('不能给自己授予角色');
  await expect(page.getByLabel('邮箱')).toHaveValue(administrator.email);

  await row.getByRole('button', { name: /收回/ }).click();
  await expect(page.getByText('已收回。')).toBeVisible();
  await expect(row).toHaveCount(0);
});
