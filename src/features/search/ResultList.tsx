import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locale';
import type { Dictionary } from '../../i18n/zh-CN';
import { townName } from '../../lib/town-name';
import type { Part } from './excerpt';
import type { Hit } from './find';

interface Props {
  hits: readonly Hit[];
  t: Dictionary['search'];
  locale: Locale;
}

/** So many are shown at first, and more at a press. */
const pageSize = 20;

const Marked = ({ parts }: { parts: readonly Part[] }) => (
  <>{parts.map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : text))}</>
);

/** What was found: a heading that leads there, what it is and where, and the words around. */
export function ResultList({ hits, t, locale }: Props) {
  const [shown, setShown] = useState(pageSize);
  const list = useRef<HTMLOListElement>(null);
  const firstNew = useRef<number | null>(null);
  useEffect(() => setShown(pageSize), [hits]);
  useEffect(() => {
    if (firstNew.current === null) return;
    list.current?.querySelectorAll('a')[firstNew.current]?.focus();
    firstNew.current = null;
  }, [shown]);
  return (
    <>
      <ol class="results" ref={list}>
        {hits.slice(0, shown).map(({ path, kind, title, town, when, excerpt, ...hit }) => (
          <li key={path}>
            <h3>
              <a href={path}>
                <Marked parts={title} />
              </a>
            </h3>
            <p class="about">
              <span class="tag">{t.kinds[kind]}</span>
              {town && <span>{townName(town, locale)}</span>}
              {when && <span>{when}</span>}
              {hit.isCancelled && <span class="tag">{t.cancelled}</span>}
              {hit.isDemo && <span class="tag">{t.demo}</span>}
            </p>
            {excerpt.length > 0 && (
              <p>
                <Marked parts={excerpt} />
              </p>
            )}
          </li>
        ))}
      </ol>
      {hits.length > shown && (
        <button
          class="button quiet"
          type="button"
          onClick={() => {
            firstNew.current = shown;
            setShown(shown + pageSize);
          }}
        >
          {t.more}
        </button>
      )}
    </>
  );
}
