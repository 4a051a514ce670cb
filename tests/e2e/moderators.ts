// Moderators who judge past the site: what a test is about is what the resident sees of it.
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { behindTheSite } from './behind';

/** Runs something as a moderator nobody else is, with a session of their own. */
async function asNewModerator<Result>(run: (tx: postgres.TransactionSql) => Promise<Result>) {
  const [id, session] = [randomUUID(), randomUUID()];
  const claims = { sub: id, role: 'authenticated', aal: 'aal1', session_id: session };
  return behindTheSite((sql) =>
    sql.begin(async (tx) => {
      await tx`insert into auth.users (id, email) values (${id}, ${`${id}@example.com`})`;
      await tx`insert into auth.sessions (id, user_id) values (${session}, ${id})`;
      await tx`insert into public.staff_roles (resident_id, role) values (${id}, 'moderator')`;
      await tx`select set_config('request.jwt.claim.sub', ${id}, true),
        set_config('request.jwt.claim.role', 'authenticated', true),
        set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
        set_config('role', 'authenticated', true)`;
      return run(tx);
    }),
  );
}

/** A moderator who has not judged it before rejects a log. */
export const rejectLog = (logId: string, reason: string, note: string) =>
  asNewModerator(
    (tx) => tx`select public.decide_action_log(${logId}, false,
      ${reason}::public.rejection_reason, ${note})`,
  );

/** A moderator who has not judged it before approves a log. */
export const approveLog = (logId: string) =>
  asNewModerator((tx) => tx`select public.decide_action_log(${logId}, true)`);

/** A moderator rejects a log and takes that back at once. */
export const rejectAndUndo = (logId: string) =>
  asNewModerator(async (tx) => {
    await tx`select public.decide_action_log(${logId}, false, 'other', '')`;
    await tx`select public.undo_decision(${logId})`;
  });

/** Lets every claim on a log have run out. */
export const endClaim = (logId: string) =>
  behindTheSite((sql) => sql`delete from private.log_claims where log_id = ${logId}`);
