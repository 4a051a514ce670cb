import type { Locale } from '../../i18n/locale';
import type { Entry, Search } from './entry';
import { excerptOf, markedParts, type Part } from './excerpt';
import { excerptLength, holding, isOneWord, type Run, runsOf } from './query';

/** Something found, as the list shows it. */
export interface Hit extends Omit<Entry, 'title' | 'text'> {
  title: Part[];
  excerpt: Part[];
}

const isAllowed = ({ kind, town }: Entry, search: Search): boolean =>
  (!search.kind || kind === search.kind) && (!search.town || town === search.town);

/** 3 where the title says it, 2 where the text does, 1 where their words do, 0 nowhere. */
function rankOf({ title, text }: Entry, runs: readonly Run[]): number {
  if (holding(title, runs) === 2) return 3;
  return holding(`${title} ${text}`, runs);
}

/**
 * What of these entries answers a search, best first; equals keep their order. `found` says that the
 * index has matched them already; what it is only guessing at is judged again.
 */
export function hitsOf(
  entries: readonly Entry[],
  search: Search,
  locale: Locale,
  { found = false } = {},
): (Hit & { rank: number })[] {
  const runs = runsOf(search.q);
  // What is only punctuation finds nothing, rather than everything.
  if (search.q && runs.length === 0) return [];
  const trusted = found && isOneWord(runs);
  return entries
    .filter((entry) => isAllowed(entry, search))
    .map((entry) => ({ entry, rank: Math.max(rankOf(entry, runs), trusted ? 1 : 0) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ entry: { title, text, ...rest }, rank }) => ({
      ...rest,
      rank,
      title: markedParts(title, runs),
      excerpt: excerptOf(text, runs, excerptLength(locale)),
    }));
}

/** Both lists as one: better ones first, and of equals those of the index. */
export const merged = <Ranked extends { rank: number }>(
  fromIndex: readonly Ranked[],
  living: readonly Ranked[],
): Ranked[] => [...fromIndex, ...living].sort((one, other) => other.rank - one.rank);
