import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import ICAL from 'ical.js';
import postgres from 'postgres';
import { expect, test } from './fixtures';

let sql: postgres.Sql;
test.beforeAll(() => {
  sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 2, onnotice: () => {} });
});
test.afterAll(() => sql.end());

/** Publishes an event of its own at the demo riverside, with one session so many days from now. */
async function publishEvent(
  slug: string,
  rest: { title?: string; days?: number; hour?: number; seats?: number; minimumAge?: number } = {},
) {
  const { title = `活动 ${slug}`, days = 40, hour = 9, seats = 30, minimumAge = null } = rest;
  const [session] = await sql`
    with event as (
      insert into public.events (slug, base_id, kind, title_zh, title_en, summary_zh, summary_en, status,
        published_at, minimum_age, languages)
      select ${slug}, id, 'visit', ${title}, ${`Event ${slug}`}, '说明', 'Summary', 'published', now(),
        ${minimumAge}, '{yiwu}'
      from public.bases where slug = 'demo-fotang-river' returning id
    ), start as (
      select private.shanghai_midnight(private.shanghai_day() + ${days}::integer) + make_interval(hours => ${hour}) as at
    )
    insert into public.event_sessions (event_id, starts_at, ends_at, place_zh, place_en, capacity, opens_at, closes_at)
    select event.id, start.at, start.at + interval '2 hours', '小屋', 'The hut', ${seats},
      least(now(), start.at - interval '2 days'), start.at - interval '1 day'
    from event, start returning id, event_id, starts_at`;
  if (!session) throw new Error('The demo riverside is missing.');
  return session as unknown as { id: string; event_id: string; starts_at: Date };
}

const parse = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');

test('the calendar can be walked and filtered without JavaScript, in three views', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/events/');
  await expect(page.getByRole('heading', { level: 1, name: '活动' })).toBeVisible();
  await expect(page.getByRole('link', { name: '沿江走一段，捡一袋' }).first()).toBeVisible();

  await page.getByText('筛选', { exact: true }).click();
  await page.getByLabel('镇街').selectOption({ label: '后宅街道' });
  await page.getByLabel('几岁的人去').fill('8');
  await page.getByLabel('还有名额').check();
  await page.getByRole('button', { name: '按条件查看' }).click();
  await expect(page).toHaveURL(/town=houzhai/);
  await expect(page.getByRole('heading', { level: 3, name: '夜里的公园' }).first()).toBeVisible();
  await expect(page.getByText('沿江走一段，捡一袋')).toHaveCount(0);

  await page.getByRole('link', { name: '月历' }).click();
  await expect(page).toHaveURL(/view=month/);
  await expect(page).toHaveURL(/town=houzhai/);
  await expect(page.getByRole('columnheader')).toHaveCount(7);
  await page.getByRole('link', { name: '下个月' }).click();
  await expect(page).toHaveURL(/month=\d{4}-\d{2}/);

  await page.getByRole('link', { name: '镇街', exact: true }).click();
  const map = page.getByRole('navigation', { name: '各镇街接下来的活动' });
  await expect(map.getByRole('listitem')).toHaveCount(14);
  await expect(map.getByRole('link', { name: /后宅 2 场/ })).toHaveAttribute(
    'aria-current',
    'true',
  );

  await page.getByRole('link', { name: '清除条件' }).click();
  await expect(page).toHaveURL(/view=map/);
  await expect(page).not.toHaveURL(/town=/);
  await page.goto('/events/?age=3&language=en&theme=ecology_day');
  await expect(page.getByText('没有符合条件的活动')).toBeVisible();
  await page.goto('/events/?theme=%27%3B--&age=999&after=nonsense&view=x');
  await expect(page.getByRole('link', { name: '夜里的公园' }).first()).toBeVisible();
  await context.close();
});

test('a filter by age, language and free seats leaves out what does not fit', async ({ page }) => {
  await publishEvent('grown-ups-only', { title: '大人的夜校', minimumAge: 18 });
  await publishEvent('one-seat-taken', { title: '坐满的课', seats: 1 });
  await sql`update public.event_sessions set seats_taken = 1
    where event_id = (select id from public.events where slug = 'one-seat-taken')`;
  const list = async (query: string) => {
    await page.goto(`/events/?language=yiwu&${query}`);
    return page.getByRole('main').innerText();
  };
  expect(await list('age=17')).not.toContain('大人的夜校');
  expect(await list('age=18')).toContain('大人的夜校');
  expect(await list('')).toContain('坐满的课');
  expect(await list('free=yes')).not.toContain('坐满的课');
});

test('pages of the list go on where the one before ended, and miss or repeat nothing', async ({
  page,
}) => {
  for (let number = 0; number < 27; number += 1) {
    await publishEvent(`paged-${number}`, { days: 200 + Math.floor(number / 3) });
  }
  const seen: string[] = [];
  // With an age, so that the filter and the place of the page have to hold together.
  await page.goto('/events/?language=yiwu&town=fotang&age=30');
  for (let turn = 0; turn < 5; turn += 1) {
    seen.push(
      ...(await page
        .locator('h3 a')
        .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname))),
    );
    const later = page.getByRole('link', { name: '再往后' });
    if ((await later.count()) === 0) break;
    await later.click();
    await expect(page).toHaveURL(/after=/);
  }
  const paged = seen.filter((path) => path.includes('/paged-'));
  expect(new Set(paged).size).toBe(27);
  expect(paged).toHaveLength(27);
});

test('what has been published is in the lists and in the calendar file within a second or so', async ({
  request,
}) => {
  const slug = `fresh-${Date.now()}`;
  const paths = [
    '/events/',
    `/events/?town=fotang&language=yiwu`,
    '/events.ics',
    '/en/events/rss.xml',
  ];
  for (const path of paths) expect(await (await request.get(path)).text()).not.toContain(slug);
  // Kept from here on: without a publication the answers would stay as they are for a while. What other tests
  // publish meanwhile empties the cache as well.
  await expect(async () => {
    for (const path of paths) {
      expect((await request.get(path)).headers()['x-astro-cache'], path).toMatch(/HIT|STALE/);
    }
  }).toPass();
  const { id, event_id: eventId } = await publishEvent(slug, { days: 1 });
  for (const path of paths) {
    await expect
      .poll(async () => (await request.get(path)).text(), { timeout: 2500, intervals: [250] })
      .toContain(slug);
  }

  const page = `/events/${slug}/`;
  await request.get(page);
  await sql`insert into public.event_changes (event_id, kind, text_zh, text_en)
    values (${eventId}, 'notice', '请带雨伞', 'Bring an umbrella')`;
  await expect
    .poll(async () => (await request.get(page)).text(), { timeout: 2500, intervals: [250] })
    .toContain('请带雨伞');

  await sql`update public.event_sessions set status = 'cancelled', sequence = sequence + 1 where id = ${id}`;
  await expect
    .poll(async () => (await request.get(`/events/${slug}/${id}.ics`)).text(), {
      timeout: 2500,
      intervals: [250],
    })
    .toContain('STATUS:CANCELLED');
});

test('a session comes down as a calendar file that a strict parser reads', async ({ page }) => {
  const { id, starts_at: startsAt } = await publishEvent('calendar-file', { days: 20, hour: 9 });
  await page.goto('/events/calendar-file/');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^加进日历/ }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  const [event] = parse(file);
  expect(event?.getFirstPropertyValue('uid')).toMatch(new RegExp(`^${id}@`));
  expect(new ICAL.Event(event).startDate.toJSDate()).toEqual(startsAt);
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const all = await page.request.get('/en/events.ics?town=fotang');
  expect(all.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(parse(await all.text()).length).toBeGreaterThan(3);
  expect(
    (await page.request.get(`/events/calendar-file/${crypto.randomUUID()}.ics`)).status(),
  ).toBe(404);
  expect((await page.request.get('/events/no-such-event/all.ics')).status()).toBe(404);
});

for (const timezoneId of ['Asia/Shanghai', 'America/New_York']) {
  test(`a reader in ${timezoneId} is told the hour in Yiwu, and their calendar the same moment`, async ({
    browser,
  }) => {
    const slug = `clock-${timezoneId.toLowerCase().replace(/[^a-z]/g, '-')}`;
    const { id, starts_at: startsAt } = await publishEvent(slug, { days: 21, hour: 7 });
    const context = await browser.newContext({ timezoneId, locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(`/en/events/${slug}/`);
    await expect(page.getByText('07:00–09:00')).toBeVisible();
    await expect(page.getByText('Beijing time (UTC+8)')).toBeVisible();
    const stated = await page.locator('aside time').first().getAttribute('datetime');
    expect(stated).toMatch(/T07:00\+08:00$/);
    expect(await page.evaluate((text) => new Date(String(text)).getTime(), stated)).toBe(
      startsAt.getTime(),
    );
    const file = await (await page.request.get(`/en/events/${slug}/${id}.ics`)).text();
    expect(file).toMatch(/DTSTART:\d{8}T230000Z/);
    await context.close();
  });
}

test('an event page carries its data for search engines past the content policy', async ({
  page,
}) => {
  await page.goto('/events/demo-workshop-open-day/');
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText());
  const states = data.map(({ eventStatus }: { eventStatus: string }) => eventStatus);
  expect(states).toContain('https://schema.org/EventCancelled');
  expect(states).toContain('https://schema.org/EventScheduled');
  expect(data[0]).toMatchObject({
    '@type': 'Event',
    isAccessibleForFree: true,
    organizer: { name: '演示基地·廿三里再生工坊' },
  });
});

test('an event page says what was cancelled and why, and a hearing its minutes', async ({
  page,
}) => {
  await page.goto('/events/demo-workshop-open-day/');
  const cancelled = page.locator('[data-state="cancelled"]');
  await expect(cancelled).toContainText('已取消');
  await expect(cancelled).toContainText('工坊这一天检修');
  await expect(page.getByRole('heading', { name: '变动和通知' })).toBeVisible();
  await page.goto('/events/demo-hearing-bins/');
  await expect(page.getByRole('heading', { name: '听证纪要' })).toBeVisible();
  await expect(page.getByText('商定：分类点不挪')).toBeVisible();
});

test('a draft has no page, no calendar file and no place in any list', async ({ request }) => {
  expect((await request.get('/events/demo-bird-count/')).status()).toBe(404);
  expect((await request.get('/events/demo-bird-count/all.ics')).status()).toBe(404);
  for (const path of ['/events/', '/events.ics', '/events/rss.xml']) {
    expect(await (await request.get(path)).text()).not.toContain('demo-bird-count');
  }
});

test('the bases say how many of the plan’s eight have a source, and demo bases do not count', async ({
  page,
}) => {
  await page.goto('/bases/');
  await expect(page.getByRole('heading', { name: '八个省级基地，这里记下了 1 个' })).toBeVisible();
  await page.getByRole('link', { name: '分水塘村' }).click();
  await expect(page.getByText('省级生态文明教育基地')).toBeVisible();
  await expect(page.getByText('来源：方案三（三）4。')).toBeVisible();
  // What is not known is not said.
  await expect(page.getByText('开放时间')).toHaveCount(0);
  await page.goto('/bases/demo-fotang-river/');
  await expect(page.getByText('开放时间')).toBeVisible();
  await expect(page.getByRole('heading', { name: '接下来在这里' })).toBeVisible();
  expect((await page.request.get('/bases/nowhere/')).status()).toBe(404);
});

test('the tile map is walked by keyboard, town by town', async ({ page }) => {
  await page.goto('/bases/');
  const map = page.getByRole('navigation', { name: '各镇街的教育基地' });
  const links = map.getByRole('link');
  await links.first().focus();
  const count = await links.count();
  for (let index = 1; index < count; index += 1) {
    await page.keyboard.press('Tab');
    await expect(links.nth(index)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/town=/);
});

test('axe finds nothing on an event that is cancelled, in any scheme', async ({ page }) => {
  await publishEvent('all-off', { days: 30 });
  await sql`update public.events set status = 'cancelled', cancel_reason_zh = '大雨', cancel_reason_en = 'Rain' where slug = 'all-off'`;
  await page.goto('/events/all-off/');
  await expect(page.getByText('这次活动取消了')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});
