import { Refusal } from '../../../lib/errors';
import { clientOf } from '../../../lib/supabase/client-of';
import { type ActionLog, logGreenAction, uploadEvidence } from '../api';
import { logInput } from '../schema';
import { type Outcome, sendInOrder } from './queue';
import { keepLog, readLog, readWaiting, removeLog, type WaitingLog } from './store';

async function sendLog(log: WaitingLog): Promise<ActionLog> {
  const client = await clientOf(log.owner);
  const { key, photo, onsiteCode, position } = log;
  const evidencePath = photo && (await uploadEvidence(client, log.owner, key, photo));
  const input = logInput.parse({
    action_code: log.action,
    key,
    note: log.note,
    ...(evidencePath ? { evidence_path: evidencePath } : {}),
    ...(onsiteCode ? { onsite_code: onsiteCode } : {}),
  });
  return logGreenAction(client, input, position);
}

/** One tab sends at a time, and no new version of the service worker takes over meanwhile (site-worker.js). */
const alone = <Result>(task: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? navigator.locks.request('waiting-logs', task) : task();

/** Sends what somebody has waiting on this device, if there may be a network. */
export async function sendWaiting(owner: string): Promise<Outcome<ActionLog>> {
  // Without this a session that has to be renewed is tried for half a minute.
  if (!navigator.onLine) {
    return { sent: new Map(), stopped: { code: 'offline', values: {} } };
  }
  return alone(() =>
    sendInOrder({
      read: () => readWaiting(owner),
      keep: keepLog,
      remove: removeLog,
      send: sendLog,
    }),
  );
}

/**
 * Sends a log after those that wait already. Gives nothing when it waits for a network; what refuses it is thrown, and
 * the log is its form's again.
 */
export async function logOrWait(log: WaitingLog): Promise<ActionLog | undefined> {
  try {
    await keepLog(log);
  } catch {
    // A device that keeps nothing sends at once or not at all.
    return sendLog(log);
  }
  const { sent, stopped } = await sendWaiting(log.owner);
  const done = sent.get(log.key);
  if (done) return done;
  const kept = await readLog(log.key);
  // Another tab sent it: the same key gives the same log.
  if (!kept) return sendLog(log);
  const problem = kept.refused ?? stopped;
  if (!problem || problem.code === 'offline') return undefined;
  await removeLog(log.key);
  throw new Refusal(problem);
}
