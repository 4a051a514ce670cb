import { createStore, del, get, type UseStore, update, values } from 'idb-keyval';
import type { Problem } from '../../../lib/errors';
import type { Spot } from '../points/spot';

/** A log that was written and has not gone through, as this device keeps it. */
export interface WaitingLog {
  /** The key of the log: however often it is sent, it counts once. */
  key: string;
  /** The id of whoever wrote it; it is never sent as anybody else. */
  owner: string;
  action: string;
  /** What the action is called, in the language it was written in. */
  name: string;
  note: string;
  photo?: Blob | undefined;
  onsiteCode?: string | undefined;
  /** Where the writer was, if the point asked for it. */
  position?: Spot | undefined;
  /** When it was written (ISO 8601), by the device's clock. */
  writtenAt: string;
  /** Why it was refused; then it is sent again only when its owner says so. */
  refused?: Problem | undefined;
}

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore('green-actions', 'waiting');
  return opened;
};

const channelName = 'waiting-logs';

/** Tells the other tabs, and this one, that something was kept, sent or removed. */
function announce(): void {
  const others = new BroadcastChannel(channelName);
  others.postMessage('changed');
  others.close();
  dispatchEvent(new Event(channelName));
}

/** Calls back whenever what waits changes, in whichever tab; gives the way to stop. */
export function onWaiting(callback: () => void): () => void {
  const others = new BroadcastChannel(channelName);
  others.onmessage = callback;
  addEventListener(channelName, callback);
  return () => {
    others.close();
    removeEventListener(channelName, callback);
  };
}

/** What somebody wrote on this device and has not gone through, in the order it was written. */
export async function readWaiting(owner: string): Promise<WaitingLog[]> {
  const all = await values<WaitingLog>(store());
  return all
    .filter((log) => log.owner === owner)
    .toSorted((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1));
}

export const readLog = (key: string): Promise<WaitingLog | undefined> => get(key, store());

export async function keepLog(log: WaitingLog): Promise<void> {
  await update<WaitingLog>(log.key, () => log, store());
  announce();
}

export async function removeLog(key: string): Promise<void> {
  await del(key, store());
  announce();
}
