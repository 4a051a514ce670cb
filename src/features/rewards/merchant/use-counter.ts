import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Problem, problemOf } from '../../../lib/errors';
import { isAnswer, type Taking, waitingStore } from './waiting';

/** What of a voucher a counter is told. */
interface TakenVoucher {
  reward_name_zh: string;
  reward_name_en: string;
  used_at: string;
}
export interface ListedVoucher extends TakenVoucher {
  voucher_ending: string;
  price: number;
}

/** How a counter reaches the server: by the account of a merchant, or by a tablet and its PIN. */
export interface CounterAccess {
  take: (code: string, key: string) => Promise<TakenVoucher>;
  list: () => Promise<ListedVoucher[]>;
}

/** What was said last; `turn` tells two equal sayings apart. */
export type Said = { turn: number; ending: string } & (
  | { kind: 'taken'; voucher: TakenVoucher }
  | { kind: 'problem'; problem: Problem }
);

/** Somebody stands at the counter and waits. */
const retryEvery = 5_000;

/** Everything that happens at one counter. */
export function useCounter(name: string, access: CounterAccess, first: ListedVoucher[]) {
  const store = useMemo(() => waitingStore(name), [name]);
  const [waiting, setWaiting] = useState<Taking[]>([]);
  const [said, setSaid] = useState<Said>();
  const [list, setList] = useState(first);
  const [asking, setAsking] = useState(0);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const ask = async (taking: Taking) => {
    const ending = taking.code.slice(-4);
    try {
      const voucher = await access.take(taking.code, taking.key);
      store.end(taking);
      setSaid((last) => ({ kind: 'taken', voucher, ending, turn: (last?.turn ?? 0) + 1 }));
      access.list().then(setList, () => {});
    } catch (error) {
      const problem = problemOf(error);
      if (isAnswer(problem.code)) store.end(taking);
      setSaid((last) => ({ kind: 'problem', problem, ending, turn: (last?.turn ?? 0) + 1 }));
    }
    setWaiting(store.read());
  };
  /** One after the other, so that the last answer said is that of the last voucher shown. */
  const inLine = (takings: Taking[]) => {
    setAsking((count) => count + 1);
    line.current = line.current.then(async () => {
      for (const taking of takings) await ask(taking);
      setAsking((count) => count - 1);
    });
    return line.current;
  };
  const askAgain = () => inLine(store.read());

  useEffect(() => setWaiting(store.read()), [store]);
  useEffect(() => {
    if (waiting.length === 0) return;
    const timer = setInterval(askAgain, retryEvery);
    addEventListener('online', askAgain);
    return () => {
      clearInterval(timer);
      removeEventListener('online', askAgain);
    };
  }, [waiting.length]);

  return {
    said,
    list,
    waiting,
    isAsking: asking > 0,
    take: (code: string) => inLine([store.begin(code)]),
    askAgain,
    forget(taking: Taking) {
      store.end(taking);
      setWaiting(store.read());
    },
  };
}
