import { useEffect, useState } from 'preact/hooks';
import { draftStore } from '../../../../lib/draft';

type Notes = Record<string, string>;

/** What a moderator has written beside logs and not sent: kept on the device by log, until it has gone through. */
export function useNotes(name: string) {
  const store = draftStore<Notes>(name);
  const [notes, setNotes] = useState<Notes>({});
  useEffect(() => setNotes(store.read() ?? {}), []);
  return {
    of: (logId: string): string => notes[logId] ?? '',
    put(logId: string, note: string) {
      const { [logId]: _, ...others } = store.read() ?? {};
      const all = note ? { ...others, [logId]: note } : others;
      store.write(all);
      setNotes(all);
    },
  };
}
