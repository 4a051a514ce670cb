import { between, line, type Point, shape } from '../brush';
import { type Mark, mark } from '../ink';

/** A place on a shed: along its front, up its wall, and back towards its rear, in shares of each. */
export type Place = (along: number, up: number, back?: number) => Point;

/** One broad slope, with solar panels in rows. */
export function slope(p: Place, panels: readonly [columns: number, rows: number] = [0, 0]): Mark[] {
  const corners: [Point, Point, Point, Point] = [
    p(-0.012, 0.98),
    p(1.012, 0.98),
    p(1.012, 1.16, 1),
    p(-0.012, 1.16, 1),
  ];
  const [a, b, c, d] = corners;
  const on = (u: number, v: number) => between(between(a, b, u), between(d, c, u), v);
  const [columns, rows] = panels;
  const cells = Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [u, v] = [0.04 + (0.92 * column) / columns, 0.1 + (0.82 * row) / rows];
    const [du, dv] = [(0.92 / columns) * 0.86, (0.82 / rows) * 0.8];
    return shape([on(u, v), on(u + du, v), on(u + du, v + dv), on(u, v + dv)]);
  });
  return [
    mark('paper', shape(corners)),
    mark('tile-wash', shape(corners)),
    mark('azurite', ...cells),
    mark('tile', ...cells.filter((_, index) => index % 3 === 1)),
    mark('outline', shape(corners)),
    mark('thread-hair', line([d, c])),
  ];
}

/** A row of roof lights like the teeth of a saw. */
export function sawTeeth(p: Place, teeth: number): Mark[] {
  return Array.from({ length: teeth }, (_, tooth) => {
    const [from, to] = [tooth / teeth, (tooth + 1) / teeth];
    const gable = shape([p(from, 1), p(from, 1.72), p(to, 1)]);
    const back: [Point, Point, Point, Point] = [
      p(from, 1.72),
      p(to, 1),
      p(to, 1, 1),
      p(from, 1.72, 1),
    ];
    const rafters = [0.25, 0.5, 0.75].map((t) =>
      line([between(back[0], back[3], t), between(back[1], back[2], t)]),
    );
    return [
      mark('paper', shape(back)),
      mark('tile-wash', shape(back)),
      mark('tile', ...rafters),
      mark('paper', gable),
      mark('shade-wash', gable),
      mark('outline', gable, shape(back)),
      mark('thread-hair', line([p(from, 1.72), p(from, 1.72, 1)])),
    ];
  }).flat();
}
