import { band, between, flick, line, type Point, shape, stroke } from '../brush';
import { type Mark, mark } from '../ink';

export type House = {
  kind: 'house';
  /** The foot of the front wall's left corner. */
  x: number;
  y: number;
  /** Length of the front wall; everything else follows from it. */
  width: number;
  /** A house seen from the other side. */
  mirrored?: boolean;
  /** Steam over the roof, where something is boiled. */
  steam?: boolean;
};

/** A whitewashed house of the Jiangnan country: bare walls under a tiled roof. */
export function house({ x, y, width, mirrored = false, steam = false }: House): Mark[] {
  const unit = width / 10;
  const p = (dx: number, dy: number): Point => [
    x + (mirrored ? 10 - dx : dx) * unit,
    y - dy * unit,
  ];
  const eave = [p(-0.7, 3.9), p(2.5, 3.62), p(7, 3.6), p(10.5, 3.95)];
  const ridge = [p(1.3, 7), p(4, 6.72), p(8.6, 6.7), p(11.9, 7.1)];
  const slope = band(eave, ridge);
  const gable = shape([p(10, 0), p(13.4, 1.3), p(13.4, 4.9), p(11.7, 6.9), p(10, 3.8)]);
  return [
    mark('ground', flick(p(-3, -0.2), p(5, -0.5), p(17, 0.2), unit * 0.9)),
    mark('paper', shape([p(0, 0), p(10, 0), p(10, 4), p(0, 4)])),
    mark('paper', gable),
    mark('shade-wash', gable),
    mark(
      'hair',
      line([p(0, 3.7), p(0, 0), p(10, 0), p(10, 3.7)]),
      line([p(10, 0), p(13.4, 1.3), p(13.4, 4.7)]),
    ),
    mark('near', shape([p(4.2, 0), p(5.8, 0), p(5.8, 2.3), p(4.2, 2.3)])),
    mark('lit', ...[1.5, 7.4].map((left) => pane(p, left))),
    mark('paper', slope),
    mark('tile-wash', slope),
    mark('tile', ...tiles(eave, ridge, width < 40 ? 7 : 11)),
    mark('near', stroke([p(11.7, 7.1), p(12.6, 6.1), p(13.9, 4.6)], unit * 0.55)),
    mark('deep', stroke(ridge, unit * 0.6), stroke(eave, unit * 0.3)),
    ...(steam ? steamOver(p(4, 7.6), unit) : []),
  ];
}

const pane = (p: (dx: number, dy: number) => Point, left: number): string =>
  shape([p(left, 1.5), p(left + 1.1, 1.5), p(left + 1.1, 2.5), p(left, 2.5)]);

const tiles = (eave: readonly Point[], ridge: readonly Point[], rows: number): string[] =>
  Array.from({ length: rows }, (_, index) => {
    const t = (index + 0.5) / rows;
    return line([along(eave, t), along(ridge, t)]);
  });

/** A point on a line of points, by share of its length; good enough for nearly even steps. */
function along(points: readonly Point[], t: number): Point {
  const place = t * (points.length - 1);
  const index = Math.min(points.length - 2, Math.floor(place));
  const [from, to] = [points[index], points[index + 1]];
  return from && to ? between(from, to, place - index) : [0, 0];
}

const steamOver = ([x, y]: Point, unit: number): Mark[] =>
  [0, 1, 2].map((wisp) => {
    const p = (dx: number, dy: number): Point => [x + (wisp * 1.9 + dx) * unit, y - dy * unit];
    const tall = 1 - wisp * 0.2;
    const rising = [
      p(0, 0),
      p(-0.9, 2.6 * tall),
      p(0.8, 5.4 * tall),
      p(-0.4, 8.6 * tall),
      p(2, 11.6 * tall),
    ];
    return mark('ground', stroke(rising, unit * 1.1));
  });
