import type { SignedIn } from './actors.ts';
import { sql } from './database.ts';
import { decide } from './green-actions.ts';
import { answer } from './refusals.ts';

/** Claims logs through the API and gives how many the moderator holds. */
export const claim = (moderator: SignedIn, limit = 1) =>
  moderator.api.rpc('claim_logs', { p_limit: limit });

export const undo = (moderator: SignedIn, logId: string) =>
  moderator.api.rpc('undo_decision', { p_log_id: logId });

export const appeal = (
  resident: SignedIn,
  logId: string,
  text: unknown = '就在后宅，照片是昨天拍的',
) => resident.api.rpc('appeal_decision', { p_log_id: logId, p_text: text } as never);

/** Rejects a log, which `reason` explains, and gives its id again. */
export async function rejected(moderator: SignedIn, logId: string): Promise<string> {
  await answer(decide(moderator, logId, false, { p_reason: 'unclear_photo', p_note: '太暗' }));
  return logId;
}

/** What was decided about a log, oldest first. */
export const decisionsOn = async (logId: string) => [
  ...(await sql`
    select kind::text, moderator_id, approved, reason::text, note from public.moderation_decisions
    where log_id = ${logId} order by id`),
];

/** Lets a decision be as old as this, past the trigger that keeps decisions as they are. */
export const ageDecisions = (logId: string, age: string) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update public.moderation_decisions set decided_at = decided_at - ${age}::interval
      where log_id = ${logId}`;
  });

/** Takes away what other tests left waiting: the oldest log is then one's own. */
export const clearQueue = () => sql`delete from public.action_logs where status = 'pending'`;

/** Who has a log before them, and whether that still counts. */
export const claimOn = async (logId: string) => {
  const [row] = await sql`
    select moderator_id, claimed_until > now() as counts from private.log_claims where log_id = ${logId}`;
  return row;
};

export const expireClaims = (moderatorId: string) =>
  sql`update private.log_claims set claimed_until = now() - interval '1 second'
    where moderator_id = ${moderatorId}`;
