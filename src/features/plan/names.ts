import { inLocale, type Locale } from '../../i18n/locale';
import type { Organisation } from './schema';

/** Names of organisations by code, in the reader's language. */
export const namesOf = (
  bodies: ReadonlyMap<string, Organisation>,
  locale: Locale,
): Record<string, string> =>
  Object.fromEntries([...bodies].map(([code, body]) => [code, inLocale(body, locale)]));
