import { useEffect, useState } from 'preact/hooks';
import type { KeptScan } from '../queue';
import { type DownloadedList, downloadedLists, forgetOld, keptScans, onChange } from '../store';

/** A session as it is kept on this phone. */
export interface KeptSession extends DownloadedList {
  kept: KeptScan[];
}

const read = async (): Promise<KeptSession[]> => {
  const lists = await downloadedLists();
  return Promise.all(
    lists.map(async (one) => ({ ...one, kept: await keptScans(one.list.session.id).read() })),
  );
};

/** What is on this phone, kept up with every tab; undefined until it has been read. */
export function usePhone(): KeptSession[] | undefined {
  const [sessions, setSessions] = useState<KeptSession[]>();
  useEffect(() => {
    // Reads may overtake one another: the last one asked for is the one shown.
    let turn = 0;
    const load = async () => {
      turn += 1;
      const asked = turn;
      const found = await read();
      if (asked === turn) setSessions(found);
    };
    forgetOld(new Date()).then(load, load);
    return onChange(load);
  }, []);
  return sessions;
}

/** The session in the address, so that a reload stays where it was. */
export function useSessionInAddress(): string {
  const [id, setId] = useState('');
  useEffect(() => {
    const look = () => setId(location.hash.replace(/^#(sessions)?/, ''));
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return id;
}
