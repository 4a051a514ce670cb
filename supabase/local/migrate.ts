import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { projectDir, StackError } from './config.ts';

export const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });
export type Sql = ReturnType<typeof connect>;

const read = (...path: string[]) => readFileSync(join(projectDir, 'supabase', ...path), 'utf8');

/** A migration without what Supabase's own tool drops when it writes one down statement by statement. */
const essence = (sql: string) => sql.replace(/--.*$/gm, '').replace(/[\s;]+/g, '');

/** Gives a fresh database what a hosted project starts with; harmless on an old one. */
export async function preparePlatform(sql: Sql): Promise<void> {
  await sql.unsafe(read('local', 'platform.sql'));
}

/**
 * Applies the migrations a database does not have yet, each in a transaction of its own, and writes
 * them down the way Supabase's own tool does, so that the two can take turns.
 */
export async function migrate(sql: Sql): Promise<void> {
  const applied = new Map(
    (await sql`select version, statements from supabase_migrations.schema_migrations`).map(
      (row) => [row.version as string, (row.statements as string[]).join('\n')],
    ),
  );
  for (const file of readdirSync(join(projectDir, 'supabase/migrations')).sort()) {
    const [, version, name] = /^(\d{14})_(.+)\.sql$/.exec(file) ?? [];
    if (!version || !name) continue;
    const text = read('migrations', file);
    const before = applied.get(version);
    if (before !== undefined && essence(before) === essence(text)) continue;
    if (before !== undefined) {
      throw new StackError(
        `The migration ${file} has changed since this data folder was made. ` +
          'Run `npm run reset` to begin afresh.',
      );
    }
    await sql.begin(async (tx) => {
      await tx.unsafe(text);
      await tx`insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${version}, ${name}, ${[text]})`;
    });
  }
}

/** Brings the reference data up to date and, if asked, adds the demo data. */
export async function seed(sql: Sql, options: { demo: boolean }): Promise<void> {
  await sql.unsafe(read('seed', 'reference.sql'));
  if (options.demo) await sql.unsafe(read('seed', 'demo.sql'));
}

/** Adds ninety days of demo transfers, closed as days are, unless a day has been closed before. */
export async function addDemoHistory(sql: Sql): Promise<void> {
  await sql.unsafe(read('seed', 'demo-history.sql'));
}
