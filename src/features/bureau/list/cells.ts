import { formatStamp } from '../../../lib/dates';
import type { Column, Reader } from './definition';

/** What a cell says, on the page and in a CSV file alike; empty for nothing. */
export function cellText<Row>(column: Column<Row>, row: Row, reader: Reader): string {
  const value = column.value(row, reader);
  if (value === null || value === '') return '';
  return column.kind === 'moment' ? formatStamp(String(value)) : String(value);
}
