// What the tables of answers do not hold and nobody may read. What somebody who holds all of them learns: unlinkable.test.ts.
import { beforeAll, describe, expect, test } from 'vitest';
import { addStaff, type SignedIn, signUp } from '../../support/actors.ts';
import { anonymous, asActor, type Caller, sql } from '../../support/database.ts';
import { answer, refusalBy } from '../../support/refusals.ts';
import { issue, newOpenWave, submit } from '../../support/surveys.ts';

let answerer: SignedIn;
let wave: string;
beforeAll(async () => {
  const open = await newOpenWave();
  answerer = await signUp();
  wave = open.id;
  await answer(issue(answerer, wave));
  await answer(submit(open));
});

const columnsOf = async (table: string) => {
  const rows = await sql`
    select column_name, data_type from information_schema.columns
    where table_schema = 'survey_private' and table_name = ${table} order by ordinal_position`;
  return rows.map((row) => `${row.column_name} ${row.data_type}`);
};

describe('the tables of answers', () => {
  test('are these, so that what follows is about all of them', async () => {
    const tables = await sql`
      select table_name from information_schema.tables
      where table_schema = 'survey_private' order by 1`;
    expect(tables.map((row) => row.table_name)).toEqual([
      'answers',
      'invitation_batches',
      'invitations',
      'issuances',
      'keys',
    ]);
  });

  const callers: [string, () => Promise<Caller>][] = [
    ['a visitor', async () => anonymous],
    ['a resident who answered', async () => answerer],
    ['an analyst', () => addStaff('analyst')],
    ['a moderator', () => addStaff('moderator')],
    ['an administrator', () => addStaff('administrator')],
    ['the secret key', async () => ({ role: 'service_role' })],
  ];

  test.each(callers)('are read and written by no client: not by %s', async (_, who) => {
    const caller = await who();
    for (const table of ['answers', 'issuances', 'keys']) {
      for (const statement of [
        `select * from survey_private.${table}`,
        `select count(*) from survey_private.${table}`,
        `insert into survey_private.${table} (wave_id) values ('${wave}')`,
        `update survey_private.${table} set wave_id = wave_id`,
        `delete from survey_private.${table}`,
        `truncate survey_private.${table}`,
      ]) {
        const refused = await refusalBy(asActor(caller, (tx) => tx.unsafe(statement)));
        expect({ statement, sqlState: refused.sqlState }).toEqual({ statement, sqlState: '42501' });
      }
    }
  });

  test('keep the answer and its day, and nothing of who gave it', async () => {
    expect(await columnsOf('answers')).toEqual([
      'wave_id uuid',
      'token_sha256 bytea',
      'answered_on date',
      'mode USER-DEFINED',
      'town_code text',
      'age_band USER-DEFINED',
      'sex USER-DEFINED',
      'answers jsonb',
    ]);
  });

  test('keep whose token was signed, and nothing of what or when', async () => {
    expect(await columnsOf('issuances')).toEqual([
      'resident_id uuid',
      'wave_id uuid',
      'blinded_sha256 bytea',
    ]);
  });

  test('hold no id of a resident beside an answer', async () => {
    const [row] = await sql`select
      (select count(*)::integer from survey_private.answers where wave_id = ${wave}) as answers,
      (select count(*)::integer from survey_private.answers a join auth.users u
        on a::text like '%' || u.id || '%' where a.wave_id = ${wave}) as named`;
    expect(row).toEqual({ answers: 1, named: 0 });
  });

  test('are joined by no key', async () => {
    const keys = await sql`
      select n.nspname || '.' || c.relname as target
      from pg_constraint k
        join pg_class c on c.oid = k.confrelid
        join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conrelid = 'survey_private.answers'::regclass order by 1`;
    expect(keys.map((key) => key.target)).toEqual(['public.survey_waves', 'public.towns']);
  });

  test('leave no trace of an answer in the audit', async () => {
    const traces = await sql`
      select from public.audit_entries
      where actor_id = ${answerer.id} or subject_id = ${answerer.id} or detail::text like ${`%${wave}%`}`;
    expect(traces).toEqual([]);
  });
});
