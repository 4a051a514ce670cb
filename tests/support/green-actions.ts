import { randomUUID } from 'node:crypto';
import type { SignedIn } from './actors.ts';
import { sql } from './database.ts';

/** The arguments of log_green_action; any of them may be nonsense. */
export type LogArguments = Partial<
  Record<
    | 'p_action_code'
    | 'p_idempotency_key'
    | 'p_note'
    | 'p_evidence_path'
    | 'p_onsite_code'
    | 'p_position'
    | 'p_device',
    unknown
  >
>;

/** Logs an action through the API: with a key of its own unless the test names one. */
export const logAction = (resident: SignedIn, action: string, rest: LogArguments = {}) =>
  resident.api.rpc('log_green_action', {
    p_action_code: action,
    p_idempotency_key: randomUUID(),
    ...rest,
  } as never);

/** Decides a log through the API. */
export const decide = (
  moderator: SignedIn,
  logId: string,
  approve: boolean | null,
  rest: { p_reason?: unknown; p_note?: unknown } = {},
) =>
  moderator.api.rpc('decide_action_log', {
    p_log_id: logId,
    p_approve: approve,
    ...rest,
  } as never);

/** The smallest thing that passes for a photo: the bucket looks at the type, not inside. */
export const photo = (text = 'photo') => new TextEncoder().encode(`RIFF    WEBP${text}`);

/** Puts a photo into a resident's own folder and gives its path. */
export async function uploadPhoto(resident: SignedIn): Promise<string> {
  const path = `${resident.id}/${randomUUID()}.webp`;
  const { error } = await resident.api.storage
    .from('evidence')
    .upload(path, photo(), { contentType: 'image/webp' });
  if (error) throw error;
  return path;
}

/** What became of a resident's logs, oldest first. */
export const logsOf = (resident: { id: string }) => sql`
  select id, action_code, status, note, reason, reason_note, coins::integer as coins, evidence_path
  from public.action_logs where resident_id = ${resident.id} order by logged_at`;
