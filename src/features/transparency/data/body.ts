import { toCsv } from '../../../lib/csv';
import { type DataFile, dataFiles, type Format, licence, type RowOf, type Value } from './files';
import type { Range } from './range';

/** What a file holds, in the order of its columns. */
export function bodyOf(
  { file, format }: { file: DataFile; format: Format },
  rows: readonly RowOf<DataFile>[],
  { range, schema }: { range: Range; schema: string },
): string {
  const columns = Object.keys(dataFiles[file]);
  const values = rows.map((row: Record<string, Value>) =>
    columns.map((column) => row[column] ?? null),
  );
  if (format === 'csv') {
    return toCsv([columns, ...values.map((row) => row.map((value) => String(value ?? '')))]);
  }
  return JSON.stringify({
    file,
    schema,
    licence: licence.id,
    ...range,
    rows: values.map((row) =>
      Object.fromEntries(columns.map((column, place) => [column, row[place]])),
    ),
  });
}
