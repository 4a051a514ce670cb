import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Key, keyOf } from '../../../src/features/bureau/list/key';
import {
  assemblePage,
  type Condition,
  type PageSort,
  planPage,
  type Stretch,
} from '../../../src/features/bureau/list/page-plan';

interface Row extends Record<string, unknown> {
  id: string;
  value: string | null;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const meets = (row: Row, { column, operator, value }: Condition): boolean => {
  const held = row[column] as string | null;
  if (operator === 'is') return held === null;
  if (operator === 'not.is') return held !== null;
  if (held === null) return false;
  const order = compare(held, String(value));
  return operator === 'eq' ? order === 0 : operator === 'gt' ? order > 0 : order < 0;
};

/** What PostgreSQL answers to a stretch: filtered, ordered, cut off. */
const ask = (rows: Row[], stretch: Stretch, limit: number): Row[] =>
  rows
    .filter((row) => stretch.conditions.every((condition) => meets(row, condition)))
    .sort((a, b) => {
      for (const { column, ascending, nullsFirst } of stretch.order) {
        const [one, other] = [a[column], b[column]] as (string | null)[];
        if (one === other) continue;
        if (one === null || one === undefined) return nullsFirst ? -1 : 1;
        if (other === null || other === undefined) return nullsFirst ? 1 : -1;
        return compare(one, other) * (ascending ? 1 : -1);
      }
      return 0;
    })
    .slice(0, limit);

const readPage = (
  rows: Row[],
  sort: PageSort,
  key: Key | undefined,
  isBack: boolean,
  limit: number,
) =>
  assemblePage(
    planPage(sort, key, isBack).map((stretch) => ask(rows, stretch, limit + 1)),
    limit,
    isBack,
  );

/** Walks a list from its first row to its last, or from a row back to the first. */
const walk = (rows: Row[], sort: PageSort, limit: number, from?: Row) => {
  const isBack = from !== undefined;
  const seen: Row[][] = [];
  let key = from && keyOf(from, sort.column, sort.id);
  for (;;) {
    const page = readPage(rows, sort, key, isBack, limit);
    seen.push(page.rows);
    const edge = isBack ? page.rows[0] : page.rows.at(-1);
    if (!page.hasMore || !edge) return isBack ? seen.reverse().flat() : seen.flat();
    key = keyOf(edge, sort.column, sort.id);
  }
};

const material = fc.record({
  values: fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 30 }),
  descending: fc.boolean(),
  nullable: fc.boolean(),
  byId: fc.boolean(),
  limit: fc.integer({ min: 1, max: 7 }),
});

test('walking page by page, forward or back, meets every row once and in the same order', () => {
  fc.assert(
    fc.property(material, ({ values, descending, nullable, byId, limit }) => {
      const rows = values.map(
        (value, place): Row => ({
          id: String(1000 + place * 7919).slice(-4) + place,
          value: nullable ? value : (value ?? 'e'),
        }),
      );
      const sort = {
        column: byId ? 'id' : 'value',
        id: 'id',
        descending,
        nullable: nullable && !byId,
      };
      const whole = ask(rows, planPage(sort, undefined, false)[0] as Stretch, 1000);
      expect(whole).toHaveLength(rows.length);
      expect(walk(rows, sort, limit)).toEqual(whole);
      const last = whole.at(-1);
      if (last) expect([...walk(rows, sort, limit, last), last]).toEqual(whole);
    }),
  );
});

test('empty values come last in either direction', () => {
  const rows: Row[] = [
    { id: '1', value: null },
    { id: '2', value: 'b' },
    { id: '3', value: 'a' },
  ];
  const sorted = (descending: boolean) =>
    walk(rows, { column: 'value', id: 'id', descending, nullable: true }, 1).map(({ id }) => id);
  expect(sorted(false)).toEqual(['3', '2', '1']);
  expect(sorted(true)).toEqual(['2', '3', '1']);
});

test('no stretch counts rows off or joins conditions with or, so each can walk one index', () => {
  const sort = { column: 'value', id: 'id', descending: true, nullable: false };
  expect(planPage(sort, { value: 'c', id: '5' }, false)).toEqual([
    {
      conditions: [
        { column: 'value', operator: 'eq', value: 'c' },
        { column: 'id', operator: 'lt', value: '5' },
      ],
      order: [{ column: 'id', ascending: false }],
    },
    {
      conditions: [{ column: 'value', operator: 'lt', value: 'c' }],
      order: [
        { column: 'value', ascending: false },
        { column: 'id', ascending: false },
      ],
    },
  ]);
});
