import type { Locale } from '../../../i18n/locale';
import type { Dictionary } from '../../../i18n/zh-CN';
import type { Database, Enums } from '../../../lib/database.types';
import type { Client } from '../../../lib/supabase/client';

/** Who reads a list, which decides its words. */
export interface Reader {
  locale: Locale;
  t: Dictionary;
  roles: readonly Enums<'staff_role'>[];
}

/**
 * What a column holds: `text` and `state` are words for the reader, `number` is a number, `moment` is a
 * moment as the API writes it (shown in Shanghai time), `day` is YYYY-MM-DD.
 */
export type ColumnKind = 'text' | 'state' | 'number' | 'moment' | 'day';
type Value = string | number | null;

export interface Column<Row> {
  /** Its name in the address. */
  key: string;
  label: (t: Dictionary) => string;
  kind: ColumnKind;
  /** What stands in the cell and in an export. */
  value: (row: Row, reader: Reader) => Value;
  /** The column of the source that it is sorted by; left out where it cannot be sorted. */
  sort?: keyof Row & string;
  /** The column of the source may be empty; empty ones come last in either direction. */
  nullable?: true;
  /** Where the cell leads, as a path without language. */
  link?: (row: Row, reader: Reader) => string | undefined;
  /** Not shown until somebody chooses it. */
  isExtra?: true;
}

export interface Choice {
  value: string;
  label: string;
}

/** One way to narrow a list; its key is its name in the address. */
export type Filter<Row> = {
  key: string;
  label: (t: Dictionary) => string;
  column: keyof Row & string;
} & (
  | {
      /** One of several values of the column. */
      kind: 'choice';
      choices: (reader: Reader, client: Client) => Choice[] | Promise<Choice[]>;
    }
  /** From one day to another, both included; `of` says whether the column holds days or moments. */
  | { kind: 'days'; of: 'day' | 'moment' }
  /** Only rows whose column is true. */
  | { kind: 'flag' }
);

type Public = Database['public'];
/** A function that gives rows, and what it is asked with. */
interface Call {
  call: keyof Public['Functions'] & string;
  args: Record<string, string>;
}
export type Source = ((keyof Public['Tables'] | keyof Public['Views']) & string) | Call;

/** A list of the console: what it shows, how it can be narrowed and ordered, and who may see it. */
export interface ListDefinition<Row> {
  /** Its name in exports and in the audit: letters and dashes. */
  name: string;
  source: Source;
  /** What is read of the source, as PostgREST writes it. */
  select: string;
  /** The column that tells any two rows apart; it breaks ties in every order. */
  id: keyof Row & string;
  columns: Column<Row>[];
  filters: Filter<Row>[];
  /** A text column with everything that can be searched for; no search where left out. */
  search?: keyof Row & string;
  /** The order to begin with: the key of a column that can be sorted. */
  order: { key: string; descending: boolean };
  roles: readonly Enums<'staff_role'>[];
}
