import { dictionaryOf } from '../../i18n/dictionary';
import { fill } from '../../i18n/fill';
import type { Locale } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import { sentenceOf, type Told } from './notice';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const subjectLength = 70;
const shortened = (text: string) =>
  text.length > subjectLength ? `${text.slice(0, subjectLength - 1)}…` : text;

/** The letter of a notice in the reader's language, as plain text and as simple HTML. */
export function letterOf(told: Told & { path: string }, locale: Locale, site: URL) {
  const { inbox: t, site: about } = dictionaryOf(locale);
  const sentence = sentenceOf(told, t, locale);
  const link = new URL(pathIn(locale, told.path), site).href;
  const why = fill(t.mail.why, { site: about.name });
  return {
    subject: shortened(fill(t.mail.subject, { site: about.name, sentence })),
    text: [t.mail.greeting, sentence, `${t.mail.open}\n${link}`, `--\n${why}`].join('\n\n'),
    html: `<!doctype html>
<html lang="${locale}">
  <body>
    <p>${asHtml(t.mail.greeting)}</p>
    <p>${asHtml(sentence)}</p>
    <p><a href="${asHtml(link)}">${asHtml(t.mail.open)}</a></p>
    <hr>
    <p><small>${asHtml(why)}</small></p>
  </body>
</html>
`,
  };
}
