// Which rows a page has, as questions that each walk one stretch of an index: no offset, no `or`.
import type { Key } from './key';

type Operator = 'eq' | 'gt' | 'lt' | 'gte' | 'lte' | 'ilike' | 'is' | 'not.is';
export interface Condition {
  column: string;
  operator: Operator;
  value: string | boolean | null;
}
interface Order {
  column: string;
  ascending: boolean;
  /** Only said of columns that may be empty, so that the others can use a plain index. */
  nullsFirst?: boolean;
}
/** One stretch of the list: the rows that meet all conditions, in this order. */
export interface Stretch {
  conditions: Condition[];
  order: Order[];
}

export interface PageSort {
  column: string;
  id: string;
  descending: boolean;
  nullable: boolean;
}

/**
 * The stretches in which the rows of a page lie, nearest first: what follows the key among its equals,
 * what lies beyond it, and then the empty ones, which come last in either direction of the list.
 * Looking back from a key, everything is turned round.
 */
export function planPage(sort: PageSort, key: Key | undefined, isBack: boolean): Stretch[] {
  const { column, id, nullable } = sort;
  const ascending = sort.descending === isBack;
  const beyond = ascending ? 'gt' : 'lt';
  const byId: Order = { column: id, ascending };
  const byValue: Order[] =
    column === id
      ? [byId]
      : [{ column, ascending, ...(nullable ? { nullsFirst: isBack } : {}) }, byId];
  if (!key) return [{ conditions: [], order: byValue }];
  if (column === id) {
    return [{ conditions: [{ column: id, operator: beyond, value: key.id }], order: byValue }];
  }
  const further: Condition = { column: id, operator: beyond, value: key.id };
  if (key.value === null) {
    const equals: Stretch = {
      conditions: [{ column, operator: 'is', value: null }, further],
      order: [byId],
    };
    const others: Stretch = {
      conditions: [{ column, operator: 'not.is', value: null }],
      order: byValue,
    };
    return isBack ? [equals, others] : [equals];
  }
  const stretches: Stretch[] = [
    { conditions: [{ column, operator: 'eq', value: key.value }, further], order: [byId] },
    { conditions: [{ column, operator: beyond, value: key.value }], order: byValue },
  ];
  if (nullable && !isBack) {
    stretches.push({ conditions: [{ column, operator: 'is', value: null }], order: [byId] });
  }
  return stretches;
}

/** Puts the answers to the stretches together into one page of at most `limit` rows, in the list's order. */
export function assemblePage<Row>(answers: Row[][], limit: number, isBack: boolean) {
  const rows = answers.flat();
  const page = rows.slice(0, limit);
  return { rows: isBack ? page.reverse() : page, hasMore: rows.length > limit };
}
