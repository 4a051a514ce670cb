import { z } from 'zod';
import type { Locale } from '../../i18n/locale';
import { inLocale } from '../../i18n/locale';
import type { Project } from './schema';

const sortKeys = ['number', 'name', 'years', 'investment'] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { by: SortKey; descending: boolean };

/** The largest sum is what people look for first; all else begins at its beginning. */
const firstWay = (by: SortKey): Sort => ({ by, descending: by === 'investment' });

/** What an address asks for, such as `?sort=investment&order=asc`; the plan's own order if nothing. */
export const parseSort = (query: URLSearchParams): Sort => {
  const by = z.enum(sortKeys).catch('number').parse(query.get('sort'));
  const order = z.enum(['asc', 'desc']).optional().catch(undefined).parse(query.get('order'));
  return order ? { by, descending: order === 'desc' } : firstWay(by);
};

const isFirstWay = ({ by, descending }: Sort) => descending === firstWay(by).descending;

/** The order as it stands in an address; the plan's own order needs no words. */
export const sortQuery = (sort: Sort): Record<string, string> => ({
  ...((sort.by !== 'number' || !isFirstWay(sort)) && { sort: sort.by }),
  ...(!isFirstWay(sort) && { order: sort.descending ? 'desc' : 'asc' }),
});

/** What the head of a column asks for: its own first way, or the other way when it is in use. */
export const sortAfter = (sort: Sort, by: SortKey): Sort =>
  sort.by === by ? { by, descending: !sort.descending } : firstWay(by);

const compareBy: Record<SortKey, (a: Project, b: Project, locale: Locale) => number> = {
  number: (a, b) => a.number - b.number,
  name: (a, b, locale) =>
    new Intl.Collator(locale).compare(inLocale(a.name, locale), inLocale(b.name, locale)),
  years: (a, b) => a.years.from - b.years.from || a.years.to - b.years.to,
  investment: (a, b) => (a.investment ?? 0) - (b.investment ?? 0),
};

/** The projects in that order; equals keep the plan's order, an unstated investment comes last. */
export const sortProjects = (
  projects: readonly Project[],
  { by, descending }: Sort,
  locale: Locale,
): Project[] =>
  projects.toSorted((a, b) => {
    if (by === 'investment' && (a.investment === null || b.investment === null)) {
      return Number(a.investment === null) - Number(b.investment === null) || a.number - b.number;
    }
    return compareBy[by](a, b, locale) * (descending ? -1 : 1) || a.number - b.number;
  });
