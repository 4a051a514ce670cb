import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Source } from './definition';
import { type Key, keyOf } from './key';
import { assemblePage, type Condition, type PageSort, planPage, type Stretch } from './page-plan';

/** Where rows come from: a table, a view or a function, and what is read of it. */
export interface Place {
  source: Source;
  select: string;
}

// The sources share no columns, so a query is written as one on any of them.
function query(client: Client, { source, select }: Place, isCount = false) {
  const fromTable = (name: string) =>
    client.from(name as 'towns').select(select, isCount ? { count: 'exact', head: true } : {});
  if (typeof source === 'string') return fromTable(source);
  const { call, args } = source;
  const rows = client.rpc(call as 'get_education_totals', args as never, {
    get: true,
    ...(isCount ? { count: 'exact' } : {}),
  });
  return rows.select(select) as unknown as ReturnType<typeof fromTable>;
}

const narrow = <Query extends { filter(c: string, o: string, v: unknown): Query }>(
  start: Query,
  conditions: Condition[],
): Query =>
  conditions.reduce(
    (narrowed, { column, operator, value }) => narrowed.filter(column, operator, value),
    start,
  );

/** How many rows meet the conditions. */
export async function countRows(
  client: Client,
  place: Place,
  id: string,
  conditions: Condition[],
): Promise<number> {
  const start = query(client, { ...place, select: id }, true);
  const { count, error } = await narrow(start, conditions).limit(1);
  if (error) throw refusalOf(error);
  return count ?? 0;
}

async function readStretch(
  client: Client,
  place: Place,
  conditions: Condition[],
  stretch: Stretch,
  limit: number,
): Promise<Record<string, unknown>[]> {
  let asked = narrow(query(client, place), [...conditions, ...stretch.conditions]);
  for (const { column, ascending, nullsFirst } of stretch.order) {
    asked = asked.order(column, {
      ascending,
      ...(nullsFirst === undefined ? {} : { nullsFirst }),
    });
  }
  const { data, error } = await asked.limit(limit);
  if (error) throw refusalOf(error);
  return data as unknown as Record<string, unknown>[];
}

/** The page of at most `limit` rows after a key, or before it, and whether there are more beyond. */
export async function readPage(
  client: Client,
  place: Place,
  conditions: Condition[],
  sort: PageSort,
  page: { key?: Key | undefined; isBack: boolean; limit: number },
) {
  const stretches = planPage(sort, page.key, page.isBack);
  const answers = await Promise.all(
    stretches.map((stretch) => readStretch(client, place, conditions, stretch, page.limit + 1)),
  );
  return assemblePage(answers, page.limit, page.isBack);
}

/** A server of the API may give no more at once than this. */
const chunk = 1000;

/** Every row, in order, read by key in chunks, so that none is missed or seen twice. */
export async function readAll(
  client: Client,
  place: Place,
  conditions: Condition[],
  sort: PageSort,
  limit: number,
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let key: Key | undefined;
  while (rows.length < limit) {
    const page = await readPage(client, place, conditions, sort, {
      key,
      isBack: false,
      // One more than this is asked for, to learn whether there is more.
      limit: Math.min(chunk - 1, limit - rows.length),
    });
    rows.push(...page.rows);
    const last = page.rows.at(-1);
    if (!page.hasMore || !last) break;
    key = keyOf(last, sort.column, sort.id);
  }
  return rows;
}

/** Writes down who took which list away, in which form and how many rows. */
export async function recordExport(
  client: Client,
  list: string,
  format: string,
  rows: number,
  address: string,
): Promise<void> {
  const { error } = await client.rpc('record_export', {
    p_list: list,
    p_format: format,
    p_rows: rows,
    p_address: address,
  });
  if (error) throw refusalOf(error);
}
