// Moderators of towns of their own, so that tests that run at the same time leave each other's logs alone.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { behindTheSite } from './behind';
import { newcomer, SignInPage } from './people';

/** A town nobody else lives in. */
export async function newTown(): Promise<string> {
  const code = `test-${randomUUID().slice(0, 8)}`;
  await behindTheSite(
    (sql) => sql`insert into public.towns values (${code}, '测试镇', 'Test Town', 'town')`,
  );
  return code;
}

/** Puts the logs with this note into a town, as if those who made them lived there. */
export const moveTo = (town: string, note: string) =>
  behindTheSite(
    (sql) => sql`update public.action_logs set town_code = ${town} where note = ${note}`,
  );

/** Lets somebody who has never been here log river patrols that wait in a town; none has a photo. */
export const waitingLogs = (town: string, notes: string[]): Promise<string[]> =>
  behindTheSite(async (sql) => {
    const resident = randomUUID();
    await sql`insert into auth.users (id, email) values (${resident}, ${`${resident}@example.com`})`;
    const rows = await sql<{ id: string }[]>`
      insert into public.action_logs
        (resident_id, action_code, idempotency_key, coins, status, note, town_code, logged_at)
      select ${resident}, 'river-patrol', gen_random_uuid(), 10, 'pending', n.note, ${town},
        now() - interval '1 hour' + n.place * interval '1 minute'
      from unnest(${notes}::text[]) with ordinality as n (note, place) returning id`;
    return rows.map(({ id }) => id);
  });

/** What became of a log, and how often it was decided. */
export const standingOf = (note: string) =>
  behindTheSite(async (sql) => {
    const [row] = await sql`
      select l.status::text, l.reason::text, l.reason_note, (
        select count(*) from public.moderation_decisions d where d.log_id = l.id
      )::integer as decisions from public.action_logs l where l.note = ${note}`;
    return row;
  });

/** How many photos of a town's logs have been compared with the others. */
export const markedPhotos = (town: string): Promise<number> =>
  behindTheSite(async (sql) => {
    const [row] = await sql<{ photos: number }[]>`
      select count(*)::integer as photos
      from private.evidence_marks m join public.action_logs l on l.id = m.log_id
      where l.town_code = ${town} and m.marked_at is not null`;
    return row?.photos ?? 0;
  });

/** A moderator of one town, at their desk. */
export class TownModerator {
  private constructor(
    readonly page: Page,
    readonly person: { email: string; password: string },
  ) {}

  /** Somebody who has never been here, made moderator of a town; on a page of their own. */
  static async of(town: string, browser: Browser, path = '/bureau/moderation/') {
    const page = await (await browser.newContext()).newPage();
    const person = newcomer();
    await new SignInPage(page).signUp(person);
    await behindTheSite(
      (sql) => sql`insert into public.staff_roles (resident_id, role, town_code)
        select id, 'moderator', ${town} from auth.users where email = ${person.email}`,
    );
    await page.goto(path);
    return new TownModerator(page, person);
  }

  note = () => this.page.locator('[data-note]');
  said = () => this.page.locator('.notice.success');
  position = () => this.page.locator('article header p').first();
  approve = () => this.page.getByRole('button', { name: '通过', exact: true });
  reject = (reason: string) => this.page.getByRole('button', { name: reason, exact: true });
  undo = () => this.page.getByRole('button', { name: /^撤回「/ });

  /** Waits until a log stands there and its controls can be used. */
  async sees(note: string | RegExp) {
    await expect(this.note()).toHaveText(note);
    await expect(this.page.locator('article fieldset').first()).toBeEnabled();
  }
}
