import type { ListEntry } from './schema';
import type { Tally } from './tally';

/** Letters of a registration code: the alphabet of vouchers. */
const codePattern = /^[2-9A-HJ-NP-TV-Z]{10}$/;

/**
 * The registration code in what a camera read or a hand typed: the code itself, with or without
 * dashes and spaces, or an address that carries it as `code` or as its last part. Undefined when
 * there is none.
 */
export function codeIn(text: string): string | undefined {
  const candidates = [text];
  if (/^https?:/i.test(text.trim()) && URL.canParse(text.trim())) {
    const url = new URL(text.trim());
    candidates.push(
      url.searchParams.get('code') ?? '',
      url.pathname.replace(/\/$/, '').split('/').at(-1) ?? '',
    );
  }
  return candidates
    .map((one) => one.toUpperCase().replace(/[\s-]/g, ''))
    .find((one) => codePattern.test(one));
}

/** A registration code as it is shown and read aloud: two groups of five. */
export const displayRegistrationCode = (code: string): string =>
  code.replace(/^(.{5})(.{5})$/, '$1-$2');

/** What the gate says to somebody who shows a code or a name. */
export type Verdict =
  | { kind: 'welcome'; entry: ListEntry }
  | { kind: 'already'; entry: ListEntry; since: string }
  | { kind: 'waiting' | 'cancelled'; entry: ListEntry }
  /** A code in the right form that this phone's list does not know. */
  | { kind: 'unlisted'; code: string }
  | { kind: 'unreadable' };

/** What to say to one party on the list. */
export function verdictOn(entry: ListEntry, tally: Tally): Verdict {
  const here = tally.arrived.get(entry.id);
  if (here) return { kind: 'already', entry, since: here.since };
  if (entry.status === 'confirmed') return { kind: 'welcome', entry };
  const isWaiting = entry.status === 'waiting' || entry.status === 'offered';
  return { kind: isWaiting ? 'waiting' : 'cancelled', entry };
}

/** What to say to a scanned or typed text. */
export function verdictOnText(text: string, entries: readonly ListEntry[], tally: Tally): Verdict {
  const code = codeIn(text);
  if (!code) return { kind: 'unreadable' };
  const entry = entries.find((one) => one.code === code);
  return entry ? verdictOn(entry, tally) : { kind: 'unlisted', code };
}

const plain = (text: string) => text.toLowerCase().replace(/[\s·-]/g, '');

/** The parties whose name or code begins with or contains what was typed, best first, cancelled ones last; at most eight. */
export function search(typed: string, entries: readonly ListEntry[]): ListEntry[] {
  const wanted = plain(typed);
  if (!wanted) return [];
  const rank = ({ name, code }: ListEntry) => {
    if (plain(name) === wanted || plain(code) === wanted) return 0;
    if (plain(name).startsWith(wanted) || plain(code).startsWith(wanted)) return 1;
    return plain(name).includes(wanted) ? 2 : 3;
  };
  const isGone = ({ status }: ListEntry) => Number(status === 'cancelled' || status === 'lapsed');
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter(({ rank }) => rank < 3)
    .sort(
      (one, other) =>
        isGone(one.entry) - isGone(other.entry) ||
        one.rank - other.rank ||
        one.entry.name.localeCompare(other.entry.name),
    )
    .slice(0, 8)
    .map(({ entry }) => entry);
}
