import type { KeyFigure } from '../schema';
import type { DotsDrawing } from './schema';

/** How many dots of each sort a field has, in the order they are laid. */
export interface DotField {
  full: number;
  /** What is left over, as the share of one dot; drawn as a dot of that share of its area. */
  part: number;
  /** One hollow dot where the plan says “more than” or “nearly”. */
  hollow: 0 | 1;
  /** What the whole has besides. */
  rest: number;
}

export function dotField(
  { value, approximately }: Pick<KeyFigure, 'value' | 'approximately'>,
  { each, of }: Pick<DotsDrawing, 'each' | 'of'>,
): DotField {
  const exact = Number((value / each).toFixed(6));
  const whole = Math.floor(exact);
  const part = Number((exact - whole).toFixed(6));
  const full = approximately === 'nearly' ? whole - 1 : whole;
  const hollow = approximately === 'exactly' ? 0 : 1;
  const laid = full + hollow + (part > 0 ? 1 : 0);
  return { full, part, hollow, rest: of ? Math.round(of.value / each) - laid : 0 };
}

export const countDots = ({ full, part, hollow, rest }: DotField): number =>
  full + (part > 0 ? 1 : 0) + hollow + rest;

/** Dots in rows, parted into groups so that they can be counted. */
export interface Layout {
  perRow: number;
  perGroup: number;
  /** From one dot to the next, in pixels where there is room. */
  pitch: number;
}

export function layoutOf(count: number): Layout {
  if (count <= 20) return { perRow: 10, perGroup: 5, pitch: 14 };
  if (count <= 120) return { perRow: 20, perGroup: 5, pitch: 12.5 };
  if (count <= 300) return { perRow: 25, perGroup: 5, pitch: 10 };
  return { perRow: 50, perGroup: 10, pitch: 5.2 };
}

/** From one dot to the next in the drawing's own units, and what parts two groups. */
const step = 10;
const gap = 4;

export const dotAt = (index: number, { perRow, perGroup }: Layout) => {
  const column = index % perRow;
  const x = step / 2 + column * step + Math.floor(column / perGroup) * gap;
  return { x, y: step / 2 + Math.floor(index / perRow) * step };
};

export const sizeOf = (count: number, layout: Layout) => ({
  width: layout.perRow * step + (layout.perRow / layout.perGroup - 1) * gap,
  height: Math.ceil(count / layout.perRow) * step,
});

/** Dots as one path: each is a line of no length with a round end. */
export function dotsPath(from: number, count: number, layout: Layout): string {
  let [path, lastX, lastY] = ['', 0, -1];
  for (let index = from; index < from + count; index += 1) {
    const { x, y } = dotAt(index, layout);
    path += y === lastY ? `m${x - lastX} 0h0` : `M${x} ${y}h0`;
    [lastX, lastY] = [x, y];
  }
  return path;
}
