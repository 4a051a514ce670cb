import { batchSize, type KeptScan, pendingOf, withAnswers } from './queue';
import type { Answer, Scan } from './schema';

/** Where a session's scans are kept; `change` is atomic, also between tabs. */
export interface KeptScans {
  read(): Promise<KeptScan[]>;
  change(how: (kept: KeptScan[]) => KeptScan[]): Promise<void>;
}

/**
 * Sends what the server has not acknowledged, a batch at a time, oldest first. A scan leaves the queue
 * only when an answer names it: what is interrupted, or answered into the void, is sent again, and
 * its nonce makes that harmless. Throws what `record` throws, with the queue untouched.
 */
export async function sendPending(
  kept: KeptScans,
  record: (scans: Scan[]) => Promise<Answer[]>,
): Promise<void> {
  for (;;) {
    const batch = pendingOf(await kept.read()).slice(0, batchSize);
    if (batch.length === 0) return;
    const answers = await record(batch);
    const sent = new Set(batch.map(({ nonce }) => nonce));
    if (!answers.some(({ nonce }) => sent.has(nonce))) {
      throw new Error('The answer named none of the scans that were sent.');
    }
    await kept.change((now) => withAnswers(now, answers));
  }
}
