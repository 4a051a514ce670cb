// The address of a list: everything that decides what is seen, and nothing else.
import { type Key, keyFromText, keyToText } from './key';

export const rowCounts = [25, 50, 100] as const;

interface Sort {
  key: string;
  descending: boolean;
}

/** What of a list can be addressed. */
export interface ListShape {
  columns: { key: string; isSortable: boolean; isExtra: boolean }[];
  filters: (
    | { key: string; kind: 'choice'; values: string[] }
    | { key: string; kind: 'days' }
    | { key: string; kind: 'flag' }
  )[];
  order: Sort;
}

export interface ListAddress {
  /** What is searched for; empty for nothing. */
  search: string;
  /** By name in the address: a choice, the day `<key>_from`, the day `<key>_to`, or `1` for a flag. */
  filters: Record<string, string>;
  sort: Sort;
  /** Keys of the columns shown, in the order of the definition. */
  columns: string[];
  rows: number;
  /** The row that this page begins after, or ends before. */
  after?: Key;
  before?: Key;
}

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** The names in the address that belong to a filter, each with what it takes. */
const parametersOf = (
  filter: ListShape['filters'][number],
): [name: string, takes: (value: string) => boolean][] => {
  if (filter.kind === 'choice') return [[filter.key, (value) => filter.values.includes(value)]];
  if (filter.kind === 'flag') return [[filter.key, (value) => value === '1']];
  return [
    [`${filter.key}_from`, isDay],
    [`${filter.key}_to`, isDay],
  ];
};

const sortOf = (text: string | null, shape: ListShape): Sort => {
  const [, minus, key] = /^(-?)(.*)$/s.exec(text ?? '') ?? [];
  const isKnown = shape.columns.some((column) => column.key === key && column.isSortable);
  return isKnown && key ? { key, descending: minus === '-' } : shape.order;
};

const usualColumns = (shape: ListShape): string[] =>
  shape.columns.filter(({ isExtra }) => !isExtra).map(({ key }) => key);

/** Reads an address. Whatever it does not understand is left out, so that every address shows a list. */
export function parseAddress(parameters: URLSearchParams, shape: ListShape): ListAddress {
  const filters: Record<string, string> = {};
  for (const [name, takes] of shape.filters.flatMap(parametersOf)) {
    const value = parameters.get(name);
    if (value && takes(value)) filters[name] = value;
  }
  const asked = new Set(parameters.getAll('columns'));
  const columns = shape.columns.map(({ key }) => key).filter((key) => asked.has(key));
  const rows = rowCounts.find((count) => String(count) === parameters.get('rows'));
  const after = keyFromText(parameters.get('after'));
  const before = after ? undefined : keyFromText(parameters.get('before'));
  return {
    search: (parameters.get('q') ?? '').trim().replace(/\s+/g, ' ').slice(0, 100).trim(),
    filters,
    sort: sortOf(parameters.get('sort'), shape),
    columns: columns.length > 0 ? columns : usualColumns(shape),
    rows: rows ?? 50,
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
  };
}

/** Writes an address, shortest form: what is as usual is not in it. */
export function serializeAddress(address: ListAddress, shape: ListShape): URLSearchParams {
  const parameters = new URLSearchParams();
  if (address.search) parameters.set('q', address.search);
  for (const [name] of shape.filters.flatMap(parametersOf)) {
    const value = address.filters[name];
    if (value) parameters.set(name, value);
  }
  const { key, descending } = address.sort;
  if (key !== shape.order.key || descending !== shape.order.descending) {
    parameters.set('sort', `${descending ? '-' : ''}${key}`);
  }
  if (address.columns.join() !== usualColumns(shape).join()) {
    for (const column of address.columns) parameters.append('columns', column);
  }
  if (address.rows !== 50) parameters.set('rows', String(address.rows));
  if (address.after) parameters.set('after', keyToText(address.after));
  else if (address.before) parameters.set('before', keyToText(address.before));
  return parameters;
}

/** The same list from its first row. */
export const fromFirstRow = ({ after, before, ...rest }: ListAddress): ListAddress => rest;

/** Whether an address shows less than the whole list. */
export const isNarrowed = ({ search, filters }: ListAddress): boolean =>
  search !== '' || Object.keys(filters).length > 0;
