import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../i18n/fill';
import type { Dictionary } from '../../i18n/zh-CN';
import { myOffers } from './my-offers';
import type { MyOffer } from './offer';

interface Props {
  id: string;
  tags: Dictionary['rewards']['tags'];
  enough: string;
  left: string;
}

/** What an offer of the list is to the reader: nothing before they have signed in. */
export default function MyOfferTag({ id, tags, enough, left }: Props) {
  const [mine, setMine] = useState<MyOffer>();
  useEffect(() => {
    // The list reads well without this line, so a failure is not worth one.
    myOffers().then(
      (offers) => setMine(offers.get(id)),
      () => {},
    );
  }, []);
  if (!mine) return null;
  const { why_not, missing, quota, redeemed } = mine;
  if (why_not) {
    return <span class="soft">{fill(tags[why_not], { missing, quota: quota ?? 0 })}</span>;
  }
  return (
    <span class="soft">
      {quota === null ? enough : fill(left, { left: quota - (redeemed ?? 0) })}
    </span>
  );
}
