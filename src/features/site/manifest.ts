import { dictionaryOf } from '../../i18n/dictionary';
import type { Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import { appIcons, appPaper } from '../../lib/offline/icons';

/** What a device needs to know to put the site on its screen. */
export function manifestOf(locale: Locale): string {
  const t = dictionaryOf(locale);
  const shortcut = (name: string, path: string) => ({ name, url: pathIn(locale, path) });
  return JSON.stringify({
    id: pathIn(locale, '/'),
    // Both languages: who changes the language stays in the app.
    scope: '/',
    start_url: pathIn(locale, '/'),
    name: t.site.name,
    short_name: t.site.name,
    description: t.site.description,
    lang: locale,
    display: 'standalone',
    background_color: appPaper,
    theme_color: appPaper,
    icons: appIcons,
    shortcuts: [
      shortcut(t.home.begin, '/act/'),
      shortcut(t.greenCode.title, '/green-code/'),
      shortcut(t.wallet.title, '/wallet/'),
      shortcut(t.registration.mine.title, '/my-events/'),
    ],
  });
}
