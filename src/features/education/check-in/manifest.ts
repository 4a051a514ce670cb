import { dictionaryOf } from '../../../i18n/dictionary';
import type { Locale } from '../../../i18n/locale';
import { pathIn } from '../../../i18n/paths';
import { appIcons, appPaper } from '../../../lib/offline/icons';

/** What a phone needs to know to install the check-in app in one language. */
export function manifestOf(locale: Locale): string {
  const t = dictionaryOf(locale);
  const scope = pathIn(locale, '/check-in/');
  return JSON.stringify({
    id: scope,
    scope,
    start_url: scope,
    name: `${t.checkIn.app.title} · ${t.site.name}`,
    short_name: t.checkIn.app.short,
    description: t.checkIn.app.description,
    lang: locale,
    display: 'standalone',
    background_color: appPaper,
    theme_color: appPaper,
    icons: appIcons,
  });
}
