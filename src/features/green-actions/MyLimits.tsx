import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/fill';
import { colonIn } from '../../i18n/locale';
import type { Dictionary } from '../../i18n/zh-CN';
import { problemText } from '../../lib/errors';
import type { IslandProps } from '../../lib/island';
import { browserClient } from '../../lib/supabase/browser';
import { hasSessionCookie } from '../../lib/supabase/session';
import { type Limits, readMyLimits } from './api';
import { limitProblem } from './limits';

interface Props extends IslandProps {
  t: Dictionary['act'];
  /** What each action is called in the reader's language. */
  names: Record<string, string>;
}

/** What a resident who is signed in can still earn, and what would not count now. */
export default function MyLimits({ t, errors, locale, names }: Props) {
  const [limits, setLimits] = useState<Limits[]>([]);

  useEffect(() => {
    if (!hasSessionCookie(document.cookie)) return;
    // Without them the page says all but this; logging is answered by the API anyway.
    browserClient()
      .then(readMyLimits)
      .then(setLimits)
      .catch(() => {});
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
