import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { parseMoment } from './dates';

type XlsxKind = 'text' | 'number' | 'moment' | 'day';
export interface XlsxColumn {
  label: string;
  kind: XlsxKind;
}

/** A spreadsheet knows no zones: it is given the figures of the clock in Shanghai. */
const inShanghai = (moment: string): Date =>
  new Date(parseMoment(moment).getTime() + 8 * 3_600_000);

/** The longest text that a cell of a spreadsheet takes. */
const longest = 32_767;

const cellOf = (value: string | number | null, kind: XlsxKind): SheetData[number][number] => {
  if (value === null || value === '') return null;
  if (kind === 'number') return { type: Number, value: Number(value), format: '#,##0.####' };
  if (kind === 'moment') {
    return { type: Date, value: inShanghai(String(value)), format: 'yyyy-mm-dd hh:mm' };
  }
  if (kind === 'day') {
    return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'yyyy-mm-dd' };
  }
  return { type: String, value: String(value).slice(0, longest) };
};

const widths: Record<XlsxKind, number> = { text: 24, number: 12, moment: 18, day: 12 };

/** Rows as an XLSX workbook of one sheet, with real numbers and dates; moments in Shanghai time. */
export function toXlsx(
  sheet: string,
  columns: readonly XlsxColumn[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Buffer> {
  const head = columns.map(
    ({ label }) => ({ type: String, value: label, fontWeight: 'bold' }) as const,
  );
  const body = rows.map((row) =>
    row.map((value, place) => cellOf(value, columns[place]?.kind ?? 'text')),
  );
  return writeXlsxFile([head, ...body], {
    sheet: sheet.slice(0, 31),
    columns: columns.map(({ kind }) => ({ width: widths[kind] })),
    stickyRowsCount: 1,
  }).toBuffer();
}
