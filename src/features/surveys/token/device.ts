import { createStore, entries, get, set, type UseStore } from 'idb-keyval';
import type { BlindedToken } from './blind';

/** What this device keeps of somebody's part in a wave; everything in hexadecimal. */
export type Kept =
  /** A signature was asked for; asked again, it is for the same token. */
  | { step: 'asked'; key: string; spki: string; token: BlindedToken }
  | { step: 'ready'; key: string; prepared: string; signature: string }
  /** Written, and sent not before this moment; always the same text. */
  | { step: 'written'; body: string; sendAt: number; receipt: string }
  | { step: 'sent'; receipt: string }
  | { step: 'refused'; code: string }
  /** Another device, or another browser, has the token. */
  | { step: 'elsewhere' };

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore('survey', 'tokens');
  return opened;
};

const slot = (owner: string, waveId: string) => `${owner}:${waveId}`;

/** What is kept for somebody and a wave. */
export const readKept = (owner: string, waveId: string): Promise<Kept | undefined> =>
  get<Kept>(slot(owner, waveId), store());

/** Keeps it, and tells this page. */
async function keepAt(at: string, kept: Kept): Promise<void> {
  await set(at, kept, store());
  dispatchEvent(new Event('survey-kept'));
}
export const keep = (owner: string, waveId: string, kept: Kept): Promise<void> =>
  keepAt(slot(owner, waveId), kept);

/** Answers that wait to be sent, whosever they are, each with the way to keep what became of it. */
export async function readWritten() {
  const all = await entries<string, Kept>(store());
  return all.flatMap(([at, kept]) =>
    kept.step === 'written' ? [{ ...kept, replace: (next: Kept) => keepAt(at, next) }] : [],
  );
}

/** Calls back when something was kept; gives the way to stop. */
export function onKept(callback: () => void): () => void {
  addEventListener('survey-kept', callback);
  return () => removeEventListener('survey-kept', callback);
}

/** Runs one thing at a time in all tabs, so that two of them never make a token each. */
export const alone = <Result>(task: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? navigator.locks.request('survey-tokens', task) : task();
