import type { Locale } from '../../../../i18n/locale';
import { pathIn } from '../../../../i18n/paths';
import { draftStore } from '../../../../lib/draft';

const store = draftStore<{ key: string }>('tablet', true);

/** The device key kept on this device; undefined where it is no tablet. */
export const deviceKey = (): string | undefined => store.read()?.key;

export const keepDeviceKey = (key: string): void => store.write({ key });
export const forgetDevice = (): void => store.clear();

/** The address that makes the device that opens it a tablet. The key comes after #, which no server is sent. */
export const tabletAddress = (origin: string, locale: Locale, key: string): string =>
  `${origin}${pathIn(locale, '/merchant/tablet/')}#key=${key}`;

/** Takes a key out of the address of this page, so that it stays neither in sight nor in the history. */
export function takeKeyFromAddress(): void {
  const [, key] = /^#key=([0-9a-f]{64})$/.exec(location.hash) ?? [];
  if (!key) return;
  keepDeviceKey(key);
  history.replaceState(null, '', location.pathname);
}
