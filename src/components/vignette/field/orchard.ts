import { dot, flick, type Point, stroke } from '../brush';
import type { Hand } from '../hand';
import { type Mark, mark } from '../ink';

export type Orchard = {
  kind: 'orchard';
  /** The middle of the far row. */
  x: number;
  y: number;
  width: number;
  rows: number;
};

/** Rows of fruit trees in flower. */
export function orchard({ x, y, width, rows }: Orchard, hand: Hand): Mark[] {
  return Array.from({ length: rows }, (_, row) => {
    const size = 0.95 + row * 0.35;
    const count = Math.round(width / (72 * size));
    const sway = (t: number) => y + row * 46 + Math.sin(t * 4.4 + row * 2) * 6;
    const ground = [-0.06, 0.25, 0.5, 0.75, 1.06].map(
      (t): Point => [x + (t - 0.5) * width, sway(t) + 2],
    );
    const trees = Array.from({ length: count }, (_, index): Point => {
      const t = (index + 0.3 + (row % 2) * 0.4) / count;
      return [x + (t - 0.5) * width + hand() * 9, sway(t) + hand() * 3];
    });
    return [mark('ground', stroke(ground, 9 + row * 4)), ...inFlower(trees, size, hand)];
  }).flat();
}

/** Bare boughs in a cloud of petals: apricots flower before their leaves come. */
function inFlower(trees: readonly Point[], size: number, hand: Hand): Mark[] {
  const around = ([x, y]: Point, count: number, reach: number): Point[] =>
    Array.from({ length: count }, (_, index) => {
      const turn = (index / count) * Math.PI * 2 + hand();
      const out = reach * (0.72 + hand() * 0.28);
      return [x + Math.cos(turn) * out * 1.5 * size, y - (27 - Math.sin(turn) * out) * size];
    });
  const clouds = trees.flatMap((foot) => [...around(foot, 6, 9), ...around(foot, 2, 2)]);
  const petals = trees.flatMap((foot) => around(foot, 7, 11));
  return [
    mark('petal-dots', ...clouds.map((place) => dot(place, 4 * size))),
    mark('deep', ...trees.flatMap((foot) => boughs(foot, size))),
    mark(
      'white-dots',
      ...petals.filter((_, index) => index % 2 === 0).map(([x, y]) => dot([x + 4, y + 4])),
    ),
    mark('gold-dots', ...petals.map((place) => dot(place))),
  ];
}

function boughs([x, y]: Point, size: number): string[] {
  const p = (dx: number, dy: number): Point => [x + dx * size, y - dy * size];
  return [
    flick(p(0, -1), p(-3, 12), p(2, 32), 1.5 * size),
    flick(p(-0.6, 9), p(6, 18), p(13, 25), size),
    flick(p(-0.8, 12), p(-8, 18), p(-14, 27), size),
  ];
}
