// What nobody means: values a caller may send for an argument of a function, most of them wrong.
import { randomUUID } from 'node:crypto';
import { sql } from './database.ts';

export interface Argument {
  name: string;
  /** Its type, as PostgreSQL writes it. */
  type: string;
}

export interface PublicFunction {
  name: string;
  /** Whether PostgreSQL lets it write. */
  writes: boolean;
  arguments: Argument[];
}

/** Every function of the API that somebody without the secret key may call, from the catalog. */
export const listPublicFunctions = () => sql<PublicFunction[]>`
  select p.proname as name, p.provolatile = 'v' as writes, coalesce(jsonb_agg(
    jsonb_build_object('name', a.name, 'type', format_type(a.type, null)) order by a.place
  ) filter (where a.name is not null), '[]') as arguments
  from pg_proc p left join lateral (
    select p.proargnames[place] as name, t.type, place
    from unnest(p.proargtypes::oid[]) with ordinality as t (type, place)
  ) a on true
  where p.pronamespace = 'public'::regnamespace
    and (has_function_privilege('authenticated', p.oid, 'execute')
      or has_function_privilege('anon', p.oid, 'execute'))
  group by p.oid, p.proname order by 1`;

const long = 'x'.repeat(1_000_000);
const always = [
  null,
  '',
  '🌿\u202e義烏',
  "'; drop table ledger.transfers;--",
  { a: [1] },
  [],
  true,
  -1,
];

/** Nonsense for one argument; `theirs` are ids of other people and of their things. */
function nonsense({ type }: Argument, theirs: string[]): unknown[] {
  if (type.endsWith('[]'))
    return [...always, [null], [randomUUID()], ['x'], Array(2_000).fill('1')];
  if (type === 'uuid') return [...always, ...theirs, '00000000-0000-0000-0000-000000000000'];
  if (/int|numeric|double/.test(type)) {
    return [...always, 0, 0.001, 'NaN', 'Infinity', '9223372036854775808', 2_147_483_647, 1];
  }
  if (/date|time/.test(type)) {
    return [...always, '2026-02-30', '-infinity', '99999-01-01', '1900-01-01', 1e300];
  }
  if (type.startsWith('json')) {
    return [...always, { p: long }, { name_zh: 1, coins: 1e300 }, [[[[]]]], 'null'];
  }
  return [...always, long, ...theirs, 'none', '%', '\\', 'a'.repeat(201)];
}

/** Calls of one function: each argument walks its list at its own pace, so that they meet in many ways. */
export function calls(wanted: Argument[], theirs: string[]): Record<string, unknown>[] {
  const lists = wanted.map((one) => nonsense(one, theirs));
  const rounds = Math.max(...lists.map((list) => list.length), 1);
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(
      wanted.map(({ name }, place) => {
        const list = lists[place] ?? [];
        return [name, list[(round * (place + 1) + place) % list.length]];
      }),
    ),
  );
}
