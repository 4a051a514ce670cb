import './search.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import type { Dictionary } from '../../i18n/zh-CN';
import { isEmpty, type Search } from './entry';
import type { Hit } from './find';
import { ResultList } from './ResultList';
import { SearchForm, searchOf } from './SearchForm';
import { type Sources, useSearch } from './use-search';

interface Props extends Sources {
  t: Dictionary['search'];
  /** The address of the page itself. */
  address: string;
  /** What the address asked for, and what the server found of it among events and bases. */
  asked: Search;
  first: Hit[];
  /** Pages to go on to where nothing was found. */
  ways: { path: string; title: string }[];
}

/** Moves through box and results with the arrow keys. */
function moveBy(event: KeyboardEvent): void {
  const panel = event.currentTarget as HTMLElement;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [...panel.querySelectorAll<HTMLElement>('input[type=search], .results h3 a')];
  const at = stops.indexOf(event.target as HTMLElement);
  if (!step || at < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
}

/** The search: a box, two filters, and what was found. Without a script the server's part of it stays. */
export default function SearchPanel({ t, address, asked, first, ways, ...sources }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [search, setSearch] = useState<Search>();
  const { results, isSearching, retry } = useSearch(search, first, sources);
  // What was typed before this script arrived counts too.
  useEffect(() => {
    if (form.current) setSearch(searchOf(form.current));
    panel.current?.addEventListener('keydown', moveBy);
  }, []);
  const { hits, isWhole, failed } = results;
  const current = search ?? asked;
  const isDone = search !== undefined && !isSearching && !isEmpty(current);
  const said = () => {
    if (isEmpty(current)) return '';
    if (isSearching && hits.length === 0) return t.searching;
    if (hits.length > 0) return fill(isWhole ? t.found : t.foundLiving, { count: hits.length });
    return isDone ? t.foundNone : '';
  };
  return (
    <div class="search-panel stack" ref={panel}>
      <SearchForm
        {...{ address, t, form }}
        locale={sources.locale}
        search={asked}
        onChange={setSearch}
      />
      <h2 class="hidden-visually">{t.results}</h2>
      <p class="said" role="status" data-searching={isSearching}>
        {said()}
      </p>
      {isDone && (failed.index || failed.living) && (
        <Notice kind="error">
          <p>{failed.index ? t.indexAway : t.livingAway}</p>
          <button class="button quiet" type="button" onClick={retry}>
            {t.retry}
          </button>
        </Notice>
      )}
      <ResultList hits={hits} t={t} locale={sources.locale} />
      {isDone && hits.length === 0 && (
        <div class="notice stack">
          <p>{t.none}</p>
          <ul class="ways">
            {ways.map(({ path, title }) => (
              <li key={path}>
                <a href={path}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
