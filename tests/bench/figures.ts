export const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What nineteen of twenty values do not exceed. */
export const p95 = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

/** Cut, never rounded up. */
export const cut = (value: number, digits: number): number =>
  Math.floor(value * 10 ** digits) / 10 ** digits;

type Cell = string | number | undefined;

/** Rows under their headings: text to the left, numbers to the right, a dash for what there is not. */
export function printTable(title: string, headings: string[], rows: Cell[][]): void {
  const text = (cell: Cell) =>
    typeof cell === 'number' ? cell.toLocaleString('en') : (cell ?? '–');
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => text(row[column]).length)),
  );
  const line = (cells: Cell[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        const isNumber = rows.some((row) => typeof row[column] === 'number');
        return isNumber ? text(cell).padStart(width) : text(cell).padEnd(width);
      })
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n`);
  for (const row of [headings, ...rows]) console.log(`  ${line(row)}`);
}
