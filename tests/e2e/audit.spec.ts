import { behindTheSite } from './behind';
import { expect, test } from './fixtures';
import { newTown, TownModerator, waitingLogs } from './moderation-queue';
import { approveLog } from './moderators';

test.use({ refusals: [403, 404, 409] });
test.setTimeout(120_000);

/** Logs of a town that somebody else approved, drawn into the sample of a month of last century. */
async function sampled(town: string, notes: string[]): Promise<string[]> {
  const ids = await waitingLogs(town, notes);
  for (const id of ids) await approveLog(id);
  await behindTheSite(async (sql) => {
    await sql`insert into private.audit_months (month, seed, seed_day, approved, threshold)
      values ('1999-05-01', sha256('seed'), '1999-05-31', 20, sha256('line')) on conflict do nothing`;
    await sql`insert into private.audit_samples (month, log_id)
      select '1999-05-01', id from unnest(${ids}::uuid[]) as id`;
  });
  return ids;
}

const verdicts = (ids: string[]) =>
  behindTheSite(async (sql) => {
    const rows = await sql`select is_right, reason::text, note from private.audit_samples
      where log_id = any (${ids}) and is_right is not null order by judged_at`;
    return [...rows];
  });

test('sampled logs are judged again by keyboard alone, unseen what was decided, and the rates stand below', async ({
  browser,
}) => {
  const town = await newTown();
  const mark = `抽查 ${Date.now()}`;
  const ids = await sampled(town, [`${mark} 一`, `${mark} 二`]);
  const moderator = await TownModerator.of(town, browser, '/bureau/moderation/audit/');
  const { page } = moderator;
  await expect(moderator.note()).toContainText(mark);
  const first = await moderator.note().innerText();
  await expect(page.getByText('1999年5月抽中')).toBeVisible();
  await expect(page.getByText(/1999年5月：抽中 \d+ 条，已复核 \d+ 条/)).toBeVisible();
  await expect(page.getByText('以前的决定')).toHaveCount(0);

  // Nothing is saved before something is chosen, and what is chosen can be changed until it is saved.
  await page.getByRole('button', { name: '记下这个判断' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('先选');
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: '这张照片以前用过' })).toBeChecked();
  expect(await verdicts(ids)).toEqual([]);
  await page.keyboard.press('a');
  await expect(page.getByRole('radio', { name: '该通过', exact: true })).toBeChecked();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '记下这个判断' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(moderator.said()).toContainText('该通过');
  await expect(moderator.note()).not.toHaveText(first);
  await expect(page.getByRole('heading', { name: '巡河护水' })).toBeFocused();

  await page.getByLabel('补充一句').fill('像是上个月那张');
  await page.getByRole('radio', { name: '这张照片以前用过' }).check();
  await page.getByRole('button', { name: '记下这个判断' }).click();
  await expect(moderator.said()).toContainText('不该通过，这张照片以前用过');
  await expect(page.getByText('没有等你复核的记录')).toBeVisible();
  expect(await verdicts(ids)).toEqual([
    { is_right: true, reason: null, note: '' },
    { is_right: false, reason: 'seen_before', note: '像是上个月那张' },
  ]);

  const row = page.getByRole('row', { name: /1999年5月/ });
  await expect(row).toContainText('20');
  await page.getByText('1999年5月', { exact: true }).last().click();
  await expect(page.getByText('种子（1999年5月31日的树根）')).toBeVisible();
  await page.context().close();
});

test('a moderator finds the audit from today and from the queue, and never what they approved', async ({
  browser,
}) => {
  const town = await newTown();
  const mark = `自己审过 ${Date.now()}`;
  const [own] = await waitingLogs(town, [mark]);
  const moderator = await TownModerator.of(town, browser);
  const { page } = moderator;
  await moderator.sees(mark);
  await moderator.approve().click();
  await expect(moderator.said()).toContainText('已通过');
  const [other] = await sampled(town, [`${mark} 别人审的`]);
  await behindTheSite(
    (sql) =>
      sql`insert into private.audit_samples (month, log_id) values ('1999-05-01', ${own ?? null})`,
  );
  await page.goto('/bureau/');
  await page.getByRole('link', { name: '待复核的抽查' }).click();
  await expect(page).toHaveURL('/bureau/moderation/audit/');
  await expect(moderator.note()).toHaveText(`${mark} 别人审的`);
  await page.getByRole('link', { name: '审核', exact: true }).first().click();
  await page.getByRole('link', { name: '随机抽查' }).first().click();
  await expect(moderator.note()).toHaveText(`${mark} 别人审的`);

  // A colleague was faster: it is said, and what is left stands there.
  await behindTheSite(
    (sql) => sql`update private.audit_samples set is_right = true, judged_at = now(),
      judged_by = gen_random_uuid() where log_id = ${other ?? null}`,
  );
  await page.getByRole('radio', { name: '其他' }).check();
  await page.getByRole('button', { name: '记下这个判断' }).click();
  await expect(page.getByRole('alert')).toContainText('同事已经复核过这一条');
  await expect(page.getByText('没有等你复核的记录')).toBeVisible();
  await page.context().close();
});
