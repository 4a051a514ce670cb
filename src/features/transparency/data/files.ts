// What the data files hold: their names, their columns in order, and what each value is. Names and orders stay as
// they are; what is new comes last.

/**
 * What a value is. coins, fen (of yuan) and count are whole numbers; day and month (its first day) are YYYY-MM-DD in Asia/Shanghai;
 * moment is ISO 8601 in UTC; share lies between 0 and 1, ratio may be more; hash is hexadecimal; flag is true or false.
 */
export type Unit =
  | 'coins'
  | 'fen'
  | 'count'
  | 'hours'
  | 'share'
  | 'ratio'
  | 'day'
  | 'month'
  | 'year'
  | 'moment'
  | 'code'
  | 'text'
  | 'hash'
  | 'flag';

/** A value as JSON has it; CSV leaves null empty. */
export type Value = string | number | boolean | null;

const columnsOf = <Columns extends Record<string, Unit>>(columns: Columns) => columns;

/** The columns of each file, in their order. */
export const dataFiles = {
  days: columnsOf({
    day: 'day',
    transfers: 'count',
    issued: 'coins',
    taken_back: 'coins',
    spent: 'coins',
    refunded: 'coins',
    expired: 'coins',
    adjusted_up: 'coins',
    adjusted_down: 'coins',
    held: 'coins',
    has_demo: 'flag',
    root: 'hash',
    seal: 'hash',
    closed_at: 'moment',
  }),
  actions: columnsOf({
    day: 'day',
    action_code: 'code',
    name_zh: 'text',
    name_en: 'text',
    envelope_year: 'year',
    transfers: 'count',
    issued: 'coins',
    taken_back: 'coins',
    has_demo: 'flag',
  }),
  envelopes: columnsOf({
    year: 'year',
    action_code: 'code',
    name_zh: 'text',
    name_en: 'text',
    total: 'coins',
    paid: 'coins',
    remaining: 'coins',
    recent_days: 'count',
    recent_paid: 'coins',
    outlook: 'code',
    runs_out_on: 'day',
    runs_out_earliest: 'day',
    runs_out_latest: 'day',
    through: 'day',
    has_demo: 'flag',
  }),
  prices: columnsOf({
    action_code: 'code',
    name_zh: 'text',
    name_en: 'text',
    valid_from: 'day',
    coins: 'coins',
    proof: 'code',
    review: 'code',
    daily_cap: 'count',
    weekly_cap: 'count',
    yearly_cap: 'count',
    cool_down_hours: 'hours',
    minimum_quantity: 'count',
    announced_at: 'moment',
    note_zh: 'text',
    note_en: 'text',
  }),
  audits: columnsOf({
    month: 'month',
    approved: 'count',
    sampled: 'count',
    judged: 'count',
    wrong: 'count',
    share: 'share',
    low: 'share',
    high: 'share',
    seed: 'hash',
    seed_day: 'day',
    threshold: 'hash',
    has_demo: 'flag',
  }),
  fund: columnsOf({
    through: 'day',
    fen_per_coin: 'fen',
    pledged: 'fen',
    paid: 'fen',
    coins_owed: 'coins',
    owed: 'fen',
    coins_committed: 'coins',
    committed: 'fen',
    available: 'fen',
    coins_held: 'coins',
    cost: 'fen',
    cover: 'ratio',
    coins_given: 'coins',
    has_demo: 'flag',
  }),
} as const;

/** The name of a data file, without its ending. */
export type DataFile = keyof typeof dataFiles;
/** The name of a column of a file. */
type ColumnOf<File extends DataFile> = keyof (typeof dataFiles)[File] & string;
/** A row of a file: every column, in any order. */
export type RowOf<File extends DataFile> = Record<ColumnOf<File>, Value>;

/** The endings a file is given with. */
export const formats = ['csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** A file's name with its ending taken apart; undefined where there is no such file. */
export function fileNamed(name: string): { file: DataFile; format: Format } | undefined {
  const [file = '', format = '', ...rest] = name.split('.');
  const isKnown = Object.hasOwn(dataFiles, file) && formats.some((known) => known === format);
  return isKnown && rest.length === 0
    ? { file: file as DataFile, format: format as Format }
    : undefined;
}

/** The terms under which all files may be used, as SPDX names them. */
export const licence = {
  id: 'CC-BY-4.0',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
