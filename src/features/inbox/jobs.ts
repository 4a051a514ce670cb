import type { Client } from '../../lib/supabase/client';
import { doDueWork } from './api';
import { type Post, sendMail } from './send-mail';

/** What one round of the jobs did. */
export interface Round {
  work: Record<string, number>;
  mail: { sent: number; failed: number };
}

let round: Promise<Round> | undefined;

/**
 * Does what is due and sends the mails that are due, the mails only where there is a post to send
 * them by. Rounds do not overlap: whoever asks during one gets its result.
 */
export function runJobs(client: Client, post: Post | undefined): Promise<Round> {
  round ??= (async () => ({
    work: await doDueWork(client),
    mail: post ? await sendMail(client, post) : { sent: 0, failed: 0 },
  }))().finally(() => {
    round = undefined;
  });
  return round;
}
