import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import postgres from 'postgres';

/**
 * Puts judged action logs into the record, all with this note, a minute apart, some in the same moment:
 * judged, so that they do not stand in the way of those who work the queue.
 */
export async function fillRecord(note: string, count: number): Promise<void> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  const id = randomUUID();
  try {
    await sql`insert into auth.users (id, email) values (${id}, ${`${id}@example.com`})`;
    await sql`insert into public.action_logs (resident_id, action_code, idempotency_key, note, coins,
        status, reason, reason_note, logged_at, decided_at)
      select ${id}, 'river-patrol', gen_random_uuid(), ${note} || ' ' || n, 1 + n % 4,
        (case when n % 3 = 0 then 'rejected' else 'approved' end)::public.log_status,
        case when n % 3 = 0 then 'other'::public.rejection_reason end,
        case when n % 3 = 0 then '=1+1, "说明"' else '' end,
        '2026-03-01 00:00+08'::timestamptz + (n / 3) * interval '1 minute',
        case when n % 5 > 0 then '2026-03-02 00:00+08'::timestamptz + n * interval '1 minute' end
      from generate_series(1, ${count}::integer) as n`;
  } finally {
    await sql.end();
  }
}

/** A list of the console, as a person reads it. */
export class ListPage {
  constructor(private readonly page: Page) {}

  heads(): Promise<string[]> {
    return this.page.locator('thead th').allInnerTexts();
  }

  /** The rows of the page that is open; an empty cell says nothing. */
  rows(): Promise<string[][]> {
    return this.page.locator('tbody').evaluate((body) =>
      [...body.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => {
          const text = cell.textContent?.trim() ?? '';
          return text === '—' ? '' : text;
        }),
      ),
    );
  }

  /** All rows, page by page, to the last. */
  async allRows(): Promise<string[][]> {
    const next = this.page.getByRole('link', { name: '下一页' });
    const rows = await this.rows();
    while (await next.isVisible()) {
      await next.click();
      rows.push(...(await this.rows()));
    }
    return rows;
  }

  /** Opens what is folded away, and changes what is chosen in the form. */
  async choose(change: (page: Page) => Promise<unknown>): Promise<void> {
    const more = this.page.locator('details:not([open]) > summary', { hasText: '排序、行数和列' });
    if (await more.isVisible()) await more.click();
    await change(this.page);
    await this.page.getByRole('button', { name: '查找' }).click();
  }

  /** Downloads what is shown, as a file's bytes. */
  async download(format: 'CSV' | 'XLSX'): Promise<{ name: string; bytes: Buffer }> {
    const arrives = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: format }).click();
    const file = await arrives;
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }
}
