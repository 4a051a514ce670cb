import { expect, test } from './fixtures';
import { mailsTo } from './mailbox';
import { newcomer, SignInPage, WalletPage } from './people';

test('a newcomer reaches the first coin from the home page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '记一次绿色行动' }).click();
  await page.getByRole('link', { name: '垃圾分类' }).click();
  await page.getByRole('link', { name: '登录或注册' }).click();
  await new SignInPage(page).signUpHere(newcomer());
  await expect(page).toHaveURL(/\/act\/\?action=waste-sorting$/);
  await page.getByRole('button', { name: '记下来，得 2 枚' }).click();
  await expect(page.getByText('记好了，2 枚绿币已到账。')).toBeVisible();
  await page.getByRole('link', { name: '看看绿币账户' }).click();
  await expect(page.locator('[data-balance]')).toHaveText('2');
  await expect(page.getByRole('cell', { name: '垃圾分类' })).toBeVisible();
});

test.describe('over a cap', () => {
  test.use({ refusals: [409] });

  test('nothing is posted and the page says when the action counts again', async ({ page }) => {
    await new SignInPage(page).signUp(newcomer(), '/act/?action=waste-sorting');
    await page.getByRole('button', { name: /记下来/ }).click();
    await expect(page.getByText(/已到账/)).toBeVisible();
    await page.goto('/act/?action=waste-sorting');
    await page.getByRole('textbox', { name: '说两句（可不写）' }).fill('第二次，写下的话要留着');
    await page.getByRole('button', { name: /记下来/ }).click();
    await expect(page.getByRole('alert')).toContainText('这件事今天已经记满 1 次');
    await expect(page.getByRole('alert')).toContainText('00:00');
    await expect(page.getByRole('textbox')).toHaveValue('第二次，写下的话要留着');
    expect(await new WalletPage(page).balance()).toBe(2);
  });
});

test.describe('with the network cut', () => {
  test.use({ losesAnswers: true });

  test('a log whose answer was lost waits on the device, goes out by itself and counts once', async ({
    page,
  }) => {
    await new SignInPage(page).signUp(newcomer(), '/act/?action=clean-plate');
    await page.getByRole('textbox').fill('食堂午饭');
    // The answer is lost on its way back: the log has been made, and the page cannot know.
    let isCut = true;
    await page.route('**/rest/v1/rpc/log_green_action', async (route) => {
      if (!isCut) return route.continue();
      await route.fetch();
      isCut = false;
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: /记下来/ }).click();
    await expect(page.getByText('先记在这台设备上了')).toBeVisible();
    await expect(page.getByText('送出了 1 条。')).toBeVisible();
    expect(await new WalletPage(page).balance()).toBe(1);
  });
});

test('a one-time code from the mailbox signs a newcomer up', async ({ page, request }) => {
  const { email } = newcomer();
  await page.goto('/sign-in/?next=/account/');
  await page.getByRole('button', { name: '第一次来？注册' }).click();
  await page.getByRole('radio', { name: '用验证码' }).check();
  await page.getByLabel('邮箱', { exact: true }).fill(email);
  await page.getByRole('button', { name: '把验证码发到邮箱' }).click();
  await expect(page.getByRole('alert')).toContainText('先读隐私说明');
  await page.getByRole('checkbox', { name: /我读过并同意/ }).check();
  await page.getByRole('checkbox', { name: /也发一封邮件给我/ }).check();
  await page.getByRole('button', { name: '把验证码发到邮箱' }).click();
  await expect(page.getByText(`验证码已发到 ${email}`)).toBeVisible();
  let code = '';
  await expect(async () => {
    const [mail] = await mailsTo(request, email);
    code = /\b\d{6}\b/.exec(mail?.text ?? mail?.html ?? '')?.[0] ?? '';
    expect(code).toMatch(/^\d{6}$/);
  }).toPass();
  await page.getByLabel('验证码', { exact: true }).fill(code);
  await page.getByRole('button', { name: '用验证码登录' }).click();
  await expect(page).toHaveURL('/account/');
  await expect(page.getByText(`登录邮箱：${email}`)).toBeVisible();
  await expect(page.getByText(/你在 .* 同意了 .* 版隐私说明/)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /也发一封邮件给我/ })).toBeChecked();
});

test('a resident keeps a name and a town, and signs out everywhere', async ({ page, browser }) => {
  const person = newcomer();
  const signIn = new SignInPage(page);
  await signIn.signUp(person);
  await page.getByLabel('怎么称呼你').fill('<b>巡河的人</b>');
  await page.getByLabel('住在哪个镇街').selectOption({ label: '佛堂镇' });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('怎么称呼你')).toHaveValue('<b>巡河的人</b>');
  await expect(page.getByLabel('住在哪个镇街')).toHaveValue('fotang');

  const elsewhere = await browser.newContext();
  const otherPage = await elsewhere.newPage();
  await new SignInPage(otherPage).signIn(person.email, person.password);
  await page.getByRole('button', { name: '退出所有设备' }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/wallet/');
  await expect(page.getByText('登录后才看得到自己的账户。')).toBeVisible();
  await otherPage.goto('/wallet/');
  await expect(otherPage.getByText('登录后才看得到自己的账户。')).toBeVisible();
  await elsewhere.close();
});
