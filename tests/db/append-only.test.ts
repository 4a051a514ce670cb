import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addResident } from '../support/actors.ts';
import { sql } from '../support/database.ts';
import { closeOneDay } from '../support/days.ts';
import { newSession } from '../support/education.ts';
import { refusalBy } from '../support/refusals.ts';
import { giveCoins } from '../support/things.ts';

const contents = async (table: string) => {
  const [row] = await sql.unsafe(
    `select count(*)::integer as rows, md5(string_agg(t::text, '|' order by t::text)) as digest
     from ${table} t`,
  );
  return row;
};

// Row triggers see only rows that are there.
beforeAll(async () => {
  await giveCoins(await addResident(), 10);
  await closeOneDay();
  await sql`insert into public.audit_entries (act, subject_kind) values ('test', 'test')`;
  await sql`insert into public.moderation_decisions (log_id, moderator_id, approved)
    values (${randomUUID()}, ${randomUUID()}, true)`;
  const session = await newSession();
  await sql`insert into public.check_ins (nonce, session_id, kind, how, scanned_at)
    values (${randomUUID()}, ${session}, 'arrive', 'walk_in', now())`;
  await sql`insert into public.event_changes (event_id, kind, text_zh, text_en)
    select event_id, 'notice', '甲', 'A' from public.event_sessions where id = ${session}`;
});

describe.each([
  ['ledger.transfers', 'reference'],
  ['ledger.days', 'held'],
  ['ledger.day_pages', 'leaves'],
  ['ledger.day_actions', 'issued'],
  ['ledger.proofs', 'detail'],
  ['public.audit_entries', 'subject_kind'],
  ['public.moderation_decisions', 'note'],
  ['public.check_ins', 'device'],
  ['public.event_changes', 'text_zh'],
  ['public.questionnaire_versions', 'content'],
])('%s is append-only: even the superuser', (table, column) => {
  test.each([
    ['changes no row', `update ${table} set ${column} = ${column}`],
    ['deletes no row', `delete from ${table}`],
    // With what hangs on it: PostgreSQL itself refuses to empty a table that others refer to.
    ['does not empty it', `truncate ${table} cascade`],
  ])('%s', async (_, statement) => {
    const before = await contents(table);
    expect(before?.rows).toBeGreaterThan(0);
    const refused = await refusalBy(sql.unsafe(statement).execute());
    expect(refused).toMatchObject({
      status: 403,
      code: 'append_only',
      message: `${table} is append-only.`,
    });
    expect(await contents(table)).toEqual(before);
  });
});

test.each([['truncate ledger.wallets cascade'], ['delete from ledger.wallets']])(
  'wallets are moved and never removed: %s is refused even to the superuser',
  async (statement) => {
    const before = await contents('ledger.wallets');
    const refused = await refusalBy(sql.unsafe(statement).execute());
    expect(refused.code).toBe('append_only');
    expect(await contents('ledger.wallets')).toEqual(before);
  },
);
