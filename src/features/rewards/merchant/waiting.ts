import { draftStore } from '../../../lib/draft';

/** One taking, sent under one key until an answer has come. */
export interface Taking {
  code: string;
  key: string;
}

/** Takings without an answer, kept on this device; `name` keeps one counter's from another's. */
export function waitingStore(name: string) {
  const store = draftStore<Taking[]>(`waiting:${name}`, true);
  const read = () => store.read() ?? [];
  return {
    read,
    /** The taking of a code: the one that waits for an answer already, or a new one, kept from now on. */
    begin(code: string): Taking {
      const known = read().find((taking) => taking.code === code);
      if (known) return known;
      const taking = { code, key: crypto.randomUUID() };
      store.write([...read(), taking]);
      return taking;
    },
    end({ key }: Taking): void {
      store.write(read().filter((taking) => taking.key !== key));
    },
  };
}

/** Whether a refusal is an answer about the voucher; anything else leaves it open whether it was taken. */
export const isAnswer = (code: string): boolean =>
  code.startsWith('voucher_') || code === 'key_reused';
