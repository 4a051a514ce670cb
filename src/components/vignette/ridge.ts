import { between, dot, flick, type Point, wash } from './brush';
import type { Hand } from './hand';
import { type Mark, mark } from './ink';

/** A peak: its summit, how far it reaches to the left and right, and its mineral. */
type Peak = readonly [
  x: number,
  y: number,
  left: number,
  right: number,
  mineral?: 'azurite' | 'green',
];

export type Ridge = {
  part: 'ridge';
  /** Where the mist swallows the peaks. */
  foot: number;
  /** From back to front; each peak hides the foot of those behind it. */
  peaks?: readonly Peak[];
  /** Clumps of trees: where, and how many. */
  trees?: readonly (readonly [x: number, y: number, count: number])[];
};

/** Mountains in mineral blue and green: full colour at the summit, bare paper at the foot. */
export const ridge = ({ peaks = [], foot, trees = [] }: Ridge, hand: Hand): Mark[] => [
  ...peaks.flatMap((peak) => mountain(peak, foot, hand)),
  ...trees.flatMap(([x, y, count]) => grove([x, y], count, hand)),
];

/** A peak with the lower humps that lean against it, the last of them in the other mineral. */
function mountain(peak: Peak, foot: number, hand: Hand): Mark[] {
  const [x, y, left, right, mineral = 'green'] = peak;
  const other = mineral === 'green' ? 'azurite' : 'green';
  const hump = (away: number, down: number, of: NonNullable<Peak[4]>): Peak => {
    const height = (foot - y) * (1 - down + hand() * 0.06);
    const reach = Math.max(Math.abs(away) * 0.8, height * 0.62);
    return [x + away * (1 + hand() * 0.1), foot - height, reach, reach * (1 + hand() * 0.1), of];
  };
  const humps =
    foot - y > 110
      ? [
          hump(-left * 0.46, 0.46, mineral),
          hump(right * 0.5, 0.54, mineral),
          hump(hand() * 18, 0.7, other),
        ]
      : [hump(hand() * 18, 0.6, other)];
  return [peak, ...humps].flatMap((each) => paintPeak(each, foot, hand));
}

/** Shares of a flank's reach and of the peak's height; the second flank carries a shoulder. */
const flanks = [
  [
    [0.1, 0.03],
    [0.25, 0.17],
    [0.38, 0.4],
    [0.62, 0.68],
    [1, 1],
  ],
  [
    [0.13, 0.05],
    [0.24, 0.2],
    [0.45, 0.32],
    [0.58, 0.58],
    [1, 1],
  ],
] as const;

function paintPeak([x, y, left, right, mineral = 'green']: Peak, foot: number, hand: Hand): Mark[] {
  const height = foot - y;
  const flank = (reach: number): Point[] =>
    flanks[hand() > 0.1 ? 1 : 0].map(([across, down]) => [
      x + reach * (across + hand() * 0.02),
      y + height * (down + hand() * 0.02),
    ]);
  const [west, east] = [flank(-left), flank(right)];
  const outline = wash([...[...west].reverse(), [x, y], ...east], foot);
  return [
    mark('paper', outline),
    mark(mineral === 'azurite' ? 'azurite-wash' : 'green-wash', outline),
    mark('brush', ...folds([x, y], west, height, hand), ...folds([x, y], east, height, hand)),
  ];
}

/** The long “hemp-fibre” strokes that give a slope its folds, fanning out from the summit. */
function folds([x, y]: Point, flank: readonly Point[], height: number, hand: Hand): string[] {
  const place = (down: number, outward: number) =>
    between([x, y + height * down], alongFlank(flank, y + height * down), outward);
  return (height > 90 ? [0.28, 0.55, 0.8] : [0.62]).map((outward, index) => {
    const start = 0.1 + 0.1 * index + hand() * 0.05;
    const end = 0.5 + hand() * 0.14;
    const middle = place((start + end) / 2, outward);
    return flick(
      place(start, outward * 0.86),
      [middle[0] + hand() * 3, middle[1] - height * 0.03],
      place(end, outward),
      1.5,
    );
  });
}

/** The point of a flank at a height. */
function alongFlank(flank: readonly Point[], height: number): Point {
  const below = flank.findIndex(([, y]) => y >= height);
  const to = flank[below] ?? flank.at(-1) ?? [0, height];
  const from = flank[below - 1] ?? to;
  const t = to[1] === from[1] ? 0 : (height - from[1]) / (to[1] - from[1]);
  return between(from, to, Math.max(0, Math.min(1, t)));
}

/** A clump of trees: thin trunks under dotted leaves. */
function grove([x, y]: Point, count: number, hand: Hand): Mark[] {
  const trees = Array.from(
    { length: count },
    (_, index): Point => [x + index * 11 + hand() * 4, y + hand() * 4],
  );
  const leaves = trees.flatMap(([tx, ty]) =>
    Array.from({ length: 5 }, (_, leaf) =>
      dot([tx + hand() * 5, ty - 11 - leaf * 3.6 + hand() * 2], 7 - leaf),
    ),
  );
  return [
    mark(
      'brush',
      ...trees.map(([tx, ty]) => flick([tx, ty], [tx + 1, ty - 9], [tx, ty - 20], 1.3)),
    ),
    mark('leaf-dots', ...leaves.filter((_, index) => index % 3 !== 0)),
    mark('moss-dots', ...leaves.filter((_, index) => index % 3 === 0)),
  ];
}
