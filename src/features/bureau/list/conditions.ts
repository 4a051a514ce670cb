// What is searched and filtered for, as conditions on the columns of a source.
import type { ListAddress } from './address';
import type { ListDefinition } from './definition';
import type { Condition } from './page-plan';

/** The moment a day begins in Shanghai, so many days later. */
const midnight = (day: string, later = 0): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000).toISOString();

/** A word as a pattern that finds it anywhere; its own wildcards are plain characters. */
const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** The conditions an address puts on the rows: every word is found, every filter holds. */
export function conditionsOf<Row>(
  address: ListAddress,
  definition: ListDefinition<Row>,
): Condition[] {
  const { search } = definition;
  const words = search && address.search ? address.search.split(' ') : [];
  const searched = words.map((word): Condition => {
    return { column: search ?? '', operator: 'ilike', value: anywhere(word) };
  });
  const filtered = definition.filters.flatMap((filter): Condition[] => {
    const { column, key } = filter;
    if (filter.kind === 'days') {
      const from = address.filters[`${key}_from`];
      const to = address.filters[`${key}_to`];
      const isMoment = filter.of === 'moment';
      return [
        ...(from
          ? [{ column, operator: 'gte', value: isMoment ? midnight(from) : from } as const]
          : []),
        ...(to && isMoment ? [{ column, operator: 'lt', value: midnight(to, 1) } as const] : []),
        ...(to && !isMoment ? [{ column, operator: 'lte', value: to } as const] : []),
      ];
    }
    const value = address.filters[key];
    if (!value) return [];
    return filter.kind === 'flag'
      ? [{ column, operator: 'is', value: true }]
      : [{ column, operator: 'eq', value }];
  });
  return [...searched, ...filtered];
}
