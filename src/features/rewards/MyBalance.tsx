import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/fill';
import type { Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { browserClient } from '../../lib/supabase/browser';
import { hasSessionCookie } from '../../lib/supabase/session';
import { readMeans } from './api';

interface Props {
  t: Dictionary['rewards'];
  locale: Locale;
}

/** What the reader has to spend, and the way to their vouchers; nothing before they have signed in. */
export default function MyBalance({ t, locale }: Props) {
  const [balance, setBalance] = useState<number>();
  useEffect(() => {
    if (!hasSessionCookie(document.cookie)) return;
    // The list reads well without this line, so a failure is not worth one.
    browserClient()
      .then(readMeans)
      .then(setBalance, () => {});
  }, []);
  if (balance === undefined) return null;
  return (
    <p>
      <strong class="coin">{fill(t.balance, { balance })}</strong>{' '}
      <a href={pathIn(locale, '/wallet/')}>{t.toVouchers}</a>
    </p>
  );
}
