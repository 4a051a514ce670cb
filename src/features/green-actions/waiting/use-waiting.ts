import { useEffect, useState } from 'preact/hooks';
import { sessionOwner } from '../../../lib/supabase/session-owner';
import { useRetry } from '../../../lib/use-retry';
import { useTask } from '../../../lib/use-task';
import type { Outcome } from './queue';
import { keepLog, onWaiting, readWaiting, type WaitingLog } from './store';

/** What whoever is signed in has waiting on this device; it is sent by itself as long as something can be. */
export function useWaiting() {
  const [owner, setOwner] = useState<string>();
  const [logs, setLogs] = useState<WaitingLog[]>([]);
  const [stopped, setStopped] = useState<Outcome<unknown>['stopped']>();
  const [sentCount, setSentCount] = useState(0);
  const { busy, problem, run } = useTask();

  useEffect(() => {
    const signedIn = sessionOwner(document.cookie);
    if (!signedIn) return;
    setOwner(signedIn);
    // Where nothing can be kept, nothing waits.
    const read = () => readWaiting(signedIn).then(setLogs, () => {});
    read();
    return onWaiting(read);
  }, []);

  const send = () =>
    run(async () => {
      if (!owner) return;
      const { sendWaiting } = await import('./send');
      const outcome = await sendWaiting(owner);
      setSentCount((count) => count + outcome.sent.size);
      setStopped(outcome.stopped);
    });

  const waits = logs.some(({ refused }) => !refused);
  useRetry(waits ? owner : undefined, send);

  const sendAgain = async (log: WaitingLog) => {
    await keepLog({ ...log, refused: undefined });
    await send();
  };
  return { logs, busy, problem: problem ?? stopped, sentCount, send, sendAgain };
}
