// What the page of a list shows, in words and addresses only.
import { pathIn } from '../../../i18n/paths';
import {
  fromFirstRow,
  type ListAddress,
  type ListShape,
  rowCounts,
  serializeAddress,
} from './address';
import { cellText } from './cells';
import type { Choice, ColumnKind, ListDefinition, Reader } from './definition';
import { exportLimit } from './export-limit';
import { keyOf } from './key';
import type { PageSort } from './page-plan';

interface Option extends Choice {
  isChosen: boolean;
}

type FilterView =
  | { kind: 'choice'; name: string; label: string; options: Option[] }
  | { kind: 'days'; name: string; label: string; from: string; to: string }
  | { kind: 'flag'; name: string; label: string; isOn: boolean };

interface ColumnView {
  label: string;
  kind: ColumnKind;
  /** How to sort by it, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' };
}

export interface ListView {
  reader: Reader;
  /** The list's own address, without what narrows it. */
  path: string;
  search?: string;
  filters: FilterView[];
  sorts: Option[];
  rowCounts: Option[];
  columnOptions: Option[];
  isNarrowed: boolean;
  columns: ColumnView[];
  /** Undefined when the database could not be read. */
  found?: {
    count: number;
    rows: { text: string; href?: string }[][];
    first?: string;
    previous?: string;
    next?: string;
    /** Undefined when there are too many rows for a file. */
    csv?: string;
    xlsx?: string;
  };
}

interface Material<Row> {
  definition: ListDefinition<Row>;
  reader: Reader;
  address: ListAddress;
  shape: ListShape;
  choices: Record<string, Choice[]>;
  sort: PageSort;
  path: string;
  isNarrowed: boolean;
  read:
    | { count: number; rows: Record<string, unknown>[]; hasPrevious: boolean; hasNext: boolean }
    | undefined;
}

/** The view of a list. */
export function viewOf<Row>(material: Material<Row>): ListView {
  const { definition, reader, address, shape, choices, path, read, sort } = material;
  const { t, locale } = reader;
  const hrefOf = (to: ListAddress, extra: Record<string, string> = {}): string => {
    const parameters = serializeAddress(to, shape);
    for (const [name, value] of Object.entries(extra)) parameters.set(name, value);
    const text = parameters.toString();
    return text ? `${path}?${text}` : path;
  };
  const start = fromFirstRow(address);
  const shown = definition.columns.filter(({ key }) => address.columns.includes(key));
  const keyHref = (place: 'after' | 'before', row: Record<string, unknown> | undefined) =>
    row && hrefOf({ ...start, [place]: keyOf(row, sort.column, sort.id) });

  const filters = definition.filters.map((filter): FilterView => {
    const { key, kind } = filter;
    const label = filter.label(t);
    if (kind === 'days') {
      const from = address.filters[`${key}_from`] ?? '';
      return { kind, name: key, label, from, to: address.filters[`${key}_to`] ?? '' };
    }
    if (kind === 'flag') return { kind, name: key, label, isOn: address.filters[key] === '1' };
    const options = (choices[key] ?? []).map((choice) => ({
      ...choice,
      isChosen: choice.value === address.filters[key],
    }));
    return { kind, name: key, label, options };
  });

  const sortable = definition.columns.filter((column) => column.sort !== undefined);
  const view: ListView = {
    reader,
    path,
    ...(definition.search ? { search: address.search } : {}),
    filters,
    sorts: sortable.flatMap((column) =>
      [false, true].map((descending) => ({
        value: `${descending ? '-' : ''}${column.key}`,
        label: `${column.label(t)} ${descending ? '↓' : '↑'}`,
        isChosen: column.key === address.sort.key && descending === address.sort.descending,
      })),
    ),
    rowCounts: rowCounts.map((count) => ({
      value: String(count),
      label: String(count),
      isChosen: count === address.rows,
    })),
    columnOptions: definition.columns.map((column) => ({
      value: column.key,
      label: column.label(t),
      isChosen: shown.includes(column),
    })),
    isNarrowed: material.isNarrowed,
    columns: shown.map((column) => {
      const { key, kind } = column;
      const base = { label: column.label(t), kind };
      if (column.sort === undefined) return base;
      const isSorted = address.sort.key === key;
      const descending = isSorted && !address.sort.descending;
      return {
        ...base,
        sort: {
          href: hrefOf({ ...start, sort: { key, descending } }),
          ...(isSorted ? { now: address.sort.descending ? 'descending' : 'ascending' } : {}),
        },
      };
    }),
  };
  if (!read) return view;
  const isFirst = !address.after && !address.before;
  const isSmall = read.count > 0 && read.count <= exportLimit;
  const previous = read.hasPrevious ? keyHref('before', read.rows[0]) : undefined;
  const next = read.hasNext ? keyHref('after', read.rows.at(-1)) : undefined;
  view.found = {
    count: read.count,
    rows: read.rows.map((row) =>
      shown.map((column) => {
        const href = column.link?.(row as Row, reader);
        return {
          text: cellText(column, row as Row, reader),
          ...(href ? { href: pathIn(locale, href) } : {}),
        };
      }),
    ),
    ...(isFirst ? {} : { first: hrefOf(start) }),
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
    ...(isSmall
      ? { csv: hrefOf(start, { format: 'csv' }), xlsx: hrefOf(start, { format: 'xlsx' }) }
      : {}),
  };
  return view;
}
