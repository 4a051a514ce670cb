import { useEffect, useState } from 'preact/hooks';
import { isKept, keepPages } from '../../lib/offline/kept-pages';

interface Props {
  kept: string;
}

/** Says that this voucher is on the device once the service worker has kept it. */
export default function KeepVoucher({ kept }: Props) {
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    const keep = async () => {
      if (await keepPages([location.href])) setIsThere(await isKept(location.href));
    };
    // Without a worker the voucher is still there as long as there is a network.
    keep().catch(() => {});
  }, []);
  return isThere ? <p class="soft">{kept}</p> : null;
}
