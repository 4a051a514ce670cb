import { type Entry, readTable } from '../../../../lib/read-table';

/** A row as it is sent: texts, the date as YYYY-MM-DD where it was understood. */
export interface FileRow {
  member: string;
  date: string;
  quantity: string;
}

/** Rows of a file, each with the line it stands in, or why there are none. */
export type ReadFile =
  | { rows: FileRow[]; lines: number[] }
  | { problem: 'empty' | 'columns' | 'too_large' };

/** What the database takes at most. */
const mostRows = 5000;

const names: Record<keyof FileRow, RegExp> = {
  member: /^(member|member[ _]?(code|id)|code|会员|会员码|会员号|会员编号|编号)$/i,
  date: /^(date|day|日期|时间)$/i,
  quantity: /^(quantity|count|amount|number|数量|次数|里程|件数)$/i,
};
const fields = ['member', 'date', 'quantity'] as const;

const twoDigits = (text: string) => text.padStart(2, '0');

/** A date in one of the ways in which the year comes first, as YYYY-MM-DD; anything else as it is. */
export function isoDay(text: string): string {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts ? `${parts[1]}-${twoDigits(parts[2] ?? '')}-${twoDigits(parts[3] ?? '')}` : text;
}

/** A number with its thousands set apart, without them; anything else as it is. */
export const plainNumber = (text: string): string =>
  /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;

/** One form for full-width and half-width, and no apostrophe with which spreadsheets keep a text a text. */
const clean = (text: string | undefined, longest: number): string =>
  (text ?? '').normalize('NFKC').replace(/^'/, '').trim().slice(0, longest);

/** Where the columns stand by their names; undefined when the entry does not name all three. */
function columnsOf({ cells }: Entry): Record<keyof FileRow, number> | undefined {
  const place = (field: keyof FileRow) =>
    cells.findIndex((cell) => names[field].test(clean(cell, 60)));
  const found = { member: place('member'), date: place('date'), quantity: place('quantity') };
  return fields.every((field) => found[field] >= 0) ? found : undefined;
}

/** The rows of a CSV file of member, date and quantity, by the names of its columns or in this order. */
export function readRows(text: string): ReadFile {
  const entries = readTable(text);
  const [first] = entries;
  if (!first) return { problem: 'empty' };
  const named = columnsOf(first);
  const looksLikeARow = /^\d{4}-\d{2}-\d{2}$/.test(isoDay(clean(first.cells[1], 30)));
  if (!named && !looksLikeARow) return { problem: 'columns' };
  const columns = named ?? { member: 0, date: 1, quantity: 2 };
  const given = named ? entries.slice(1) : entries;
  if (given.length === 0) return { problem: 'empty' };
  if (given.length > mostRows) return { problem: 'too_large' };
  return {
    rows: given.map(({ cells }) => ({
      member: clean(cells[columns.member], 60),
      date: isoDay(clean(cells[columns.date], 30)),
      quantity: plainNumber(clean(cells[columns.quantity], 30)),
    })),
    lines: given.map(({ line }) => line),
  };
}
