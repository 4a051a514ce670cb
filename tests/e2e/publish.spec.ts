import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { newHost, newRegistration, newSession, sql } from './education';
import { expect, test } from './fixtures';
import { SignInPage } from './people';

test.use({ refusals: [404] });

/** A base of its own in a town where nothing else happens. */
async function newBase(): Promise<string> {
  const slug = `publish-${randomUUID().slice(0, 8)}`;
  const [base] = await sql<{ id: string }[]>`
    insert into public.bases (slug, name_zh, name_en, kind, town_code, is_public, is_demo)
    values (${slug}, '测试茶园', 'Test tea garden', 'farm', 'dachen', true, true) returning id`;
  return base?.id ?? '';
}

async function signedIn(browser: Browser, email: string, password?: string, next?: string) {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(page).signIn(email, password, next);
  return page;
}

/** The event of a calendar file. */
async function calendarEvent(request: APIRequestContext, slug: string, session: string) {
  const answer = await request.get(`/events/${slug}/${session}.ics`);
  expect(answer.status()).toBe(200);
  const event = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
  return event.getFirstSubcomponent('vevent');
}

/** Writes an event with a weekly rule of four days, and leaves the third of them out. */
async function writeEvent(page: Page, slug: string, title: string) {
  await page.getByLabel('网址名').fill(slug);
  await page.getByLabel('标题 · 中文').fill(title);
  await page.getByLabel('标题 · 英文').fill(`Event ${slug}`);
  await page.getByLabel('一句话介绍 · 中文').fill('采一次茶，看土壤怎样留住水。');
  await page.getByLabel('一句话介绍 · 英文').fill('Pick tea and see how soil keeps water.');
  await page.getByText('按规律排', { exact: true }).click();
  await page.getByRole('button', { name: '看看是哪几天' }).click();
  await expect(page.getByText('这里还没有填。').first()).toBeVisible();
  await page.getByLabel('集合地点 · 中文').fill('茶园门口');
  await page.getByLabel('集合地点 · 英文').fill('At the garden gate');
  await page.getByRole('button', { name: '看看是哪几天' }).click();
  await expect(page.getByText('这样排出 4 场')).toBeVisible();
  await page.getByRole('button', { name: /^不要/ }).nth(2).click();
  await expect(page.getByText('这样排出 3 场')).toBeVisible();
  await page.getByRole('button', { name: '放进活动' }).click();
  await expect(page.getByText('放进了 3 场。')).toBeVisible();
  await page.getByText('傍晚的山').click();
}

test('a host drafts, an editor publishes and changes, and everybody hears of it', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(120_000);
  const slug = `tea-${randomUUID().slice(0, 8)}`;
  const title = `采茶 ${slug.slice(-4)}`;
  const host = await newHost(await newBase());
  await new SignInPage(page).signIn(host.email, host.password, '/bureau/events/new/');
  await writeEvent(page, slug, title);

  // What was typed is still there after the page was left by accident.
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText('上次没存完的内容')).toBeVisible();
  await expect(page.getByLabel('标题 · 中文')).toHaveValue(title);
  await page.getByRole('button', { name: '交给分局发布' }).click();
  await expect(page.getByText('已交给分局。')).toBeVisible();
  const [, id = ''] = /events\/([0-9a-f-]{36})\//.exec(page.url()) ?? [];
  const sessions = await sql<{ id: string; day: string; hour: string }[]>`
    select id, (starts_at at time zone 'Asia/Shanghai')::date::text as day,
      to_char(starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as hour
    from public.event_sessions where event_id = ${id} order by starts_at`;
  const [first, second, third] = sessions;
  if (!first || !second || !third || sessions.length !== 3)
    throw new Error('There are not three sessions.');
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  expect(sessions.map(({ hour }) => hour)).toEqual(['09:00', '09:00', '09:00']);
  expect([days(first.day, second.day), days(second.day, third.day)]).toEqual([7, 14]);

  // Nobody else sees it yet; the page of the calendar is now in the cache.
  expect((await request.get(`/events/${slug}/`)).status()).toBe(404);
  expect(await (await request.get('/events/?town=dachen')).text()).not.toContain(title);

  const desk = await signedIn(browser, 'editor@example.com', undefined, `/bureau/events/${id}/`);
  await desk.getByRole('button', { name: '发布', exact: true }).click();
  await expect(desk.getByText('已发布，现在就能在活动页看到。')).toBeVisible();
  await expect(async () => {
    expect(await (await request.get('/events/?town=dachen')).text()).toContain(title);
  }).toPass({ timeout: 3_000 });

  const resident = await newRegistration(
    { slug, title, baseId: '', sessionId: first.id },
    '陈小满',
  );
  const before = await calendarEvent(request, slug, first.id);
  const sequence = Number(before?.getFirstPropertyValue('sequence'));

  const session = desk.locator('details.session').filter({ hasText: '09:00–11:30' }).first();
  await session.locator('summary').click();
  await session.getByLabel('开始', { exact: true }).fill('10:00');
  await desk.getByRole('button', { name: '保存并立即更新活动页' }).click();
  await expect(desk.getByText('已保存。')).toBeVisible();
  await expect(async () => {
    const after = await calendarEvent(request, slug, first.id);
    expect(Number(after?.getFirstPropertyValue('sequence'))).toBe(sequence + 1);
    expect(String(after?.getFirstPropertyValue('dtstart'))).toContain('T02:00:00');
    expect(after?.getFirstPropertyValue('uid')).toBe(before?.getFirstPropertyValue('uid'));
  }).toPass({ timeout: 3_000 });
  const home = await signedIn(browser, resident.email, resident.password, '/inbox/');
  await expect(home.getByText(title).first()).toBeVisible();

  await desk.reload();
  await desk.getByText('取消这一场', { exact: true }).click();
  const off = desk.locator('details.session').filter({ hasText: '取消这一场' });
  await off.getByLabel('原因 · 中文').fill('台风要来。');
  await off.getByLabel('原因 · 英文').fill('A typhoon is coming.');
  await off.getByRole('button', { name: '确定取消' }).click();
  await expect(desk.getByText('已取消，报了名的人会收到通知。')).toBeVisible();
  await expect(async () => {
    const after = await calendarEvent(request, slug, first.id);
    expect(after?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(Number(after?.getFirstPropertyValue('sequence'))).toBe(sequence + 2);
  }).toPass({ timeout: 3_000 });
  await home.reload();
  await expect(home.getByText('台风要来。').or(home.getByText(/取消/)).first()).toBeVisible();
  await desk.context().close();
  await home.context().close();
});

test('what a field lacks is said at the field, and the first of them is shown', async ({
  page,
}) => {
  const host = await newHost(await newBase());
  await new SignInPage(page).signIn(host.email, host.password, '/bureau/events/new/');
  await page.getByLabel('网址名').fill('Not a name');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('有 3 处要改，已标在下面。')).toBeVisible();
  await expect(page.getByLabel('网址名')).toBeFocused();
  await expect(page.getByLabel('网址名')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('标题 · 英文')).toHaveAccessibleDescription('这里还没有填。');
});

test('a host of another base, a resident and an editor find no more than they may', async ({
  browser,
}) => {
  const session = await newSession();
  const [event] = await sql<{ id: string }[]>`
    select event_id as id from public.event_sessions where id = ${session.sessionId}`;
  const desk = `/bureau/events/${event?.id}/`;
  const names = [
    `${desk}sheet/?session=${session.sessionId}`,
    `${desk}sessions/${session.sessionId}/`,
  ];
  const pages = [desk, `${desk}preview/`, ...names, `/bureau/bases/${session.baseId}/`];
  const statuses = async (page: Page, paths: string[]) => {
    const found: (number | undefined)[] = [];
    for (const path of paths) found.push((await page.goto(path))?.status());
    return found;
  };
  const own = await newHost(session.baseId);
  const other = await newHost(await newBase());
  const registered = await newRegistration(session, '陈小满', 2);

  const stranger = await signedIn(browser, other.email, other.password);
  expect(await statuses(stranger, pages)).toEqual([404, 404, 404, 404, 404]);
  const resident = await signedIn(browser, registered.email, registered.password);
  expect(await statuses(resident, [...pages, '/bureau/events/', '/bureau/bases/'])).toEqual(
    Array(7).fill(404),
  );
  // Names are the host's alone; the rest an editor writes.
  const editor = await signedIn(browser, 'editor@example.com');
  expect(await statuses(editor, pages)).toEqual([200, 200, 404, 404, 200]);
  const host = await signedIn(browser, own.email, own.password);
  expect(await statuses(host, pages)).toEqual([200, 200, 200, 200, 200]);

  await host.goto(names[0] ?? '');
  await expect(host.getByRole('row', { name: /陈小满/ })).toContainText('3');
  await expect(host.getByText('报名 1 组，共 3 人；名额 20 个。')).toBeVisible();
  expect(await host.content()).not.toContain(registered.email);

  // At the desk the list is one like any other: searched, narrowed, taken away.
  const list = names[1] ?? '';
  await host.goto(`${list}?q=${encodeURIComponent('小满')}`);
  await expect(host.getByRole('row', { name: /陈小满/ })).toContainText('已报名');
  await host.goto(`${list}?status=cancelled`);
  await expect(host.getByRole('row', { name: /陈小满/ })).toHaveCount(0);
  const file = await (await host.request.get(`${list}?format=csv`)).text();
  expect(file).toContain('陈小满');
  expect(file).not.toContain(registered.email);
  for (const page of [stranger, resident, editor, host]) await page.context().close();
});

test('an editor tells those registered something, publishes minutes, and copies the event', async ({
  browser,
  page,
  request,
}) => {
  const session = await newSession();
  const resident = await newRegistration(session, '陈小满');
  const [event] = await sql<{ id: string }[]>`
    update public.events set kind = 'hearing', summary_zh = '说明', summary_en = 'Summary'
    where slug = ${session.slug} returning id`;
  const desk = `/bureau/events/${event?.id}/`;
  await new SignInPage(page).signIn('editor@example.com', undefined, desk);
  const tell = page.locator('details.session').filter({ hasText: '发一条通知' });
  await tell.locator('summary').click();
  await tell.getByRole('button', { name: '发出' }).click();
  await expect(tell.getByText('这里还没有填。')).toHaveCount(2);
  await tell.getByLabel('内容 · 中文').fill('请带伞。');
  await tell.getByLabel('内容 · 英文').fill('Bring an umbrella.');
  await tell.getByRole('button', { name: '发出' }).click();
  await expect(page.getByText('已发出。')).toBeVisible();
  expect(await (await request.get(`/events/${session.slug}/`)).text()).toContain('请带伞。');
  const home = await signedIn(browser, resident.email, resident.password, '/inbox/');
  await expect(home.getByText(/请带伞/).first()).toBeVisible();
  await home.context().close();

  await expect(page.getByText('听证会纪要')).toHaveCount(0);
  await sql`update public.event_sessions set starts_at = now() - interval '1 hour',
    closes_at = now() - interval '2 hours' where id = ${session.sessionId}`;
  await page.goto(desk);
  const minutes = page.locator('details.session').filter({ hasText: '听证会纪要' });
  await minutes.locator('summary').click();
  await minutes.getByLabel('内容 · 中文').fill('到会的人都赞成。');
  await minutes.getByLabel('内容 · 英文').fill('All present were in favour.');
  await minutes.getByRole('button', { name: '发布纪要' }).click();
  await expect(page.getByText('纪要已发布。')).toBeVisible();
  await expect(async () => {
    const text = await (await request.get(`/en/events/${session.slug}/`)).text();
    expect(text).toContain('All present were in favour.');
  }).toPass({ timeout: 3_000 });

  await page.getByRole('link', { name: '复制成新草稿' }).click();
  await expect(page.getByLabel('标题 · 中文')).toHaveValue(session.title);
  await expect(page.getByLabel('网址名')).toHaveValue('');
  await expect(page.getByText('还没有场次。')).toBeVisible();
});

test('the form of an event has no accessibility faults, every part of it open', async ({
  page,
}) => {
  const session = await newSession();
  const [event] = await sql<{ id: string }[]>`
    select id from public.events where slug = ${session.slug}`;
  await new SignInPage(page).signIn(
    'editor@example.com',
    undefined,
    `/bureau/events/${event?.id}/`,
  );
  await page.getByRole('button', { name: '加一个问题' }).click();
  for (const part of ['按规律排', '发一条通知', '取消整个活动']) {
    await page.getByText(part, { exact: true }).click();
  }
  await page.getByLabel('标题 · 中文').fill('');
  await page.getByRole('button', { name: '保存并立即更新活动页' }).click();
  await expect(page.getByText(/处要改，已标在下面/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
