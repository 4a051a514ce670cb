import { createStore, del, get, set, type UseStore, update } from 'idb-keyval';
import { isForgettable } from './keeping';
import type { KeptScan } from './queue';
import type { CheckInList } from './schema';
import type { KeptScans } from './send';

/** A downloaded list and when the server gave it (ISO 8601, by the phone's clock). */
export interface DownloadedList {
  list: CheckInList;
  downloadedAt: string;
}

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore('check-in', 'sessions');
  return opened;
};

const listKey = (sessionId: string) => `list:${sessionId}`;
const scansKey = (sessionId: string) => `scans:${sessionId}`;
const indexKey = 'index';
const deviceKey = 'device';

/** Tells the other tabs of this phone, and this one, that something was kept or forgotten. */
const channel = () => new BroadcastChannel('check-in');
function announce(): void {
  const other = channel();
  other.postMessage('changed');
  other.close();
  dispatchEvent(new Event('check-in-changed'));
}

/** Calls back whenever this phone's lists or scans change, in whichever tab; gives the way to stop. */
export function onChange(callback: () => void): () => void {
  const other = channel();
  other.onmessage = callback;
  addEventListener('check-in-changed', callback);
  return () => {
    other.close();
    removeEventListener('check-in-changed', callback);
  };
}

/** The lists on this phone, in the order they were downloaded. */
export async function downloadedLists(): Promise<DownloadedList[]> {
  const ids = (await get<string[]>(indexKey, store())) ?? [];
  const lists = await Promise.all(ids.map((id) => downloadedList(id)));
  return lists.filter((list) => list !== undefined);
}

const downloadedList = (sessionId: string): Promise<DownloadedList | undefined> =>
  get<DownloadedList>(listKey(sessionId), store());

/** Keeps a list; what it tells of this phone's own scans need not be kept twice. */
export async function keepList(list: CheckInList, downloadedAt: string): Promise<void> {
  const { id } = list.session;
  await set(listKey(id), { list, downloadedAt } satisfies DownloadedList, store());
  await update<string[]>(indexKey, (ids = []) => [...new Set([...ids, id])], store());
  announce();
}

/** The scans of a session made on this phone. */
export const keptScans = (sessionId: string): KeptScans => ({
  read: async () => (await get<KeptScan[]>(scansKey(sessionId), store())) ?? [],
  async change(how) {
    await update<KeptScan[]>(scansKey(sessionId), (kept = []) => how(kept), store());
    announce();
  },
});

/** What this phone calls itself to the server: chance letters, made once. */
export async function deviceName(): Promise<string> {
  await update<string>(deviceKey, (name) => name ?? crypto.randomUUID().slice(0, 8), store());
  return (await get<string>(deviceKey, store())) ?? '';
}

/** Forgets a session: its names, its secret and its scans, sent or not. */
export async function forget(sessionId: string): Promise<void> {
  await update<string[]>(indexKey, (ids = []) => ids.filter((id) => id !== sessionId), store());
  await del(listKey(sessionId), store());
  await del(scansKey(sessionId), store());
  announce();
}

/** Forgets the sessions that are long over and wholly sent. */
export async function forgetOld(now: Date): Promise<void> {
  for (const { list } of await downloadedLists()) {
    const kept = await keptScans(list.session.id).read();
    if (isForgettable(list, kept, now)) await forget(list.session.id);
  }
}
