// The same migrations on another database, applied by Supabase's own tool: nothing here depends on
// the embedded stack.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createApi } from '../../supabase/local/api.ts';
import { projectDir } from '../../supabase/local/config.ts';
import { connect, preparePlatform, type Sql } from '../../supabase/local/migrate.ts';
import { sql } from '../support/database.ts';
import { type SupabaseCli, supabaseCli } from '../support/supabase-cli.ts';

const database = `portability_${crypto.randomUUID().slice(0, 8)}`;
const stackUrl = inject('stack').databaseUrl;
const url = stackUrl.replace(/[^/]+$/, database);
const migrations = readdirSync(join(projectDir, 'supabase/migrations')).sort();
const reference = readFileSync(join(projectDir, 'supabase/seed/reference.sql'), 'utf8');

let cli: SupabaseCli;
let db: Sql;
let dataDir: string;

/** Makes an empty database that has what a hosted project starts with. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'green-yiwu-portability-'));
  cli = supabaseCli();
  await sql.unsafe(`create database ${database}`);
  const { jwtSecret, publishableKey, secretKey } = inject('stack');
  const api = await createApi({
    databaseUrl: url,
    port: 0,
    siteUrl: 'http://127.0.0.1',
    smtpPort: 1,
    dataDir,
    secrets: { jwtSecret, publishableKey, secretKey },
  });
  await api.prepare();
  await api.stop();
  db = connect(url);
  await preparePlatform(db);
});

afterAll(async () => {
  await db?.end();
  await sql.unsafe(`drop database if exists ${database} with (force)`);
  cli?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Everything the catalog knows of our schemas that decides how they behave. */
async function anatomy(of: Sql | typeof sql): Promise<string[]> {
  const rows = await of`
    with ours as (
      select oid, nspname, nspacl from pg_namespace
      where nspname in ('public', 'private', 'ledger', 'survey_private')
    )
    select format('schema %s %s', nspname, nspacl) as line from ours
    union all select format('function %s %s %s', pg_get_functiondef(p.oid), p.proacl,
        obj_description(p.oid, 'pg_proc'))
      from pg_proc p join ours n on n.oid = p.pronamespace
    union all select format('relation %s.%s %s %s %s %s', nspname, relname, relkind, relrowsecurity,
        relacl, reloptions)
      from pg_class c join ours n on n.oid = c.relnamespace
    union all select format('column %s.%s.%s %s %s %s %s', nspname, relname, attname,
        format_type(atttypid, atttypmod), attnotnull, attacl, pg_get_expr(adbin, adrelid))
      from pg_attribute a join pg_class c on c.oid = a.attrelid join ours n on n.oid = c.relnamespace
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where attnum > 0
    union all select format('index %s', pg_get_indexdef(indexrelid))
      from pg_index i join pg_class c on c.oid = i.indrelid join ours n on n.oid = c.relnamespace
    union all select format('constraint %s %s %s', conrelid::regclass, conname,
        pg_get_constraintdef(k.oid))
      from pg_constraint k join ours n on n.oid = k.connamespace
    union all select format('policy %s.%s %s %s %s %s %s', schemaname, tablename, policyname, roles, cmd,
        qual, with_check)
      from pg_policies where schemaname in ('public', 'private', 'ledger', 'survey_private', 'storage')
    union all select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all select format('enum %s.%s %s', nspname, typname, enumlabel)
      from pg_enum e join pg_type t on t.oid = e.enumtypid join ours n on n.oid = t.typnamespace
    order by line`;
  return rows.map((row) => row.line);
}

/** Every row that the seed is about. */
async function seeded(): Promise<unknown> {
  const [row] = await db`select
    (select jsonb_agg(t order by code) from public.towns t) as towns,
    (select jsonb_agg(a order by code) from public.green_actions a) as actions,
    (select jsonb_agg(p order by action_code, valid_from) from public.action_prices p) as prices,
    (select jsonb_agg(q) from public.questionnaires q) as questionnaires,
    (select jsonb_agg(v) from public.questionnaire_versions v) as versions`;
  return row;
}

describe('Supabase’s own tool', () => {
  test('applies every migration to an empty project', async () => {
    await cli.succeed(['migration', 'up', '--yes'], url);
    const applied = await db`
      select version || '_' || name || '.sql' as file
      from supabase_migrations.schema_migrations order by version`;
    expect(applied.map((row) => row.file)).toEqual(migrations);
  });

  test('makes the same database as `npm start` does', async () => {
    const [theirs, ours] = [await anatomy(db), await anatomy(sql)];
    expect(theirs.length).toBeGreaterThan(300);
    expect(theirs).toEqual(ours);
  });

  test.each([
    ['a database it has migrated', () => url],
    ['a database that `npm start` has migrated', () => stackUrl],
  ])('finds nothing left to apply in %s', async (_, target) => {
    const { stdout, stderr } = await cli.succeed(['migration', 'up', '--yes'], target());
    expect(stdout + stderr).toContain('up to date');
  });

  test('has nothing to warn of', async () => {
    const { stdout, stderr } = await cli.succeed(['db', 'advisors', '--fail-on', 'warn'], url);
    expect(stdout + stderr).toContain('No issues found');
  });

  test('would warn of a table without row-level security', async () => {
    await db`create table public.careless (id integer primary key)`;
    await db`grant select on public.careless to anon`;
    try {
      const { exitCode, stdout } = await cli.run(['db', 'advisors', '--fail-on', 'warn'], url);
      expect(exitCode).not.toBe(0);
      expect(stdout).toContain('careless');
    } finally {
      await db`drop table public.careless`;
    }
  });

  test('describes the database in the types that are in the repository', async () => {
    const { stdout } = await cli.succeed(['gen', 'types', 'typescript'], url);
    // When this fails, `npm run types` writes the file anew.
    const committed = readFileSync(join(projectDir, 'src/lib/database.types.ts'), 'utf8');
    expect(stdout).toBe(committed);
  });
});

describe('the reference data', () => {
  test('is complete after the first time', async () => {
    await db.unsafe(reference);
    const [counts] = await db`select
      (select count(*)::integer from public.towns) as towns,
      (select count(*)::integer from public.green_actions) as actions,
      (select count(*)::integer from public.questionnaire_versions) as questionnaires`;
    expect(counts).toEqual({ towns: 14, actions: 17, questionnaires: 1 });
  });

  test('is the same after the second time', async () => {
    const before = await seeded();
    await db.unsafe(reference);
    expect(await seeded()).toEqual(before);
  });

  test('brings texts up to date and leaves prices, caps and closings to the bureau', async () => {
    const before = await seeded();
    await db`update public.green_actions set name_zh = '旧名' where code = 'clean-plate'`;
    await db.unsafe(reference);
    expect(await seeded()).toEqual(before);

    await db`update public.green_actions set is_open = false where code = 'clean-plate'`;
    await db`
      insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap,
        weekly_cap, yearly_cap, announced_at)
      values ('clean-plate', '2026-03-01', 2, 'none', 'automatic', 1, 5, 100, '2026-02-27')`;
    await db.unsafe(reference);
    const actions = await db`
      select coins::integer, daily_cap, is_open
      from public.green_actions join public.action_prices on action_code = code
      where code = 'clean-plate' order by valid_from`;
    expect(actions).toEqual([
      { coins: 1, daily_cap: 2, is_open: false },
      { coins: 2, daily_cap: 1, is_open: false },
    ]);
  });
});

test('an account on it gets its profile and its wallet, and its books balance', async () => {
  const id = crypto.randomUUID();
  await db`insert into auth.users (id, email) values (${id}, ${`${id}@example.com`})`;
  await db`select ledger.post_transfer(${id}, 'award', 'issuance', 'wallet', 5, 'test', 'award:test',
    null, null, 'test-action')`;
  const [row] = await db`
    select w.balance::integer as balance, p.display_name
    from ledger.wallets w join public.profiles p using (resident_id) where resident_id = ${id}`;
  expect(row).toEqual({ balance: 5, display_name: '' });
  expect(await db`select holds from ledger.verify()`).toEqual(
    Array.from({ length: 5 }, () => ({ holds: true })),
  );
});
