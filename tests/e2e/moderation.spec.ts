import { expect, test } from './fixtures';
import { ActionPage, ModerationQueue, newcomer, SignInPage, WalletPage } from './people';
import { photoFile } from './photos';

test.use({ refusals: [404, 409] });

test('a moderator approves a photo and the coins arrive; a rejection shows its reason', async ({
  page,
  browser,
}) => {
  await new SignInPage(page).signUp(newcomer());
  const actions = new ActionPage(page);
  const mark = `巡河记录 ${Date.now()}`;
  await actions.log('river-patrol', { photo: await photoFile(), note: mark });
  await expect(page.getByText('审核员看过以后，10 枚绿币会到账。')).toBeVisible();
  await actions.log('tree-planting', { photo: await photoFile(), note: `${mark}：树` });
  await expect(page.getByText('审核员看过以后，20 枚绿币会到账。')).toBeVisible();
  expect(await new WalletPage(page).balance()).toBe(0);
  await expect(page.getByRole('heading', { name: '等待审核' })).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  await new SignInPage(desk).signIn('moderator@example.com', undefined, '/bureau/moderation/');
  const queue = new ModerationQueue(desk);
  await queue.find(mark);
  await expect(desk.getByRole('img', { name: '「巡河护水」的照片' })).toBeVisible();
  await desk.getByRole('button', { name: '通过', exact: true }).click();
  await expect(desk.getByText('已通过，绿币已发出。')).toBeVisible();
  await queue.find(`${mark}：树`);
  await desk.getByRole('button', { name: '不通过', exact: true }).click();
  await desk.getByLabel('原因').selectOption({ label: '照片不是这件事' });
  await desk.getByRole('button', { name: '确定不通过' }).click();
  await expect(desk.getByText('已标为不通过')).toBeVisible();
  await desk.context().close();

  expect(await new WalletPage(page).balance()).toBe(10);
  await expect(page.getByText('照片不是这件事')).toBeVisible();
});

test('a file that is no photo is refused, and the words stay', async ({ page }) => {
  await new SignInPage(page).signUp(newcomer(), '/act/?action=river-patrol');
  await page.getByRole('textbox').fill('佛堂江边');
  await new ActionPage(page).choosePhoto({
    name: 'note.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('not a photo'),
  });
  await expect(page.getByRole('alert')).toContainText('不是能打开的照片');
  await expect(page.getByRole('textbox')).toHaveValue('佛堂江边');
  await new ActionPage(page).choosePhoto({
    name: 'large.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.alloc(21 * 1024 * 1024, 1),
  });
  await expect(page.getByRole('alert')).toContainText('超过 20 MB');
});

test('a photo leaves the browser without the place it was taken at', async ({ page }) => {
  await new SignInPage(page).signUp(newcomer(), '/act/?action=wildlife-record');
  const upload = page.waitForRequest((request) =>
    request.url().includes('/storage/v1/object/evidence'),
  );
  await new ActionPage(page).choosePhoto(await photoFile({ withPlace: true }));
  await expect(page.getByText(/位置信息已去掉/)).toBeVisible();
  await page.getByRole('button', { name: /送审/ }).click();
  const body = (await upload).postDataBuffer() ?? Buffer.alloc(0);
  expect(body.subarray(8, 12).toString()).toBe('WEBP');
  expect(body.includes('GPS-MARKER-120.07E')).toBe(false);
  await expect(page.getByText(/审核员看过以后/)).toBeVisible();
});

test('a resident who opens the console gets 404, and so does nobody in particular', async ({
  page,
}) => {
  expect((await page.goto('/bureau/'))?.status()).toBe(404);
  await new SignInPage(page).signUp(newcomer());
  expect((await page.goto('/bureau/'))?.status()).toBe(404);
  expect((await page.goto('/en/bureau/'))?.status()).toBe(404);
});

test('an administrator grants a staff role, which opens the console, and takes it back', async ({
  page,
  browser,
}) => {
  const person = newcomer();
  const theirs = await (await browser.newContext()).newPage();
  await new SignInPage(theirs).signUp(person);
  await new SignInPage(page).signIn('administrator@example.com', undefined, '/bureau/people/');
  await page.getByLabel('邮箱').fill(person.email);
  await page.getByLabel('角色').selectOption({ label: '审核员' });
  await page.getByRole('button', { name: '授予角色' }).click();
  await expect(page.getByText('已授予。')).toBeVisible();
  expect((await theirs.goto('/bureau/moderation/'))?.status()).toBe(200);
  await expect(theirs.getByRole('heading', { name: '待审核的行动' })).toBeVisible();
  await page.getByRole('button', { name: `收回 ${person.email} 审核员` }).click();
  await expect(page.getByText('已收回。')).toBeVisible();
  expect((await theirs.goto('/bureau/'))?.status()).toBe(404);
  await theirs.context().close();
});
