import { PUBLIC_SUPABASE_PUBLISHABLE_KEY, PUBLIC_SUPABASE_URL } from 'astro:env/client';
import type { Database } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { JudgedLog, Reason } from './judging/item';

type Functions = Database['public']['Functions'];

/** How many logs wait and are before colleagues, for how many seconds a decision can be taken back, and as of when. */
export type Load = Functions['get_moderation_load']['Returns'][number];

/** How far the second look at a month's sample has come. */
export type AuditMonth = Pick<
  Functions['get_audit_rates']['Returns'][number],
  'month' | 'sampled' | 'judged'
>;

/** A sampled log and the month it was approved in. */
export type SampledLog = JudgedLog & { month: string };

/** A judgement: right, or wrong for a reason; either may say more. */
export type Judgement = { note: string } & (
  | { approve: true; reason?: never }
  | { approve: false; reason: Reason }
);

/** How many logs one moderator has before them at a time: few, so that colleagues find some, too. */
const handful = 3;

export async function readLoad(client: Client): Promise<Load> {
  const { data, error } = await client.rpc('get_moderation_load').single();
  if (error) throw refusalOf(error);
  return data;
}

/** Claims logs up to a handful, renews what is held, and gives it, oldest first, with the load. */
export async function takeLogs(client: Client): Promise<{ held: JudgedLog[]; load: Load }> {
  const { error } = await client.rpc('claim_logs', { p_limit: handful });
  if (error) throw refusalOf(error);
  const [{ data, error: refused }, load] = await Promise.all([
    client.rpc('get_moderation_queue'),
    readLoad(client),
  ]);
  if (refused) throw refusalOf(refused);
  // Marks and decisions come as json, whose shape the function states.
  return { held: data as unknown as JudgedLog[], load };
}

/** Puts back what is held and not judged. */
export async function releaseLogs(client: Client): Promise<void> {
  const { error } = await client.rpc('release_claims');
  if (error) throw refusalOf(error);
}

/**
 * The same from a page that is being left, unless a later page has renewed it: sent by itself, since the client would
 * first ask for its session.
 */
export function releaseOnLeaving(token: string, readAt: string): void {
  const headers = { apikey: PUBLIC_SUPABASE_PUBLISHABLE_KEY, Authorization: `Bearer ${token}` };
  // If it gets lost, the claims run out by themselves.
  fetch(`${PUBLIC_SUPABASE_URL}/rest/v1/rpc/release_claims`, {
    method: 'POST',
    keepalive: true,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ p_read_at: readAt }),
  }).catch(() => {});
}

/** Opens the photo behind a log, which the audit writes down. */
export async function readEvidence(client: Client, logId: string): Promise<Blob> {
  const { data: path, error: refused } = await client.rpc('read_evidence', { p_log_id: logId });
  if (refused) throw refusalOf(refused);
  const { data, error } = await client.storage.from('evidence').download(path);
  if (error) throw refusalOf({ message: error.message });
  return data;
}

const argumentsOf = (logId: string, { reason, note }: Judgement) => ({
  p_log_id: logId,
  p_note: note,
  ...(reason ? { p_reason: reason } : {}),
});

/** Approves a log or rejects it for a reason; the same decision twice is one. */
export async function decideLog(
  client: Client,
  logId: string,
  judgement: Judgement,
): Promise<void> {
  const { error } = await client.rpc('decide_action_log', {
    ...argumentsOf(logId, judgement),
    p_approve: judgement.approve,
  });
  if (error) throw refusalOf(error);
}

/** Takes one's own decision back: the log waits again and is held. */
export async function undoDecision(client: Client, logId: string): Promise<void> {
  const { error } = await client.rpc('undo_decision', { p_log_id: logId });
  if (error) throw refusalOf(error);
}

/** Sampled logs the caller may judge a second time, ten at most, and how far each month has come, the newest first. */
export async function readSamples(
  client: Client,
): Promise<{ samples: SampledLog[]; months: AuditMonth[] }> {
  const [{ data: samples, error }, { data: months, error: refused }] = await Promise.all([
    client.rpc('get_audit_queue'),
    client.rpc('get_audit_rates'),
  ]);
  if (error) throw refusalOf(error);
  if (refused) throw refusalOf(refused);
  return { samples: samples as unknown as SampledLog[], months };
}

/** Says of a sampled log whether it was rightly approved; the same verdict twice is one. */
export async function judgeSample(
  client: Client,
  logId: string,
  judgement: Judgement,
): Promise<void> {
  const { error } = await client.rpc('judge_audit_sample', {
    ...argumentsOf(logId, judgement),
    p_right: judgement.approve,
  });
  if (error) throw refusalOf(error);
}
