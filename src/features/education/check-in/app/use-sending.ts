import { browserClient } from '../../../../lib/supabase/browser';
import { useRetry } from '../../../../lib/use-retry';
import { useTask } from '../../../../lib/use-task';
import { downloadList, recordCheckIns } from '../api';
import { pendingOf, withoutListed } from '../queue';
import { sendPending } from '../send';
import { deviceName, downloadedLists, keepList, keptScans } from '../store';
import type { KeptSession } from './use-phone';

/** One tab sends at a time; should two ever, the nonces make it harmless. */
const alone = async (task: () => Promise<void>): Promise<void> => {
  if (navigator.locks) await navigator.locks.request('check-in-sending', task);
  else await task();
};

/** Sends what every session on this phone still has to send. */
async function sendAll(): Promise<void> {
  await alone(async () => {
    const device = await deviceName();
    for (const { list } of await downloadedLists()) {
      const kept = keptScans(list.session.id);
      if (pendingOf(await kept.read()).length === 0) continue;
      const client = await browserClient();
      await sendPending(kept, (scans) => recordCheckIns(client, list.session.id, device, scans));
    }
  });
}

/** Brings a session's list up to date with the server, after sending what this phone knows. */
async function download(sessionId: string): Promise<void> {
  const client = await browserClient();
  const list = await downloadList(client, sessionId);
  await keepList(list, new Date().toISOString());
  await keptScans(sessionId).change((kept) => withoutListed(kept, list));
}

/**
 * Sending and downloading: by button, and by itself as long as something waits. A phone's own word on
 * whether it has network is not asked: it is often wrong, and trying costs nothing.
 */
export function useSending(sessions: KeptSession[] | undefined) {
  const { busy, problem, run } = useTask();
  const waiting = (sessions ?? []).reduce((sum, { kept }) => sum + pendingOf(kept).length, 0);
  const send = () => run(sendAll);

  useRetry(waiting, send);

  return {
    busy,
    problem,
    send,
    download: (sessionId: string) =>
      run(async () => {
        await sendAll();
        await download(sessionId);
      }),
  };
}
export type Sending = ReturnType<typeof useSending>;
