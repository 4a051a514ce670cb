import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppress } from '../../../src/features/satisfaction/estimate/suppress';

const limits = { smallestCell: 30, flaggedCell: 60 };

describe('a breakdown', () => {
  test('flags cells of 30 to 59 and shows those from 60', () => {
    expect(suppress([30, 59, 60, 500], limits)).toEqual(['flagged', 'flagged', 'shown', 'shown']);
  });

  test('blanks the next smallest beside a single blank, from which it could be subtracted', () => {
    expect(suppress([29, 300, 80, 90], limits)).toEqual(['blanked', 'shown', 'blanked', 'shown']);
    expect(suppress([5, 400], limits)).toEqual(['blanked', 'blanked']);
  });

  test('blanks a third where two are fewer than 30 together', () => {
    expect(suppress([10, 12, 70, 90], limits)).toEqual(['blanked', 'blanked', 'blanked', 'shown']);
    expect(suppress([20, 12, 70, 90], limits)).toEqual(['blanked', 'blanked', 'shown', 'shown']);
  });

  test('does not hide one cell behind another in which nobody answered', () => {
    expect(suppress([0, 20, 70, 90], limits)).toEqual(['blanked', 'blanked', 'blanked', 'shown']);
    expect(suppress([0, 70, 90], limits)).toEqual(['blanked', 'shown', 'shown']);
  });
});

/** Whether a sum of unknowns follows from other sums of them: whether it adds nothing to their rank. */
function isSolved(equations: number[][], wanted: number[]): boolean {
  const rank = (rows: number[][]) => {
    const left = rows.map((row) => [...row]);
    let found = 0;
    for (let column = 0; column < wanted.length; column += 1) {
      const at = left.findIndex(
        (row, place) => place >= found && Math.abs(row[column] ?? 0) > 1e-9,
      );
      if (at < 0) continue;
      const [pivot] = left.splice(at, 1) as [number[]];
      left.splice(found, 0, pivot);
      for (const row of left.slice(found + 1)) {
        const factor = (row[column] ?? 0) / (pivot[column] as number);
        for (const place of row.keys())
          row[place] = (row[place] ?? 0) - factor * (pivot[place] ?? 0);
      }
      found += 1;
    }
    return found;
  };
  return rank([...equations, wanted]) === rank(equations);
}

// Three breakdowns of the same answers, as they are published together: 4 towns, 3 ages and 2 sexes.
const sizes = [4, 3, 2];
const places = Array.from({ length: 24 }, (_, at) => [
  at % 4,
  Math.floor(at / 4) % 3,
  Math.floor(at / 12),
]);
/** Which of the 24 kinds of answers are in a cell. */
const within = (table: number, cell: number) =>
  places.map((place) => Number(place[table] === cell));

/** Answers by kind; often none or few, so that all sorts of cells are blanked. */
const kinds = fc.array(fc.oneof(fc.constant(0), fc.nat(4), fc.integer({ min: 10, max: 200 })), {
  minLength: 24,
  maxLength: 24,
});

/** The cells of all three breakdowns with their counts and what a rule makes of them. */
const cellsOf = (counts: number[], rule: (valid: number[]) => string[]) =>
  sizes.flatMap((size, table) => {
    const cells = Array.from({ length: size }, (_, cell) => within(table, cell));
    const valid = cells.map((cell) =>
      counts.reduce((sum, count, at) => sum + count * (cell[at] ?? 0), 0),
    );
    return rule(valid).map((visibility, at) => ({
      table,
      cell: cells[at] as number[],
      valid: valid[at] as number,
      isBlanked: visibility === 'blanked',
    }));
  });

/** The blanked cells that can be worked out from the total, what is shown, and where nobody answered. */
function solvedCells(cells: ReturnType<typeof cellsOf>) {
  const known = cells.filter(({ isBlanked, valid }) => !isBlanked || valid === 0);
  const equations = [places.map(() => 1), ...known.map(({ cell }) => cell)];
  return cells.filter((one) => one.isBlanked && one.valid > 0 && isSolved(equations, one.cell));
}

describe('what is blanked in three breakdowns', () => {
  test('cannot be worked out from all that is published, unless it is everybody', () => {
    fc.assert(
      fc.property(kinds, (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const cells = cellsOf(counts, (valid) => suppress(valid, limits));
        // Where a cell holds everybody, it is the total, which is shown from 30 on.
        return solvedCells(cells).every(({ valid }) => valid === total && total < 30);
      }),
      { numRuns: 300 },
    );
  });

  test('is never known together for fewer than 30, unless nothing is shown', () => {
    fc.assert(
      fc.property(kinds, (counts) => {
        const cells = cellsOf(counts, (valid) => suppress(valid, limits));
        return sizes.every((_, table) => {
          const own = cells.filter((one) => one.table === table);
          const blanked = own.filter((one) => one.isBlanked && one.valid > 0);
          const together = blanked.reduce((sum, { valid }) => sum + valid, 0);
          const isAll = own.every(({ isBlanked, valid }) => isBlanked || valid === 0);
          return together === 0 || together >= 30 || isAll;
        });
      }),
      { numRuns: 300 },
    );
  });

  // The control: the solver finds cells where only those under 30 are blanked.
  test('would be found were it only the cells under 30', () => {
    const naive = (valid: number[]) => valid.map((n) => (n < 30 ? 'blanked' : 'shown'));
    const counts = places.map(([town]) => (town === 0 ? 2 : 40));
    expect(solvedCells(cellsOf(counts, naive)).map(({ valid }) => valid)).toEqual([12]);
    expect(solvedCells(cellsOf(counts, (valid) => suppress(valid, limits)))).toEqual([]);
  });
});
