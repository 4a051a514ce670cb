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
import { readMeans, readMyOffers, redeemReward } from './api';
import { type MyOffer, type Offer, whyNotText } from './offer';

interface Props extends IslandProps {
  t: Dictionary['rewards'];
  reward: Pick<Offer, 'id' | 'kind' | 'price' | 'why_not' | 'valid_from' | 'valid_until'>;
}

/** The button that pays, or what stands in its way; then there is no button. */
export default function RedeemReward({ t, errors, locale, reward }: Props) {
  const [isSignedIn, setIsSignedIn] = useState<boolean>();
  const [balance, setBalance] = useState<number>();
  const [mine, setMine] = useState<MyOffer>();
  const [key, setKey] = useState<string>();
  const [isGiven, setIsGiven] = useState(false);
  const { busy, problem, run } = useTask();
  const isGift = reward.kind === 'donation';

  const look = async () => {
    const client = await browserClient();
    const [means, offers] = await Promise.all([readMeans(client), readMyOffers(client)]);
    setBalance(means);
    setMine(offers.find(({ reward_id }) => reward_id === reward.id));
  };
  // All tabs share one key until the purchase has gone through: pressing in two of them, or again
  // after a lost connection, is still one purchase.
  const keys = () => draftStore<string>(`redeem:${reward.id}`, true);
  const takeKey = () => {
    const shared = keys().read() ?? crypto.randomUUID();
    keys().write(shared);
    setKey(shared);
  };
  useEffect(() => {
    const signedIn = hasSessionCookie(document.cookie);
    setIsSignedIn(signedIn);
    takeKey();
    if (signedIn) run(look);
  }, []);

  const why = mine?.why_not ?? reward.why_not;
  const facts = { ...reward, missing: mine?.missing ?? 0, quota: mine?.quota ?? null };
  const redeem = () =>
    run(async () => {
      if (!key) return;
      const id = await redeemReward(await browserClient(), reward, key);
      keys().clear();
      if (!isGift) return location.assign(pathIn(locale, `/vouchers/${id}/`));
      setIsGiven(true);
      await look();
    });
  const again = () => {
    takeKey();
    setIsGiven(false);
  };

  if (isSignedIn === false && !why) {
    const back = `${pathIn(locale, '/rewards/')}?reward=${reward.id}`;
    return (
      <a class="button" href={signInAddress(locale, back)}>
        {isGift ? t.signInToGive : t.signIn}
      </a>
    );
  }
  return (
    <div class="stack">
      {balance !== undefined && <p class="coin">{fill(t.balance, { balance })}</p>}
      {isGiven && <Notice kind="success">{fill(t.thanks, { price: reward.price })}</Notice>}
      {problem && <Notice kind="error">{problemText(problem, errors, locale)}</Notice>}
      {why && <Notice kind="info">{whyNotText(t.whyNot, why, facts, locale)}</Notice>}
      {why === 'not_enough_coins' && (
        <a class="button quiet" href={pathIn(locale, '/act/')}>
          {t.earn}
        </a>
      )}
      {!why && isGiven && (
        <button class="button quiet" type="button" onClick={again}>
          {t.giveAgain}
        </button>
      )}
      {!why && !isGiven && (
        <button class="button" type="button" disabled={busy || !mine} onClick={redeem}>
          {fill(busy && mine ? (isGift ? t.giving : t.redeeming) : isGift ? t.give : t.redeem, {
            price: reward.price,
          })}
        </button>
      )}
    </div>
  );
}
