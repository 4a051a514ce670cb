import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { ActionLog } from '../api';

/** A resident's own log, what they said against its rejection, and the coins it brought. */
export interface MyLog {
  log: ActionLog;
  appeal: { text: string; appealed_at: string } | undefined;
  /** Coins it brought in all: none when a cap left nothing, or when an approval was taken back. */
  paid: number;
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A log of the caller's; undefined when there is none of theirs with this id. */
async function readLog(client: Client, id: string) {
  if (!isId.test(id)) return undefined;
  const { data, error } = await client.rpc('get_my_logs', { p_id: id });
  if (error) throw refusalOf(error);
  return data[0];
}

/** One log of the caller's with all that became of it; undefined when there is none of theirs with this id. */
export async function readMyLog(client: Client, id: string): Promise<MyLog | undefined> {
  const log = await readLog(client, id);
  if (!log) return undefined;
  const [appeal, transfers] = await Promise.all([
    client.from('log_appeals').select('text, appealed_at').eq('log_id', log.id).maybeSingle(),
    client.from('my_transfers').select('change').eq('reference', `action_log:${log.id}`),
  ]);
  if (appeal.error) throw refusalOf(appeal.error);
  if (transfers.error) throw refusalOf(transfers.error);
  const paid = transfers.data.reduce((sum, { change }) => sum + (change ?? 0), 0);
  return { log, appeal: appeal.data ?? undefined, paid };
}

/** The photo the caller sent with a log of theirs; undefined when there is none, or none of theirs. */
export async function readMyPhoto(client: Client, id: string): Promise<Blob | undefined> {
  const log = await readLog(client, id);
  if (!log?.evidence_path) return undefined;
  const { data, error } = await client.storage.from('evidence').download(log.evidence_path);
  if (error) throw refusalOf({ message: error.message });
  return data;
}

/** Appeals, once, against the rejection of the caller's log; the same text twice is once. */
export async function appealDecision(client: Client, id: string, text: string): Promise<void> {
  const { error } = await client.rpc('appeal_decision', { p_log_id: id, p_text: text });
  if (error) throw refusalOf(error);
}
