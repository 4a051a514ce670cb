// What is asked of both sizes, the way the pages ask it.
import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import type { Sql } from '../../../supabase/local/migrate.ts';
import { anyResident, type Size } from './sizes.ts';

type Ask = (tx: TransactionSql) => Promise<unknown>;

export interface Target {
  name: string;
  /** Who asks: a resident of that size, the moderator, or nobody signed in. */
  who: (size: Size) => Record<string, string>;
  ask: Ask;
  /** What has to be put back, and is not measured. */
  after?: Ask;
}

const resident = (size: Size) => ({ role: 'authenticated', sub: anyResident(size) });
const nobody = () => ({ role: 'anon' });
const moderator = {
  role: 'authenticated',
  sub: 'aaaaaaaa-0000-4000-8000-000000000001',
  session_id: 'aaaaaaaa-0000-4000-8000-000000000002',
};

/** Signs the moderator of the bench up, in one database. */
export async function addModerator(sql: Sql): Promise<void> {
  await sql`insert into auth.users (id, email) values (${moderator.sub}, 'bench-moderator@example.com')`;
  await sql`insert into auth.sessions (id, user_id) values (${moderator.session_id}, ${moderator.sub})`;
  await sql`insert into public.staff_roles (resident_id, role) values (${moderator.sub}, 'moderator')`;
}

export const targets: Target[] = [
  {
    name: 'award',
    who: resident,
    ask: (tx) => tx`select * from public.log_green_action('bench-action', ${randomUUID()})`,
  },
  { name: 'balance', who: resident, ask: (tx) => tx`select * from public.my_wallet` },
  {
    name: 'first statement page',
    who: resident,
    async ask(tx) {
      const lines = await tx`select * from public.my_transfers order by id desc limit 31`;
      const ids = lines.map(({ id }) => id);
      await tx`select * from public.my_transfers where corrects_id = any (${ids}::bigint[])`;
    },
  },
  {
    name: 'moderation page',
    who: () => moderator,
    async ask(tx) {
      await tx`select public.claim_logs(3)`;
      await tx`select * from public.get_moderation_queue()`;
      await tx`select * from public.get_moderation_load()`;
    },
    after: (tx) => tx`select public.release_claims()`,
  },
  {
    name: 'transparency page',
    who: nobody,
    async ask(tx) {
      await tx`select * from public.get_book_months()`;
      await tx`select * from public.get_days((now() - interval '400 days')::date, now()::date)`;
      await tx`select * from public.get_action_days((now() - interval '400 days')::date, now()::date)`;
      await tx`select * from public.get_envelope_outlooks(extract(year from now())::integer)`;
      await tx`select * from public.get_audit_rates()`;
      await tx`select * from public.get_last_proof()`;
    },
  },
];

const become = (tx: TransactionSql, claims: Record<string, string>) => tx`select
  set_config('request.jwt.claim.sub', ${claims.sub ?? ''}, true),
  set_config('request.jwt.claim.role', ${claims.role ?? ''}, true),
  set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
  set_config('role', ${claims.role ?? ''}, true)`;

/** Milliseconds until one call has been answered and committed, as the API does it. */
export async function timeOf(sql: Sql, size: Size, { who, ask, after }: Target): Promise<number> {
  const claims = who(size);
  const began = performance.now();
  await sql.begin(async (tx) => {
    await become(tx, claims);
    await ask(tx);
  });
  const took = performance.now() - began;
  if (after) {
    await sql.begin(async (tx) => {
      await become(tx, claims);
      await after(tx);
    });
  }
  return took;
}
