import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locale';
import { queryOf } from './address';
import { type Entry, isEmpty, type Search } from './entry';
import { type Hit, hitsOf, merged } from './find';
import { searchIndex } from './pagefind';

/** Where the two halves of the search lie, and the language they are in. */
export interface Sources {
  locale: Locale;
  /** The folder of the index. */
  index: string;
  /** The list of events and bases. */
  living: string;
}

export interface Results {
  hits: Hit[];
  /** The search they answer, as its address has it; none while they are the server's. */
  answered?: string;
  /** Whether both halves were looked through, and not only the server's. */
  isWhole: boolean;
  /** What could not be looked through. */
  failed: { index: boolean; living: boolean };
}

let list: Promise<Entry[]> | undefined;

function readLiving(address: string): Promise<Entry[]> {
  list ??= fetch(address)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.json() as Promise<Entry[]>;
    })
    .catch((error: unknown) => {
      list = undefined;
      throw error;
    });
  return list;
}

/** Looks through both halves at once; one that fails does not hold up the other. */
async function find(search: Search, { locale, index, living }: Sources): Promise<Results> {
  const isLiving = search.kind === 'event' || search.kind === 'base';
  const [pages, entries] = await Promise.allSettled([
    isLiving ? [] : searchIndex(index, search),
    search.kind && !isLiving ? [] : readLiving(living),
  ]);
  const listOf = (result: PromiseSettledResult<Entry[]>) =>
    result.status === 'fulfilled' ? result.value : [];
  return {
    hits: merged(
      hitsOf(listOf(pages), search, locale, { found: true }),
      hitsOf(listOf(entries), search, locale),
    ),
    answered: queryOf(search),
    isWhole: true,
    failed: { index: pages.status === 'rejected', living: entries.status === 'rejected' },
  };
}

const nothing: Results = {
  hits: [],
  isWhole: false,
  failed: { index: false, living: false },
};
/** Long enough that a word is typed in one go. */
const pauseMs = 150;

/** The results of a search, kept up with it; its address follows, so that it can be kept and sent. */
export function useSearch(search: Search | undefined, first: Hit[], sources: Sources) {
  const [results, setResults] = useState<Results>({ ...nothing, hits: first });
  const [attempt, setAttempt] = useState(0);
  const asked = search && queryOf(search);
  useEffect(() => {
    if (!search) return;
    history.replaceState(history.state, '', `${location.pathname}${asked}`);
    if (isEmpty(search)) {
      setResults(nothing);
      return;
    }
    let isWanted = true;
    const pause = setTimeout(async () => {
      const found = await find(search, sources);
      if (isWanted) setResults(found);
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(pause);
    };
  }, [asked, attempt]);
  const retry = () => {
    setResults(({ answered: _, ...before }) => before);
    setAttempt((before) => before + 1);
  };
  // Told from what the results answer: a state of its own would be a moment late and say that nothing was found.
  return { results, isSearching: Boolean(asked) && results.answered !== asked, retry };
}
