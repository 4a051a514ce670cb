import postgres from 'postgres';
import { inject } from 'vitest';

/** How many connections a race may hold at once; PostgreSQL allows 100, the API takes 12. */
export const connections = 64;

/** The database as its superuser, past every policy: for preparing and for looking behind the API. */
export const sql = postgres(inject('stack').databaseUrl, {
  // Two more than a race takes, for those who watch it.
  max: connections + 2,
  onnotice: () => {},
});

export type Transaction = postgres.TransactionSql;

/** Identity, as the API hands it to the database with every request. */
export interface Caller {
  role: 'anon' | 'authenticated' | 'service_role';
  /** The resident's id; none for somebody who is not signed in. */
  id?: string;
  /** The session they came with; roles of staff work in no other. */
  session?: string;
  /** How surely they are who they say: aal2 with a second factor. */
  aal?: 'aal1' | 'aal2';
}

export const anonymous: Caller = { role: 'anon' };

/** Makes the rest of a transaction act as somebody else, the way the API does. */
export async function become(tx: Transaction, caller: Caller): Promise<void> {
  const { id, role, session, aal = 'aal1' } = caller;
  const claims = { role, aal, ...(id && { sub: id }), ...(session && { session_id: session }) };
  await tx`select
    set_config('request.jwt.claim.sub', ${caller.id ?? ''}, true),
    set_config('request.jwt.claim.role', ${caller.role}, true),
    set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
    set_config('role', ${caller.role}, true)`;
}

class RolledBack<Result> {
  constructor(readonly result: Result) {}
}

/**
 * Runs SQL in a transaction as somebody. What it did is undone at the end, whether it succeeded or
 * not, unless `keep` is asked for.
 */
export async function asActor<Result>(
  caller: Caller,
  run: (tx: Transaction) => Promise<Result>,
  options: { keep?: boolean } = {},
): Promise<Result> {
  try {
    return (await sql.begin(async (tx) => {
      await become(tx, caller);
      const result = await run(tx);
      if (!options.keep) throw new RolledBack(result);
      return result;
    })) as Result;
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.result as Result;
    throw thrown;
  }
}
