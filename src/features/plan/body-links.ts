import { inLocale, type Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { Organisation } from './schema';

/** The page of a body; a town or subdistrict has its own sort of page. */
const bodyPath = (code: string, { kind }: Organisation): string =>
  kind === 'town' ? `/towns/${code}/` : `/departments/${code}/`;

/** Bodies by name, each leading to its page. */
export const bodyLinks = (
  codes: readonly string[],
  bodies: ReadonlyMap<string, Organisation>,
  locale: Locale,
) =>
  codes.flatMap((code) => {
    const body = bodies.get(code);
    return body
      ? [{ label: inLocale(body, locale), href: pathIn(locale, bodyPath(code, body)) }]
      : [];
  });
