import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/fill';
import { colonIn } from '../../i18n/locale';
import type { Dictionary } from '../../i18n/zh-CN';
import { problemText } from '../../lib/errors';
import type { IslandProps } from '../../lib/island';
import { keepPages } from '../../lib/offline/kept-pages';
import { browserClient } from '../../lib/supabase/browser';
import { hasSessionCookie } from '../../lib/supabase/session';
import { type Limits, readMyLimits } from './api';
import { limitProblem } from './limits';

interface Props extends IslandProps {
  t: Dictionary['act'];
  /** What each action is called in the reader's language. */
  names: Record<string, string>;
  /** Where each action is logged. */
  pages: string[];
}

const keptName = 'actions-kept';

/** Has the device keep the pages of all actions, once a visit, so that they can be logged without network. */
async function keepOnce(pages: string[]): Promise<void> {
  try {
    if (sessionStorage.getItem(keptName)) return;
    if (await keepPages(pages)) sessionStorage.setItem(keptName, 'yes');
  } catch {
    // Pages that were opened are kept all the same.
  }
}

/** What a resident who is signed in can still earn, and what would not count now. */
export default function MyLimits({ t, errors, locale, names, pages }: Props) {
  const [limits, setLimits] = useState<Limits[]>([]);

  useEffect(() => {
    if (!hasSessionCookie(document.cookie)) return;
    // Without them the page says all but this; logging is answered by the API anyway.
    browserClient()
      .then(readMyLimits)
      .then(setLimits)
      .catch(() => {});
    keepOnce(pages);
  }, []);

  const [any] = limits;
  if (!any) return null;
  const refused = limits.flatMap((one) => {
    const problem = limitProblem(one);
    return problem ? [{ ...one, sentence: problemText(problem, errors, locale) }] : [];
  });
  return (
    <div class="notice" role="status">
      <p>{fill(t.coinsLeft, { coins: any.coins_left })}</p>
      {refused.length > 0 && (
        <>
          <p>{t.notNow}</p>
          <ul>
            {refused.map(({ action_code, sentence }) => (
              <li key={action_code}>
                {names[action_code]}
                {colonIn(locale)}
                {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
