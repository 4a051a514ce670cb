import type { Locale } from '../i18n/locale';
import { pathIn } from '../i18n/paths';
import type { Sentences } from './errors';

/** What every island is given: the reader's language and the sentences for what can go wrong. */
export interface IslandProps {
  locale: Locale;
  errors: Sentences;
}

/** The address of the sign-in page that comes back to here; it says why, if a code of refusal is given. */
export const signInAddress = (locale: Locale, back: string, why?: string): string =>
  `${pathIn(locale, '/sign-in/')}?next=${encodeURIComponent(back)}${why ? `&why=${why}` : ''}`;

/** Where to go after signing in: a path of this site, never another one. */
export function safeNext(next: string | null, fallback: string): string {
  // Read as a browser reads it, which leaves out tabs and takes \ for /: patterns are fooled.
  const here = 'https://here.invalid';
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return fallback;
  return new URL(next, here).origin === here ? next : fallback;
}
