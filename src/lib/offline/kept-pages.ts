import { localeOf } from '../../i18n/paths';

/** A page the service worker has kept on this device (site-worker.js). */
export interface KeptPage {
  address: string;
  title: string;
}

/** The pages kept in a cache (`pages`, `personal`) in one language, the last read first. */
export async function keptPages(name: string, language: string): Promise<KeptPage[]> {
  if (!('caches' in globalThis)) return [];
  const cache = await caches.open(`${name}:1`);
  const kept: KeptPage[] = [];
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    const html = await (await cache.match(request))?.text();
    const title = new DOMParser().parseFromString(html ?? '', 'text/html').title;
    if (!title || localeOf(pathname) !== language) continue;
    kept.unshift({ address: pathname + search, title: title.replace(/ · [^·]*$/, '') });
  }
  return kept;
}

/** Has the service worker keep pages of this site ahead; true once it has done what it could. */
export async function keepPages(addresses: string[]): Promise<boolean> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return false;
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    active.postMessage({ keep: addresses }, [port2]);
  });
}

/** Whether a page can be shown without network. */
export const isKept = async (address: string): Promise<boolean> =>
  (await caches.match(new URL(address, location.href).href)) !== undefined;

/** Forgets what this device has kept of somebody's own pages. */
export async function forgetPersonalPages(): Promise<void> {
  if ('caches' in globalThis) await caches.delete('personal:1');
}
