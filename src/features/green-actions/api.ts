import type { Enums, Tables } from '../../lib/database.types';
import { Refusal, refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { LogInput } from './schema';

export type GreenAction = Tables<'green_actions'>;
export type ActionLog = Tables<'action_logs'>;

/** The price list, in its order. Readable by everyone. */
export async function readPriceList(client: Client): Promise<GreenAction[]> {
  const { data, error } = await client
    .from('green_actions')
    .select('*')
    .eq('is_open', true)
    .order('position');
  if (error) throw refusalOf(error);
  return data;
}

/** Puts a photo into the caller's own folder of the private bucket and gives its name. */
export async function uploadEvidence(client: Client, key: string, photo: Blob): Promise<string> {
  const { data, error: nobody } = await client.auth.getSession();
  if (nobody || !data.session) throw new Refusal({ code: 'sign_in_first', values: {} });
  const extension = photo.type === 'image/webp' ? 'webp' : 'jpg';
  const path = `${data.session.user.id}/${key}.${extension}`;
  const bytes = await photo.arrayBuffer();
  const { error } = await client.storage
    .from('evidence')
    .upload(path, bytes, { contentType: photo.type });
  // A photo that is there already came with an earlier try of the same log.
  const isThere = error && 'statusCode' in error && String(error.statusCode) === '409';
  if (error && !isThere) {
    if (/fetch|network/i.test(error.message)) throw refusalOf({ message: error.message });
    throw new Refusal({ code: 'photo_refused', values: {} });
  }
  return path;
}

/** Logs an action; the same key gives the same log. */
export async function logGreenAction(client: Client, input: LogInput): Promise<ActionLog> {
  const { data, error } = await client.rpc('log_green_action', {
    p_action_code: input.action_code,
    p_idempotency_key: input.key,
    p_note: input.note,
    ...(input.evidence_path ? { p_evidence_path: input.evidence_path } : {}),
    ...(input.onsite_code ? { p_onsite_code: input.onsite_code } : {}),
  });
  if (error) throw refusalOf(error);
  return data;
}

/** The caller's logs that wait or were rejected, newest first. */
export async function readOpenLogs(client: Client, residentId: string) {
  const { data, error } = await client
    .from('action_logs')
    .select('*')
    .eq('resident_id', residentId)
    .in('status', ['pending', 'rejected'])
    .order('logged_at', { ascending: false })
    .limit(20);
  if (error) throw refusalOf(error);
  return data;
}

/** Logs that wait for a moderator, oldest first, and how many there are in all. */
export async function readQueue(client: Client): Promise<{ logs: ActionLog[]; count: number }> {
  const { data, error, count } = await client
    .from('action_logs')
    .select('*', { count: 'exact' })
    .eq('status', 'pending')
    .order('logged_at')
    .limit(50);
  if (error) throw refusalOf(error);
  return { logs: data, count: count ?? data.length };
}

/** Opens the photo behind a log, which the audit writes down. For moderators. */
export async function readEvidence(client: Client, logId: string): Promise<Blob> {
  const { data: path, error: refused } = await client.rpc('read_evidence', { p_log_id: logId });
  if (refused) throw refusalOf(refused);
  const { data, error } = await client.storage.from('evidence').download(path);
  if (error) throw refusalOf({ message: error.message });
  return data;
}

/** Approves a log, or rejects it for a reason. */
export async function decideLog(
  client: Client,
  logId: string,
  decision: { approve: true } | { approve: false; reason: Enums<'rejection_reason'>; note: string },
): Promise<void> {
  const { error } = await client.rpc('decide_action_log', {
    p_log_id: logId,
    p_approve: decision.approve,
    ...(decision.approve ? {} : { p_reason: decision.reason, p_note: decision.note }),
  });
  if (error) throw refusalOf(error);
}
