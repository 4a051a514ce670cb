import { between, flick, line, type Point, shape } from '../brush';
import { type Mark, mark } from '../ink';

export type Shed = {
  kind: 'shed';
  /** The foot of the front wall's left corner. */
  x: number;
  y: number;
  /** Length of the front wall. */
  width: number;
  /** Height of the wall. */
  height: number;
  /** How far the roof goes back, and so how broad its slope is. */
  depth: number;
  /** Solar panels on the slope: columns and rows. */
  panels?: readonly [columns: number, rows: number];
  /** Saw-tooth roof lights instead of one slope. */
  teeth?: number;
  /** Gates in the front wall. */
  gates?: number;
  /** Which way the building recedes. */
  recedes?: 'left' | 'right';
};

/** A long working building: a warehouse with panels on its roof, or a works hall with saw teeth. */
export function shed(place: Shed): Mark[] {
  const { x, y, width, height, depth, gates = 0, teeth = 0, panels } = place;
  const away = place.recedes === 'left' ? -1 : 1;
  const shift = depth * 0.62 * away;
  const p = (along: number, up: number, back = 0): Point => [
    x + width * along + shift * back,
    y - height * up - depth * 0.5 * back,
  ];
  const end = away > 0 ? 1 : 0;
  const side = [p(end, 0), p(end, 0, 1), p(end, 1, 1), p(end, 1)];
  const front = [p(0, 1), p(1, 1), p(1, 0), p(0, 0)];
  return [
    mark('ground', flick(p(-0.12, -0.06), p(0.5, -0.3), p(1.2, 0, 0.2), 7)),
    mark('paper', shape(front)),
    mark('paper', shape(side)),
    mark('shade-wash', shape(front), shape(side)),
    mark(
      'hair',
      line([p(0, 1), p(0, 0), p(1, 0), p(1, 1)]),
      line([p(end, 0), p(end, 0, 1), p(end, 1, 1)]),
    ),
    ...gatesIn(p, gates),
    ...(teeth > 0 ? sawTeeth(p, teeth) : slope(p, panels)),
  ];
}

type Place = (along: number, up: number, back?: number) => Point;

function gatesIn(p: Place, gates: number): Mark[] {
  const doors = Array.from({ length: gates }, (_, index) => (index + 0.5) / gates);
  const half = 0.27 / Math.max(gates, 1);
  return gates === 0
    ? []
    : [
        mark(
          'mid',
          ...doors.map((t) =>
            shape([p(t - half, 0), p(t + half, 0), p(t + half, 0.58), p(t - half, 0.58)]),
          ),
        ),
        mark(
          'tile',
          ...doors.flatMap((t) =>
            [0.14, 0.28, 0.42].map((up) => line([p(t - half, up), p(t + half, up)])),
          ),
        ),
        mark(
          'thread-hair',
          ...doors.map((t) => line([p(t - half * 1.3, 0.66), p(t + half * 1.3, 0.66)])),
        ),
      ];
}

/** One broad slope, with solar panels in rows. */
function slope(p: Place, panels: Shed['panels']): Mark[] {
  const corners: [Point, Point, Point, Point] = [
    p(-0.012, 0.98),
    p(1.012, 0.98),
    p(1.012, 1.16, 1),
    p(-0.012, 1.16, 1),
  ];
  const [a, b, c, d] = corners;
  const on = (u: number, v: number) => between(between(a, b, u), between(d, c, u), v);
  const [columns, rows] = panels ?? [0, 0];
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

function sawTeeth(p: Place, teeth: number): Mark[] {
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
