// What the last nightly proof says of the books, for whoever watches over the site.

import { parseMoment } from '../../../lib/dates';

/** A proof is due once a night; two hours are left for one that takes long or comes late. */
const longest = 26 * 3_600_000;

/** A fact of a proof, as the database gives it. */
export interface ProvedFact {
  at: string;
  kind: string;
  fact: string;
  holds: boolean;
  detail: string;
  seconds: number;
}

export interface BookHealth {
  /** open: no day has been closed yet, so there is nothing to prove; late: the last proof is older than 26 hours. */
  status: 'open' | 'ok' | 'broken' | 'late';
  /** The last closed day in Asia/Shanghai. */
  through: string | null;
  /** The last proof: when it began (ISO 8601), how long it took, and its facts; a detail only where one fails. */
  proof: {
    at: string;
    kind: string;
    seconds: number;
    facts: { fact: string; holds: boolean; detail?: string }[];
  } | null;
}

/** Judges the last proof. It is never run here: that is the jobs' part, once a night. */
export function judgeBooks(
  through: string | null,
  facts: readonly ProvedFact[],
  now: Date,
): BookHealth {
  const [any] = facts;
  const proof = any
    ? {
        at: parseMoment(any.at).toISOString(),
        kind: any.kind,
        seconds: any.seconds,
        facts: facts.map(({ fact, holds, detail }) =>
          holds ? { fact, holds } : { fact, holds, detail },
        ),
      }
    : null;
  const isLate = through !== null && (!proof || now.getTime() - Date.parse(proof.at) > longest);
  const isBroken = facts.some(({ holds }) => !holds);
  const status = isBroken ? 'broken' : isLate ? 'late' : through === null ? 'open' : 'ok';
  return { status, through, proof };
}
