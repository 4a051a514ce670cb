import { useEffect, useRef, useState } from 'preact/hooks';
import { isAboutSession, type Problem, problemOf } from '../../../../lib/errors';
import { browserClient } from '../../../../lib/supabase/browser';
import { type Load, releaseLogs, releaseOnLeaving, takeLogs } from '../api';
import type { JudgedLog } from '../judging/item';
import { currentOf, type Pile, refill, step, without } from '../judging/pile';

/** Well within the shortest time a claim can be set to. */
const renewEvery = 30_000;

/** The logs a moderator holds: claimed when the page opens, renewed while it is seen, put back when it is left. */
export function useHeld(first: Load, onProblem: (problem: Problem) => void) {
  const [pile, setPile] = useState<Pile<JudgedLog>>({ items: [], at: undefined });
  const [load, setLoad] = useState(first);
  const [isTaking, setIsTaking] = useState(true);
  const [isResting, setIsResting] = useState(false);
  const token = useRef<string>();
  const readAt = useRef(first.read_at);
  /** Judged here: an answer that was under way when they were still held does not bring them back. */
  const judged = useRef(new Set<string>());

  const taking = useRef<Promise<void>>(Promise.resolve());

  const fetchHeld = async (at?: string) => {
    setIsTaking(true);
    try {
      const client = await browserClient();
      const { held, load: now } = await takeLogs(client);
      const { data } = await client.auth.getSession();
      token.current = data.session?.access_token;
      readAt.current = now.read_at;
      const mine = held.filter(({ id }) => !judged.current.has(id));
      setPile((before) => refill(before, mine, at));
      setLoad(now);
    } finally {
      setIsTaking(false);
    }
  };
  /** One after the other: rows that one call is just claiming are passed over by the next, as a colleague's are. */
  const take = (at?: string) => {
    taking.current = taking.current.catch(() => {}).then(() => fetchHeld(at));
    return taking.current;
  };
  /** Without being asked: what goes wrong is said only when nothing can be done before it is mended. */
  const keepUp = () =>
    take().catch((error) => {
      const problem = problemOf(error);
      if (isAboutSession(problem)) onProblem(problem);
    });

  useEffect(() => {
    take().catch((error) => onProblem(problemOf(error)));
  }, []);
  useEffect(() => {
    if (isResting) return;
    const whenSeen = () => document.visibilityState === 'visible' && keepUp();
    const leave = () => token.current && releaseOnLeaving(token.current, readAt.current);
    const timer = setInterval(whenSeen, renewEvery);
    document.addEventListener('visibilitychange', whenSeen);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      removeEventListener('pagehide', leave);
    };
  }, [isResting]);

  return {
    pile,
    log: currentOf(pile),
    load,
    isTaking,
    isResting,
    take: (at?: string) => {
      setIsResting(false);
      return take(at);
    },
    keepUp,
    step: (by: 1 | -1) => setPile((before) => step(before, by)),
    /** Puts one away that is not theirs to judge just now; it may come back. */
    drop: (id: string) => setPile((before) => without(before, id)),
    /** Puts one away that they have judged. */
    finish(id: string) {
      judged.current.add(id);
      setPile((before) => without(before, id));
    },
    /** Takes one up again whose decision was taken back. */
    takeUp(id: string) {
      judged.current.delete(id);
      return take(id);
    },
    async release() {
      // What is being claimed just now is put back, too.
      await taking.current.catch(() => {});
      await releaseLogs(await browserClient());
      setPile({ items: [], at: undefined });
      setIsResting(true);
    },
  };
}
