import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import {
  markedPhotos,
  moveTo,
  newTown,
  standingOf,
  TownModerator,
  waitingLogs,
} from './moderation-queue';
import { endClaim, rejectLog } from './moderators';
import { ActionPage, newcomer, SignInPage, WalletPage } from './people';
import { photoFile } from './photos';

test.use({ refusals: [404, 409], losesAnswers: true });
test.setTimeout(120_000);

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

  const town = await newTown();
  await moveTo(town, mark);
  await moveTo(town, `${mark}：树`);
  const moderator = await TownModerator.of(town, browser);
  const desk = moderator.page;
  await moderator.sees(mark);
  await expect(desk.getByRole('img', { name: '「巡河护水」的照片' })).toHaveJSProperty(
    'naturalWidth',
    640,
  );
  await moderator.approve().click();
  await expect(moderator.said()).toContainText('「巡河护水」已通过。');
  await moderator.sees(`${mark}：树`);
  await desk.getByLabel('补充一句').fill('没有看到树');
  await moderator.reject('照片不是这件事').click();
  await expect(moderator.said()).toContainText('没有通过：照片不是这件事');
  await expect(desk.getByText('都审完了')).toBeVisible();
  await desk.context().close();

  expect(await new WalletPage(page).balance()).toBe(10);
  await expect(page.getByText('照片不是这件事')).toBeVisible();
  await expect(page.getByText('没有看到树')).toBeVisible();
});

test('by keyboard alone: approve, take back, reject with a word, go on and back, enlarge', async ({
  browser,
}) => {
  const town = await newTown();
  const [first, second, third] = ['一', '二', '三'].map((n) => `键盘 ${n} ${Date.now()}`) as [
    string,
    string,
    string,
  ];
  await waitingLogs(town, [first, second, third]);
  const moderator = await TownModerator.of(town, browser);
  const { page } = moderator;
  const press = (key: string) => page.keyboard.press(key);
  await moderator.sees(first);
  await expect(page.getByText('3 件在等，其中 0 件同事正在看')).toBeVisible();

  await press('j');
  await moderator.sees(second);
  await expect(page.getByRole('heading', { name: '巡河护水' })).toBeFocused();
  await press('ArrowRight');
  await moderator.sees(third);
  await press('k');
  await press('ArrowLeft');
  await moderator.sees(first);

  await press('a');
  await expect(moderator.said()).toContainText('已通过');
  await moderator.sees(second);
  expect(await standingOf(first)).toMatchObject({ status: 'approved', decisions: 1 });
  await press('u');
  await expect(moderator.said()).toContainText('它又在你手上了');
  await moderator.sees(first);
  await expect(page.getByText('撤回了决定')).toBeVisible();
  expect(await standingOf(first)).toMatchObject({ status: 'pending', decisions: 2 });

  // Letters and figures in a text are text, and the note goes with the decision.
  await page.getByLabel('补充一句').focus();
  await page.keyboard.type('a1 看不清 u');
  await moderator.sees(first);
  await page.keyboard.press('Tab');
  await press('1');
  await expect(moderator.said()).toContainText('没有通过：照片看不清');
  expect(await standingOf(first)).toMatchObject({
    status: 'rejected',
    reason: 'unclear_photo',
    reason_note: 'a1 看不清 u',
  });
  await moderator.sees(second);
  await expect(page.getByLabel('补充一句')).toHaveValue('');

  await press('?');
  await expect(page.getByText('不通过，数字就是原因上的号')).toBeVisible();
  const keys = page.getByRole('checkbox', { name: '用单个按键操作' });
  await keys.uncheck();
  await press('a');
  await page.reload();
  // A moderator of all towns in another test may have taken the second meanwhile.
  await moderator.sees(new RegExp(`^(${second}|${third})$`));
  const shown = await moderator.note().innerText();
  await page.getByRole('heading', { name: '待审核的行动' }).click();
  await press('a');
  await press('j');
  await moderator.sees(shown);
  expect(await standingOf(shown)).toMatchObject({ status: 'pending', decisions: 0 });
  await page.context().close();
});

test('two moderators at once never see the same log, and leaving puts back what is not judged', async ({
  browser,
}) => {
  const town = await newTown();
  const notes = Array.from({ length: 5 }, (_, n) => `两位 ${n} ${Date.now()}`);
  await waitingLogs(town, notes);
  const all = async (moderator: TownModerator) => {
    await expect(moderator.position()).toHaveText(/共 \d 条/);
    const count = Number(/共 (\d)/.exec(await moderator.position().innerText())?.[1]);
    const seen = new Set<string>();
    for (let n = 1; n <= count; n += 1) {
      await expect(moderator.position()).toContainText(`第 ${n} 条`);
      seen.add(await moderator.note().innerText());
      if (n < count) await moderator.page.getByRole('button', { name: '下一条' }).click();
    }
    return seen;
  };
  const one = await TownModerator.of(town, browser);
  const ofOne = await all(one);
  const other = await TownModerator.of(town, browser);
  const ofOther = await all(other);
  expect(ofOne.size).toBe(3);
  expect(ofOther.size).toBe(2);
  expect(ofOne.isDisjointFrom(ofOther)).toBe(true);
  await expect(other.page.getByText('5 件在等，其中 3 件同事正在看')).toBeVisible();

  await one.page.getByRole('link', { name: '审核记录' }).click();
  await expect(one.page.getByRole('heading', { name: '审核记录' })).toBeVisible();
  await expect(async () => {
    await other.page.reload();
    await expect(other.page.getByText('5 件在等，其中 0 件同事正在看')).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  await other.page.getByRole('button', { name: '先到这里' }).click();
  await expect(other.said()).toContainText('没审的已经放回');
  await one.page.goto('/bureau/moderation/');
  await expect(one.page.getByText('5 件在等，其中 0 件同事正在看')).toBeVisible();
  for (const { page } of [one, other]) await page.context().close();
});

test('an appeal goes to another moderator, with what the first said and what the resident answers', async ({
  page,
  browser,
}) => {
  const town = await newTown();
  const mark = `申诉 ${Date.now()}`;
  await new SignInPage(page).signUp(newcomer());
  await new ActionPage(page).log('river-patrol', { photo: await photoFile(), note: mark });
  await page.getByRole('link', { name: '看这条记录' }).click();
  await moveTo(town, mark);
  const first = await TownModerator.of(town, browser);
  await first.sees(mark);
  await first.page.getByLabel('补充一句').fill('太暗了');
  await first.reject('照片看不清').click();
  await expect(first.said()).toBeVisible();

  await page.reload();
  await page.getByRole('textbox').fill('桥上的字放大就看得到');
  await page.getByRole('button', { name: '送出申诉' }).click();
  await expect(page.getByText('由另一位审核员来看')).toBeVisible();

  // Who has judged it is not given it again.
  await first.page.reload();
  await expect(first.page.getByText('都审完了')).toBeVisible();
  const second = await TownModerator.of(town, browser);
  await second.sees(mark);
  await expect(second.page.getByText('不通过：照片看不清')).toBeVisible();
  await expect(second.page.getByText('太暗了')).toBeVisible();
  await expect(second.page.getByText('桥上的字放大就看得到')).toBeVisible();
  await expect(second.page.getByText('你的决定是最后的')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: second.page }).analyze();
  expect(violations).toEqual([]);
  await second.page.keyboard.press('z');
  await expect(second.page.getByRole('button', { name: '放大照片' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await second.page.keyboard.press('a');
  await expect(second.said()).toContainText('已通过');
  expect(await new WalletPage(page).balance()).toBe(10);
  for (const { page: desk } of [first, second]) await desk.context().close();
});

test('a photo that was there before is said to be, and stands beside the other one', async ({
  page,
  browser,
  request,
}) => {
  const [town, photo, mark] = [await newTown(), await photoFile(), `同一张 ${Date.now()}`];
  for (const turn of ['一', '二']) {
    await page.context().clearCookies();
    await new SignInPage(page).signUp(newcomer());
    await new ActionPage(page).log('river-patrol', { photo, note: `${mark}${turn}` });
    await expect(page.getByText(/审核员看过以后/)).toBeVisible();
    await moveTo(town, `${mark}${turn}`);
  }
  const headers = { Authorization: `Bearer ${process.env.E2E_JOBS_KEY}` };
  await expect(async () => {
    const answer = await request.post('/jobs/', { headers, data: {} });
    expect(answer.ok()).toBe(true);
    expect(await markedPhotos(town)).toBe(2);
  }).toPass({ timeout: 60_000 });

  const moderator = await TownModerator.of(town, browser);
  const desk = moderator.page;
  await moderator.sees(`${mark}一`);
  await expect(desk.getByText('这张照片和另一条记录的一样')).toBeVisible();
  // Other tests send pictures that resemble it.
  await expect(desk.getByText(/「巡河护水」，.+等待审核，另一位居民/).first()).toBeVisible();
  await desk.getByRole('button', { name: '并排看' }).first().click();
  const other = desk.getByRole('img', { name: '另一条的照片' });
  await expect(other).toHaveJSProperty('naturalWidth', 640);
  await desk.keyboard.press('c');
  await expect(other).toHaveCount(0);
  await desk.context().close();
});

test('without network what was written stays, and the decision sent again counts once', async ({
  browser,
}) => {
  const [town, mark] = [await newTown(), `断网 ${Date.now()}`];
  await waitingLogs(town, [mark]);
  const moderator = await TownModerator.of(town, browser);
  const { page } = moderator;
  await moderator.sees(mark);
  await page.getByLabel('补充一句').fill('请下次带上河名');
  // The database decides, and the answer is lost on its way.
  await page.route('**/rest/v1/rpc/decide_action_log', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await moderator.reject('其他').click();
  await expect(page.getByRole('alert')).toContainText('写好的内容还在');
  await expect(page.getByLabel('补充一句')).toHaveValue('请下次带上河名');
  await page.unroute('**/rest/v1/rpc/decide_action_log');
  await moderator.reject('其他').click();
  await expect(moderator.said()).toContainText('没有通过：其他');
  expect(await standingOf(mark)).toMatchObject({
    status: 'rejected',
    reason_note: '请下次带上河名',
    decisions: 1,
  });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.context().close();
});

test('a log that a colleague took meanwhile is said to be theirs, and the next one stands there', async ({
  browser,
}) => {
  const [town, mark] = [await newTown(), `被接走 ${Date.now()}`];
  const [mine] = await waitingLogs(town, [mark, `${mark} 之后`]);
  const moderator = await TownModerator.of(town, browser);
  await moderator.sees(mark);
  await endClaim(mine ?? '');
  await rejectLog(mine ?? '', 'seen_before', '');
  await moderator.approve().click();
  await expect(moderator.page.getByRole('alert')).toContainText('同事刚刚审过这一条');
  await moderator.sees(`${mark} 之后`);
  expect(await standingOf(mark)).toMatchObject({ status: 'rejected', decisions: 1 });
  await moderator.page.context().close();
});

test('in elder mode no seconds run, and the moment until when stands there', async ({
  browser,
}) => {
  const [town, mark] = [await newTown(), `长者 ${Date.now()}`];
  await waitingLogs(town, [mark]);
  const moderator = await TownModerator.of(town, browser);
  const { page } = moderator;
  await moderator.sees(mark);
  await moderator.approve().click();
  await expect(moderator.undo()).toHaveText(/撤回「巡河护水」的决定/);
  await expect(page.getByText(/还有 \d+ 秒/)).toBeVisible();
  await page.getByRole('button', { name: '长者模式' }).click();
  await expect(page.getByText(/还有 \d+ 秒/)).toBeHidden();
  await expect(page.getByText(/\d\d:\d\d:\d\d 以前可以撤回/)).toBeVisible();
  await moderator.undo().click();
  await moderator.sees(mark);
  await page.context().close();
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
