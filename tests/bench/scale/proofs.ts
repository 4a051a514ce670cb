import type { Sql } from '../../../supabase/local/migrate.ts';
import { cut } from '../figures.ts';

/** What the nightly proof does: everything the first time, and then what is new with a twenty-eighth of the old. */
export async function prove(sql: Sql) {
  const began = performance.now();
  const facts = await sql<{ fact: string; holds: boolean; detail: string }[]>`
    select fact, holds, detail from ledger.verify_new()`;
  return { seconds: cut((performance.now() - began) / 1_000, 1), facts: [...facts] };
}
