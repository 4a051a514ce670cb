import { behindTheSite } from './behind';
import { expect, test } from './fixtures';
import { mailsTo } from './mailbox';
import { newcomer, SignInPage } from './people';

const runJobs = {
  Authorization: `Bearer ${process.env.E2E_JOBS_KEY}`,
  'Content-Type': 'application/json',
};

test('a notice waits in the inbox, comes by mail, and is read', async ({ page, request }) => {
  const person = newcomer();
  await page.goto('/sign-in/?next=/inbox/');
  await page.getByRole('button', { name: '第一次来？注册' }).click();
  const mails = page.getByRole('checkbox', { name: /也发一封邮件给我/ });
  await expect(mails).not.toBeChecked();
  await mails.check();
  await page.getByRole('button', { name: '已经有账户？登录' }).click();
  await new SignInPage(page).signUpHere(person);
  await expect(page).toHaveURL('/inbox/');
  await expect(page.getByText('还没有消息。')).toBeVisible();
  await expect(page.getByText('消息也会发到你的邮箱。')).toBeVisible();

  await behindTheSite(
    (sql) => sql`select private.notify(id, 'feedback_answered', '{"number": 4711}', '/wallet/',
      'e2e', true) from auth.users where email = ${person.email}`,
  );
  await page.goto('/wallet/');
  const inbox = page.getByRole('link', { name: '收件箱' });
  await expect(inbox).toContainText('1 条未读');
  await inbox.click();
  await expect(page.getByText('你的反馈（编号 4711）有答复了。').first()).toBeVisible();
  await page.getByRole('button', { name: '这一页都标为已读' }).click();
  await expect(page.getByText('已标为已读。')).toBeVisible();
  await page.reload();
  await expect(page.getByText('都读过了。')).toBeVisible();
  await expect(inbox).not.toContainText('未读');

  expect((await request.post('/jobs/', { headers: runJobs })).status()).toBe(200);
  await expect(async () => {
    const [mail] = await mailsTo(request, person.email);
    expect(mail?.subject).toContain('编号 4711');
    expect(mail?.text).toContain('/wallet/');
  }).toPass();
  await request.post('/jobs/', { headers: runJobs });
  expect(await mailsTo(request, person.email)).toHaveLength(1);

  await page.getByRole('link', { name: /去看看/ }).click();
  await expect(page).toHaveURL('/wallet/');
});

test('no mail comes until it is chosen, in the language that is chosen, and it is turned off again', async ({
  page,
}) => {
  const person = newcomer();
  await new SignInPage(page).signUp(person, '/inbox/');
  await expect(page.getByText('消息只在这里。')).toBeVisible();
  await page.getByRole('link', { name: '去我的账户' }).click();
  const mails = page.getByRole('checkbox', { name: /也发一封邮件给我/ });
  await expect(mails).not.toBeChecked();
  await page.getByLabel('邮件用哪种语言').selectOption('en');
  for (const chosen of [true, false]) {
    await mails.setChecked(chosen);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('邮件用哪种语言')).toHaveValue('en');
    await expect(mails).toBeChecked({ checked: chosen });
  }
});

test('a visitor reads in both languages that the inbox is behind the sign-in', async ({ page }) => {
  await page.goto('/inbox/');
  await expect(page.getByText('登录后可以看给你的消息。')).toBeVisible();
  await page.goto('/en/inbox/');
  await expect(page.getByText('Sign in to read your messages.')).toBeVisible();
});

test('the jobs are as if they were not there without their key', async ({ request }) => {
  for (const authorization of ['', 'Bearer wrong', 'Bearer ']) {
    const answer = await request.post('/jobs/', {
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    });
    expect(answer.status()).toBe(404);
  }
  expect((await request.get('/jobs/', { headers: runJobs })).status()).toBe(404);
});
