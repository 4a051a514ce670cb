import { useEffect } from 'preact/hooks';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { IslandProps } from '../../../lib/island';
import { browserClient } from '../../../lib/supabase/browser';
import { readTakenToday, takeVoucher } from './api';
import { Counter } from './Counter';
import type { ListedVoucher } from './use-counter';

interface Props extends IslandProps {
  t: Dictionary['merchant'];
  /** Whose counter it is: the id of the account. */
  name: string;
  takenToday: ListedVoucher[];
}

const access = {
  take: async (code: string, key: string) => takeVoucher(await browserClient(), code, key),
  list: async () => readTakenToday(await browserClient()),
};

/** The counter of somebody who is signed in as a merchant. */
export default function MerchantCounter(props: Props) {
  // Fetched before it is needed: the network may be gone by the first voucher.
  useEffect(() => {
    browserClient().catch(() => {});
  }, []);
  return <Counter {...props} access={access} />;
}
