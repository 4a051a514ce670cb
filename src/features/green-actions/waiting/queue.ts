import { type Problem, problemOf } from '../../../lib/errors';
import type { WaitingLog } from './store';

/** Where logs wait, and how one is sent; the real ones are in send.ts. */
export interface Queue<Sent> {
  read(): Promise<WaitingLog[]>;
  keep(log: WaitingLog): Promise<void>;
  remove(key: string): Promise<void>;
  send(log: WaitingLog): Promise<Sent>;
}

export interface Outcome<Sent> {
  /** What went through, by key. */
  sent: Map<string, Sent>;
  /** Why it went no further: what is left waits on. */
  stopped?: Problem;
}

/**
 * Whether a problem is an answer about the log itself. A network that is away, a session that has ended and a server that
 * is ill are none: the log waits on.
 */
export const isRefusal = ({ code }: Problem): boolean =>
  /^[a-z][a-z_]+$/.test(code) && !['offline', 'unknown', 'sign_in_first'].includes(code);

/**
 * Sends what waits, in the order it was written. A log leaves the queue only when its answer has come; what is interrupted
 * is sent again under its key, which the database counts once. A refused one is kept with the reason.
 */
export async function sendInOrder<Sent>(queue: Queue<Sent>): Promise<Outcome<Sent>> {
  const sent = new Map<string, Sent>();
  for (const log of await queue.read()) {
    if (log.refused) continue;
    try {
      sent.set(log.key, await queue.send(log));
      await queue.remove(log.key);
    } catch (error) {
      const problem = problemOf(error);
      if (!isRefusal(problem)) return { sent, stopped: problem };
      await queue.keep({ ...log, refused: problem });
    }
  }
  return { sent };
}
