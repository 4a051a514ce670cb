import type { Client } from '../../lib/supabase/client';
import { doDueWork, keepBooks } from './api';
import { type Post, sendMail } from './send-mail';

/** What one round of the jobs did. */
export interface Round {
  work: Record<string, number>;
  mail: { sent: number; failed: number };
  /** What became of what a room does itself, by the room's name for it. */
  rooms: Record<string, unknown>;
  books: { closed: number; proved: number };
}

let round: Promise<Round> | undefined;

/** What a room does with every round of the jobs, with the secret key. */
export type RoomJobs = Record<string, (client: Client) => Promise<unknown>>;

async function runRooms(client: Client, jobs: RoomJobs): Promise<Record<string, unknown>> {
  const done: Record<string, unknown> = {};
  for (const [name, job] of Object.entries(jobs)) done[name] = await job(client);
  return done;
}

/**
 * Does what is due, sends the mails that are due, the mails only where there is a post to send
 * them by, does what rooms do themselves, and keeps the books. Rounds do not overlap: whoever asks during one gets its result.
 */
export function runJobs(
  client: Client,
  post: Post | undefined,
  jobs: RoomJobs = {},
): Promise<Round> {
  round ??= (async () => ({
    work: await doDueWork(client),
    mail: post ? await sendMail(client, post) : { sent: 0, failed: 0 },
    rooms: await runRooms(client, jobs),
    // Last, so that mail does not wait for a proof that takes minutes.
    books: await keepBooks(client),
  }))().finally(() => {
    round = undefined;
  });
  return round;
}
