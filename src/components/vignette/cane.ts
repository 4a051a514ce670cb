import { flick, line, type Point, shape, stroke } from './brush';
import type { Hand } from './hand';
import { type Mark, mark } from './ink';

export type Cane = {
  part: 'cane';
  /** The middle of the stand, at the ground. */
  x: number;
  y: number;
  height: number;
  /** How many stalks. */
  stalks: number;
  /** The room between two stalks. */
  spread: number;
};

/** A stand of sugar cane: jointed stalks under long, arching leaves. */
export function cane({ x, y, height, stalks, spread }: Cane, hand: Hand): Mark[] {
  const half = (spread * (stalks - 1)) / 2;
  const stand = Array.from({ length: stalks }, (_, index) => {
    const side = stalks === 1 ? 0 : (index / (stalks - 1)) * 2 - 1;
    const tall = height * (0.84 + 0.16 * Math.cos(side * 1.4) + hand() * 0.09);
    const foot: Point = [x + side * half + hand() * spread * 0.2, y + hand() * 4];
    return { tall, marks: stalk(foot, tall, side * 0.1 + hand() * 0.03, hand) };
  });
  return [
    mark(
      'ground',
      flick(
        [x - half - spread, y + 2],
        [x, y + 8],
        [x + half + spread * 1.4, y + 1],
        height * 0.02 + 2,
      ),
    ),
    ...stand.sort((a, b) => b.tall - a.tall).flatMap(({ marks }) => marks),
  ];
}

/** Leaves: where on the stalk's top they grow, how far they reach and how high, and their ink. */
const leaves = [
  [-0.18, 0.4, 0.24, 'mid'],
  [0.02, -0.42, 0.2, 'near'],
  [-0.08, -0.3, 0.4, 'mid'],
  [0.06, 0.26, 0.42, 'near'],
  [0.1, -0.1, 0.5, 'deep'],
] as const;

function stalk([x, y]: Point, tall: number, lean: number, hand: Hand): Mark[] {
  const along = (t: number): Point => [x + lean * tall * t * t, y - tall * t];
  const joints = Array.from({ length: 9 }, (_, joint) => along(joint / 10));
  const thick = 3.2 + tall * 0.012;
  const pole = (width: number) =>
    shape([
      ...joints.map(([px, py]): Point => [px - width / 2, py]),
      ...joints.map(([px, py]): Point => [px + width / 2, py]).reverse(),
    ]);
  const ring = ([px, py]: Point) =>
    line([
      [px - thick * 0.6, py],
      [px + thick * 0.6, py],
    ]);
  return [
    mark('paper', pole(thick + 2.4)),
    mark('mid', pole(thick)),
    mark('outline', ...joints.slice(1).map(ring)),
    mark('thread-hair', ...joints.slice(1).map(([px, py]) => ring([px, py + 2.2]))),
    ...leaves.map(([low, reach, rise, ink]) => {
      const [far, high] = [tall * (reach + hand() * 0.06), tall * (rise + hand() * 0.04)];
      return mark(ink, blade(along(0.8 + low * 0.7), far, high, 2 + tall * 0.013));
    }),
  ];
}

/** A leaf rises, arches over and hangs. */
const blade = ([x, y]: Point, reach: number, rise: number, width: number): string =>
  stroke(
    [
      [x, y],
      [x + reach * 0.3, y - rise * 0.7],
      [x + reach * 0.8, y - rise * 0.8],
      [x + reach * 1.18, y - rise * 0.36],
      [x + reach * 1.4, y + rise * 0.22],
    ],
    width,
    // Broadest near the stalk, then drawn out to a long point.
    (t) => 0.06 + 0.94 * Math.sin(Math.PI * t ** 0.62),
  );
