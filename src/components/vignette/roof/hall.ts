import { band, flick, line, type Point, shape, stroke } from '../brush';
import { type Mark, mark } from '../ink';

export type Hall = {
  kind: 'hall';
  /** The middle of its foot. */
  x: number;
  y: number;
  width: number;
  /** Roofs one above the other: two make a hall, five a pagoda. */
  storeys: number;
  /** How much narrower each storey is than the one below. */
  taper: number;
  /** Height of a storey as a share of its width. */
  rise: number;
};

/** A hall or a pagoda seen from the front, with eaves that curl at the corners. */
export function hall({ x, y, width, storeys, taper, rise }: Hall): Mark[] {
  const marks = [
    mark(
      'ground',
      flick([x - width * 0.8, y + 3], [x, y + 6], [x + width * 0.85, y + 2], width * 0.03 + 3),
    ),
  ];
  let [level, wide] = [y, width];
  for (let storey = 1; storey <= storeys; storey += 1) {
    marks.push(...paintStorey([x, level], wide, wide * rise, storey === storeys));
    level -= wide * rise * 0.86;
    wide *= taper;
  }
  return marks;
}

function paintStorey([x, y]: Point, width: number, height: number, top: boolean): Mark[] {
  const p = (dx: number, dy: number): Point => [x + dx * width, y - dy * height];
  const reach = top ? 0.13 : 0.36;
  const wall = shape([p(-0.42, 0.56), p(0.42, 0.56), p(0.42, 0), p(-0.42, 0)]);
  const eave = [p(-0.62, 0.68), p(-0.48, 0.55), p(0, 0.51), p(0.48, 0.55), p(0.62, 0.68)];
  const crest = [p(-reach, 1), p(0, 0.97), p(reach, 1)];
  const slope = band(eave, [
    p(-0.62, 0.68),
    p(-reach - 0.08, 0.82),
    ...crest,
    p(reach + 0.08, 0.82),
    p(0.62, 0.68),
  ]);
  const rows = width > 120 ? 8 : 4;
  const tiles = Array.from({ length: rows * 2 + 1 }, (_, index) => {
    const t = index / rows - 1;
    return line([p(t * 0.52, 0.54 + t * t * 0.04), p(t * (reach - 0.01), 0.96)]);
  });
  return [
    mark('paper', wall),
    mark('shade-wash', wall),
    mark(
      'hair',
      ...[-0.42, -0.25, -0.09, 0.09, 0.25, 0.42].map((dx) => line([p(dx, 0), p(dx, 0.54)])),
    ),
    mark('mid', shape([p(-0.09, 0), p(0.09, 0), p(0.09, 0.36), p(-0.09, 0.36)])),
    mark('thread-hair', line([p(-0.46, 0), p(0.46, 0)])),
    mark('paper', slope),
    mark('tile-wash', slope),
    mark('tile', ...tiles),
    mark('deep', stroke(eave, height * 0.06), stroke(crest, height * 0.1)),
    ...(top ? [mark('thread', stroke([p(0, 0.96), p(0, 1.13), p(0, 1.3)], height * 0.09))] : []),
  ];
}
