import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** Where the vouchers of this language live: /vouchers/. */
  scope: string;
  kept: string;
}

/** What this page needed, so that it can be shown without a network: itself, scripts, styles, the face. */
const needed = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_astro/'))
    .map(({ pathname }) => pathname);

/** Has the service worker keep this voucher on the device, and says so once it is kept. */
export default function KeepVoucher({ scope, kept }: Props) {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    const heard = ({ data }: MessageEvent) => {
      if (data === `kept ${location.pathname}`) setIsKept(true);
    };
    serviceWorker.addEventListener('message', heard);
    const keep = async () => {
      const registration = await serviceWorker.register(`${scope}sw.js`, { scope });
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      // A worker that is being installed hears what is said to it once it runs.
      worker?.postMessage({ keep: location.pathname, files: needed() });
    };
    // Without a worker the voucher is still there as long as there is a network.
    keep().catch(() => {});
    return () => serviceWorker.removeEventListener('message', heard);
  }, []);
  return isKept ? <p class="soft">{kept}</p> : null;
}
