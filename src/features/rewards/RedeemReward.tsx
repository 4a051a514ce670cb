import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { fill } from '../../i18n/fill';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import { draftStore } from '../../lib/draft';
import { problemText } from '../../lib/errors';
import { type IslandProps, signInAddress } from '../../lib/island';
import { browserClient } from '../../lib/supabase/browser';
import { hasSessionCookie } from '../../lib/supabase/session';
import { useTask } from '../../lib/use-task';
import { readMeans, redeemReward } from './api';

interface Props extends IslandProps {
  t: Dictionary['rewards'];
  reward: { id: string; price: number; stock: number };
}

export default function RedeemReward({ t, errors, locale, reward }: Props) {
  const [isSignedIn, setIsSignedIn] = useState<boolean>();
  const [balance, setBalance] = useState<number>();
  const [key, setKey] = useState<string>();
  const { busy, problem, run } = useTask();

  useEffect(() => {
    const signedIn = hasSessionCookie(document.cookie);
    setIsSignedIn(signedIn);
    // All tabs share one key until the purchase has gone through: pressing in two of them, or again
    // after a lost connection, is still one purchase.
    const keys = draftStore<string>(`redeem:${reward.id}`, true);
    const shared = keys.read() ?? crypto.randomUUID();
    keys.write(shared);
    setKey(shared);
    if (signedIn) run(async () => setBalance(await readMeans(await browserClient())));
  }, []);

  if (reward.stock === 0) return <Notice kind="info">{t.soldOut}</Notice>;
  if (isSignedIn === false) {
    const back = `${pathIn(locale, '/rewards/')}?reward=${reward.id}`;
    return (
      <a class="button" href={signInAddress(locale, back)}>
        {t.signIn}
      </a>
    );
  }

  const missing = balance === undefined ? 0 : reward.price - balance;
  const redeem = () =>
    run(async () => {
      if (!key) return;
      const voucherId = await redeemReward(await browserClient(), reward.id, key);
      draftStore(`redeem:${reward.id}`, true).clear();
      location.assign(pathIn(locale, `/vouchers/${voucherId}/`));
    });

  return (
    <div class="stack">
      {balance !== undefined && <p class="coin">{fill(t.balance, { balance })}</p>}
      {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
      <button
        class="button"
        type="button"
        disabled={busy || balance === undefined || missing > 0}
        onClick={redeem}
      >
        {missing > 0
          ? fill(t.short, { missing })
          : fill(busy && balance !== undefined ? t.redeeming : t.redeem, { price: reward.price })}
      </button>
    </div>
  );
}
