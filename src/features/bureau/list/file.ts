import { toCsv } from '../../../lib/csv';
import { shanghaiDay } from '../../../lib/dates';
import { toXlsx, type XlsxColumn } from '../../../lib/xlsx';

const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** The form of file an address asks for, if it asks for one. */
export const formatOf = (url: URL): FileFormat | undefined =>
  fileFormats.find((format) => format === url.searchParams.get('format'));

const types: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface Table {
  /** In letters and dashes; the file is called after it and the day in Shanghai. */
  name: string;
  columns: XlsxColumn[];
  /** The cells as a spreadsheet takes them, and as a CSV file does. */
  rows: { values: (string | number | null)[]; texts: string[] }[];
}

/** A table as an answer that is kept as a file. */
export async function fileOf(table: Table, format: FileFormat): Promise<Response> {
  const { name, columns, rows } = table;
  const body =
    format === 'csv'
      ? toCsv([columns.map(({ label }) => label), ...rows.map(({ texts }) => texts)])
      : new Uint8Array(
          await toXlsx(
            name,
            columns,
            rows.map(({ values }) => values),
          ),
        );
  return new Response(body, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${name}-${shanghaiDay(new Date())}.${format}"`,
    },
  });
}
