// From a definition and an address to what the page shows.

import { dictionaryOf } from '../../../i18n/dictionary';
import { localeOf } from '../../../i18n/paths';
import type { Client } from '../../../lib/supabase/client';
import type { Visit } from '../enter';
import {
  isNarrowed,
  type ListAddress,
  type ListShape,
  parseAddress,
  serializeAddress,
} from './address';
import { countRows, readPage } from './api';
import { conditionsOf } from './conditions';
import type { Choice, ListDefinition, Reader } from './definition';
import { exportList } from './export';
import { formatOf } from './file';
import type { PageSort } from './page-plan';
import { type ListView, viewOf } from './view';

interface Asked {
  url: URL;
  visit: Visit;
}

/** The choices of each filter that has some, by its key. */
type Choices = Record<string, Choice[]>;

async function readChoices<Row>(
  definition: ListDefinition<Row>,
  reader: Reader,
  client: Client,
): Promise<Choices> {
  const found = await Promise.all(
    definition.filters.map(
      async (filter): Promise<[string, Choice[]]> => [
        filter.key,
        filter.kind === 'choice' ? await filter.choices(reader, client) : [],
      ],
    ),
  );
  return Object.fromEntries(found);
}

/** What of a list can be addressed, once the choices of its filters are known. */
const shapeOf = <Row>(definition: ListDefinition<Row>, choices: Choices): ListShape => ({
  columns: definition.columns.map(({ key, sort, isExtra }) => ({
    key,
    isSortable: sort !== undefined,
    isExtra: isExtra === true,
  })),
  filters: definition.filters.map(({ key, kind }) =>
    kind === 'choice'
      ? { key, kind, values: (choices[key] ?? []).map(({ value }) => value) }
      : { key, kind },
  ),
  order: definition.order,
});

/** The order of an address in terms of the source. */
function sortOf<Row>(definition: ListDefinition<Row>, address: ListAddress): PageSort {
  const column = definition.columns.find(({ key }) => key === address.sort.key);
  return {
    column: column?.sort ?? definition.id,
    id: definition.id,
    descending: address.sort.descending,
    nullable: column?.nullable === true,
  };
}

/**
 * Opens a list for whoever may: what its page shows, or an answer to be given as it is: the file
 * that was asked for, or the way to the shortest form of the address.
 */
export async function openList<Row>(
  { url, visit }: Asked,
  definition: ListDefinition<Row>,
): Promise<ListView | Response> {
  const locale = localeOf(url.pathname);
  const { client } = visit.resident;
  const reader: Reader = { locale, t: dictionaryOf(locale), roles: visit.roles };
  const choices = await readChoices(definition, reader, client).catch((): Choices => ({}));
  const shape = shapeOf(definition, choices);
  const address = parseAddress(url.searchParams, shape);
  const conditions = conditionsOf(address, definition);
  const sort = sortOf(definition, address);
  const format = formatOf(url);
  if (format) {
    return exportList({ client, definition, reader, address, conditions, sort, format, shape });
  }
  // A form sends every field it has; the address to keep and to share has only what says something.
  const shortest = serializeAddress(address, shape).toString();
  if (shortest !== url.searchParams.toString()) {
    return new Response(null, {
      status: 303,
      headers: { Location: `${url.pathname}${shortest && `?${shortest}`}` },
    });
  }
  const isBack = address.before !== undefined;
  const key = address.after ?? address.before;
  const read = await Promise.all([
    countRows(client, definition, definition.id, conditions),
    readPage(client, definition, conditions, sort, { key, isBack, limit: address.rows }),
  ]).catch((error: unknown) => {
    // The page says that the list cannot be read; why is for whoever keeps the server.
    console.error(`The list ${definition.name} could not be read:`, error);
    return undefined;
  });
  return viewOf({
    definition,
    reader,
    address,
    shape,
    choices,
    sort,
    path: url.pathname,
    isNarrowed: isNarrowed(address),
    read: read && {
      count: read[0],
      rows: read[1].rows,
      hasPrevious: isBack ? read[1].hasMore : address.after !== undefined,
      hasNext: isBack || read[1].hasMore,
    },
  });
}
