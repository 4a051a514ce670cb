import { Pen, type Point } from './pen';

export type { Point };

const origin: Point = [0, 0];

/** A line drawn with a ruler. */
export function line(points: readonly Point[]): string {
  const pen = new Pen().move(points[0] ?? origin);
  for (const point of points.slice(1)) pen.line(point);
  return `${pen}`;
}

/** A shape drawn with a ruler. */
export const shape = (points: readonly Point[]): string => `${line(points)}z`;

/** One smooth curve through all points (Catmull-Rom, written as Béziers). */
export const curve = (points: readonly Point[]): string =>
  `${through(new Pen().move(points[0] ?? origin), points)}`;

function through(pen: Pen, points: readonly Point[]): Pen {
  const point = (index: number): Point =>
    points[Math.max(0, Math.min(points.length - 1, index))] ?? origin;
  points.slice(1).forEach((to, index) => {
    const [before, from, after] = [point(index - 1), point(index), point(index + 2)];
    pen.curve(
      [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6],
      [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6],
      to,
    );
  });
  return pen;
}

/** Everything between a curve and a level below it; so broad that whole units are fine enough. */
export function wash(crest: readonly Point[], floor: number): string {
  const [first, last] = [crest[0] ?? origin, crest.at(-1) ?? origin];
  const pen = through(new Pen(1).move(first), crest);
  return `${pen.line([last[0], floor]).line([first[0], floor]).close()}`;
}

/** Everything between two curves that run the same way. */
export function band(upper: readonly Point[], lower: readonly Point[]): string {
  const back = [...lower].reverse();
  const pen = through(new Pen().move(upper[0] ?? origin), upper).line(back[0] ?? origin);
  return `${through(pen, back).close()}`;
}

/** How a brush presses along its way: thin where it lands, full in the middle, thin where it leaves. */
const landing = (t: number) => 0.12 + 0.88 * Math.sin(Math.PI * t) ** 0.7;

/** A brush stroke along points, as a shape whose width follows the pressure. */
export function stroke(points: readonly Point[], width: number, press = landing): string {
  const sides = points.map(([x, y], index) => {
    const [ax, ay] = points[index - 1] ?? [x, y];
    const [bx, by] = points[index + 1] ?? [x, y];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const half = (width / 2) * press(index / (points.length - 1));
    return { x, y, dx: (-(by - ay) / length) * half, dy: ((bx - ax) / length) * half };
  });
  return band(
    sides.map(({ x, y, dx, dy }): Point => [x + dx, y + dy]),
    sides.map(({ x, y, dx, dy }): Point => [x - dx, y - dy]),
  );
}

/** One flick of the brush, pointed at both ends: from, to, and the handle it bends towards. */
export function flick(from: Point, handle: Point, to: Point, width: number): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [nx, ny] = [(-(to[1] - from[1]) / length) * width, ((to[0] - from[0]) / length) * width];
  const pen = new Pen().move(from);
  pen.bend([handle[0] + nx, handle[1] + ny], to);
  return `${pen.bend([handle[0] - nx, handle[1] - ny], from).close()}`;
}

/** A dot of the brush, for inks that are drawn as lines with round ends: `long` makes it a dash. */
export const dot = ([x, y]: Point, long = 0): string =>
  `${new Pen().move([x - long / 2, y]).line([x + long / 2, y])}`;

/** A full circle. */
export function disc([x, y]: Point, radius: number): string {
  const k = radius * 0.5523;
  return `${new Pen()
    .move([x - radius, y])
    .curve([x - radius, y - k], [x - k, y - radius], [x, y - radius])
    .curve([x + k, y - radius], [x + radius, y - k], [x + radius, y])
    .curve([x + radius, y + k], [x + k, y + radius], [x, y + radius])
    .curve([x - k, y + radius], [x - radius, y + k], [x - radius, y])
    .close()}`;
}

/** A place between two others. */
export const between = (from: Point, to: Point, t: number): Point => [
  from[0] + (to[0] - from[0]) * t,
  from[1] + (to[1] - from[1]) * t,
];
