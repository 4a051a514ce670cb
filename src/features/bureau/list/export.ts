import { fill } from '../../../i18n/fill';
import type { Client } from '../../../lib/supabase/client';
import { type ListAddress, type ListShape, serializeAddress } from './address';
import { countRows, readAll, recordExport } from './api';
import { cellText } from './cells';
import type { ListDefinition, Reader } from './definition';
import { exportLimit } from './export-limit';
import { type FileFormat, fileOf } from './file';
import type { Condition, PageSort } from './page-plan';

interface Asked<Row> {
  client: Client;
  definition: ListDefinition<Row>;
  reader: Reader;
  address: ListAddress;
  conditions: Condition[];
  sort: PageSort;
  format: FileFormat;
  shape: ListShape;
}

/**
 * The rows of the filter on all pages, with the columns that are shown, as a file; written down in the
 * audit before it leaves. 413 when there are too many rows.
 */
export async function exportList<Row>(asked: Asked<Row>): Promise<Response> {
  const { client, definition, reader, address, conditions, sort, format, shape } = asked;
  const { t } = reader;
  const count = await countRows(client, definition, definition.id, conditions);
  if (count > exportLimit) {
    return new Response(fill(t.desk.list.tooMany, { limit: exportLimit }), { status: 413 });
  }
  const rows = (await readAll(client, definition, conditions, sort, exportLimit)) as Row[];
  const query = serializeAddress(address, shape);
  for (const place of ['after', 'before', 'rows']) query.delete(place);
  await recordExport(client, definition.name, format, rows.length, query.toString());
  const columns = definition.columns.filter(({ key }) => address.columns.includes(key));
  return fileOf(
    {
      name: definition.name,
      columns: columns.map((column) => ({
        label: column.label(t),
        kind: column.kind === 'state' ? 'text' : column.kind,
      })),
      rows: rows.map((row) => ({
        values: columns.map((column) => column.value(row, reader)),
        texts: columns.map((column) => cellText(column, row, reader)),
      })),
    },
    format,
  );
}
