import { useState } from 'preact/hooks';
import { type Verdict, verdictOn, verdictOnText } from '../matching';
import { unitedScans, withScans } from '../queue';
import { arrival, arrivalByCode, phoneStamp, undoing, walkIn } from '../scans';
import type { ListEntry, Scan } from '../schema';
import { keptScans } from '../store';
import { type Arrival, tallyOf } from '../tally';
import { feel } from './feel';
import type { KeptSession } from './use-phone';

type Saying = (
  | Verdict
  | { kind: 'recorded'; code: string }
  | { kind: 'walkIn'; people: number }
  | { kind: 'undone'; here: Arrival }
) & { people?: number };

/** What the gate has just said; `turn` tells two equal sayings apart. */
export type Said = Saying & { turn: number };

const good = new Set<Said['kind']>(['welcome', 'recorded', 'walkIn', 'undone']);

/** Everything that happens at the gate of one session; it needs no network. */
export function useGate({ list, kept }: KeptSession) {
  const [said, setSaid] = useState<Said>();
  const entries = list.registrations;
  const tally = tallyOf(entries, unitedScans(list, kept));

  const say = (what: Saying) => {
    feel(good.has(what.kind));
    setSaid((last) => ({ ...what, turn: (last?.turn ?? 0) + 1 }));
  };
  const keep = (...scans: Scan[]) =>
    keptScans(list.session.id).change((before) => withScans(before, scans));
  const act = async (verdict: Verdict, how: 'scan' | 'typed') => {
    if (verdict.kind === 'welcome') await keep(arrival(phoneStamp, verdict.entry, how));
    say(verdict);
  };

  return {
    tally,
    said,
    /** Somebody shows a code, to the camera or read aloud. */
    meet: (text: string, how: 'scan' | 'typed') => act(verdictOnText(text, entries, tally), how),
    /** The host picked a name. */
    pick: (entry: ListEntry) => act(verdictOn(entry, tally), 'typed'),
    /** A code the list does not know is kept for the server to decide. */
    async record(code: string) {
      await keep(arrivalByCode(phoneStamp, code));
      say({ kind: 'recorded', code });
    },
    async walkIn(people: number) {
      await keep(walkIn(phoneStamp, people));
      say({ kind: 'walkIn', people });
    },
    /** Fewer came than registered: the new count goes first, so that nobody is ever counted out. */
    async recount(entry: ListEntry, people: number) {
      const here = tally.arrived.get(entry.id);
      if (!here) return;
      await keep(arrival(phoneStamp, entry, 'typed', people), ...undoing(phoneStamp, here));
      say({ kind: 'welcome', entry, people });
    },
    async undo(here: Arrival) {
      await keep(...undoing(phoneStamp, here));
      say({ kind: 'undone', here });
    },
  };
}
export type GateState = ReturnType<typeof useGate>;
