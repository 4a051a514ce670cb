// One event from its publication to the certificate in a visitor's hand, as everyone concerned lives it.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { newHost, newPerson, type Person, sql } from './education';
import { expect, test } from './fixtures';
import { Gate } from './gate';
import { SignInPage, WalletPage } from './people';

test.use({ refusals: [404] });

/** A submitted event of today for one person, with a waiting list, which waits for the bureau. */
async function submittedEvent() {
  const slug = `day-${randomUUID().slice(0, 8)}`;
  const title = `看鸟 ${slug.slice(-4)}`;
  const [base] = await sql<{ id: string }[]>`
    insert into public.bases (slug, name_zh, name_en, kind, town_code, is_public, is_demo)
    values (${slug}, '测试湿地', 'Test wetland', 'river', 'suxi', true, true) returning id`;
  const [event] = await sql<{ id: string }[]>`
    insert into public.events
      (slug, base_id, kind, title_zh, title_en, summary_zh, summary_en, coins, status, is_demo)
    values (${slug}, ${base?.id ?? ''}, 'visit', ${title}, ${`Birds ${slug.slice(-4)}`},
      '带上望远镜。', 'Bring binoculars.', 9, 'submitted', true) returning id`;
  const [session] = await sql<{ id: string }[]>`
    insert into public.event_sessions
      (event_id, starts_at, ends_at, place_zh, place_en, capacity, waitlist_limit, opens_at, closes_at)
    values (${event?.id ?? ''}, now() + interval '3 hours', now() + interval '5 hours',
      '湿地北门', 'North gate', 1, 3, now() - interval '1 day', now() + interval '2 hours') returning id`;
  return {
    slug,
    title,
    baseId: base?.id ?? '',
    eventId: event?.id ?? '',
    sessionId: session?.id ?? '',
  };
}

async function signedIn(browser: Browser, person: Person, next: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await new SignInPage(page).signIn(person.email, person.password, next);
  return page;
}

test('an event is published, fills up, a place is passed on, people are checked in offline, and coins and a certificate follow', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const event = await submittedEvent();
  const host = await newHost(event.baseId);
  const first = await signedIn(browser, await newPerson(), '/account/');
  const second = await signedIn(browser, await newPerson(), '/account/');

  expect((await first.goto(`/events/${event.slug}/`))?.status()).toBe(404);
  await new SignInPage(page).signIn(
    'editor@example.com',
    undefined,
    `/bureau/events/${event.eventId}/`,
  );
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('已发布，现在就能在活动页看到。')).toBeVisible();
  await expect
    .poll(async () => (await first.goto(`/events/${event.slug}/`))?.status(), { timeout: 5_000 })
    .toBe(200);

  await first.getByLabel('现场怎么称呼你').fill('王阿姨');
  await first.getByRole('button', { name: '报名，共 1 人' }).click();
  await expect(first.getByText('报好了。')).toBeVisible();

  await second.goto(`/events/${event.slug}/`);
  await second.getByLabel('现场怎么称呼你').fill('李大叔');
  await second.getByRole('checkbox', { name: /没有位子就排候补/ }).check();
  await second.getByRole('button', { name: '排候补，共 1 人' }).click();
  await expect(second.getByText('排上候补了，第 1 位。')).toBeVisible();

  await first.goto('/my-events/');
  await first.getByRole('button', { name: '取消报名' }).click();
  await first.getByRole('button', { name: '确定取消' }).click();
  await expect(first.getByText('取消了，位子已让出。')).toBeVisible();

  await second.goto('/inbox/');
  await expect(second.getByText(event.title).first()).toBeVisible();
  await second.goto('/my-events/');
  await second.getByRole('button', { name: '确认要来' }).click();
  const shown = second.locator('[data-registration-code]');
  await expect(shown).toBeVisible();
  const code = await shown.innerText();

  const phone = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  const gate = await Gate.open(phone, host, event);
  await phone.context().setOffline(true);
  await phone.reload();
  await gate.typeCode(code);
  await expect(gate.said()).toHaveText('李大叔，1 人，签到了');
  await expect(gate.queue()).toHaveAttribute('data-queue', '1');
  expect(await new WalletPage(second).balance()).toBe(0);
  // Back on the network it sends by itself.
  await phone.context().setOffline(false);
  await expect(gate.queue()).toHaveText('都送出了');

  expect(await new WalletPage(second).balance()).toBe(9);
  expect(await new WalletPage(first).balance()).toBe(0);
  await second.goto('/my-events/');
  await second.getByText('参加证明').click();
  await second.getByLabel('证明上写的名字').fill('李建国');
  await second.getByRole('button', { name: '开证明' }).click();
  const file = await second.getByRole('link', { name: '下载证明（PDF）' }).getAttribute('href');
  const certificate = await second.request.get(file ?? '');
  expect(certificate.headers()['content-type']).toBe('application/pdf');
  // Nobody else is handed the paper, whoever knows its address.
  expect((await first.request.get(file ?? '')).status()).toBe(404);
  for (const one of [first, second, phone]) await one.context().close();
});
