import { inLocale, type Locale, listed } from '../../i18n/locale';
import { pathIn } from '../../i18n/paths';
import type { Dictionary } from '../../i18n/zh-CN';
import {
  goals,
  type Indicator,
  type Organisation,
  type Project,
  projectTypes,
} from '../plan/schema';
import type { Entry } from './entry';

/** What the index is told of pages that are not built as files: rows of the plan, and the pages themselves. */
type Bodies = ReadonlyMap<string, Organisation>;

/** Texts one after the other, each ended as a sentence. */
const sentences = (texts: readonly string[], locale: Locale): string =>
  texts
    .filter(Boolean)
    .map((text) => (/[.。]$/.test(text) ? text : `${text}${locale === 'en' ? '.' : '。'}`))
    .join(locale === 'en' ? ' ' : '');

const namesOf = (codes: readonly string[], bodies: Bodies, locale: Locale): string =>
  listed(
    codes.flatMap((code) => bodies.get(code) ?? []).map((body) => inLocale(body, locale)),
    locale,
  );

export const indicatorEntry = (row: Indicator, bodies: Bodies, locale: Locale): Entry => ({
  kind: 'indicator',
  path: pathIn(locale, `/indicators/#indicator-${row.number}`),
  title: inLocale(row.name, locale),
  text: sentences(
    [
      inLocale(row.meaning, locale),
      inLocale(row.task, locale),
      inLocale(goals[row.goal], locale),
      namesOf(row.departments, bodies, locale),
    ],
    locale,
  ),
});

/** A project that names several towns can be found by each of them. */
export const projectEntry = (
  row: Project,
  bodies: Bodies,
  locale: Locale,
): Entry & { towns: Project['towns'] } => ({
  kind: 'project',
  path: pathIn(locale, `/projects/#project-${row.number}`),
  title: inLocale(row.name, locale),
  text: sentences(
    [
      inLocale(row.content, locale),
      inLocale(projectTypes[row.type], locale),
      namesOf(row.responsible, bodies, locale),
    ],
    locale,
  ),
  towns: row.towns,
});

/** Pages that are rendered on demand, by what stays the same of them. */
export const pageEntries = (t: Dictionary, locale: Locale): Entry[] =>
  (
    [
      ['/indicators/', t.indicators],
      ['/projects/', t.projects],
      ['/satisfaction/', t.satisfaction],
      ['/events/', t.calendar],
      ['/bases/', t.calendar.bases],
      ['/act/', t.act],
      ['/prices/', t.prices],
      ['/rewards/', t.rewards],
      ['/fund/', t.fund],
      ['/transparency/', t.transparency],
      ['/feedback/', t.feedback],
      ['/feedback/track/', t.feedback.track],
      ['/feedback/done/', t.feedback.done],
      ['/survey/', t.survey],
      ['/certificates/', t.print.verify],
      ['/wallet/', t.wallet],
      ['/account/', t.account],
    ] as const
  ).map(([path, { title, lead }]) => ({
    kind: 'page',
    path: pathIn(locale, path),
    title,
    text: lead,
  }));

/** An entry as pagefind takes it. Its language is in lower case, as pagefind writes that of a page. */
export const recordOf = (
  { kind, path, title, text, town, towns = town ? [town] : [] }: Entry & { towns?: string[] },
  locale: Locale,
) => ({
  url: path,
  language: locale.toLowerCase(),
  content: sentences([title, text], locale),
  meta: { title },
  filters: { kind: [kind], ...(towns.length > 0 && { town: towns }) },
});
