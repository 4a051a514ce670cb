import { sql } from './database.ts';

let looking: Promise<string> | undefined;

/** The statement that looks at every table of ours, made once; but for when staff were last seen, which reading notes, too. */
const statement = () => {
  looking ??= sql<{ text: string }[]>`
    select string_agg(format(
      'select %L as name, count(*) || '':'' || coalesce(bit_xor(hashtextextended(t::text, 0)), 0) as print from %s t',
      c.oid::regclass, c.oid::regclass), ' union all ') as text
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = any (array['public', 'private', 'ledger']::regnamespace[])
      and c.oid <> 'private.staff_sessions'::regclass
  `.then(([row]) => row?.text ?? '');
  return looking;
};

/** A fingerprint of each table of ours, by name: equal only if no row of it has changed. */
export async function everyTable(): Promise<Record<string, string>> {
  const rows = await sql.unsafe<{ name: string; print: string }[]>(await statement());
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
