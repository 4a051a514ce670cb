import { between, flick, line, type Point, shape } from './brush';
import type { Hand } from './hand';
import { type Mark, mark } from './ink';

export type Crate = {
  part: 'crate';
  /** The foot of the left stack's front corner. */
  x: number;
  y: number;
  /** Width of one crate. */
  size: number;
  /** Heights of the stacks from left to right, counted in crates. */
  stacks: readonly number[];
  /** Crates tied with a thread of gold, counted stack by stack from below, beginning with 0. */
  tied?: readonly number[];
  /** Stacks whose top crate is open and full of green. */
  sprigs?: readonly number[];
};

/** Wooden crates, seen from above and from the side, as painters draw boxes in a handscroll. */
export function crate({ x, y, size, stacks, tied = [], sprigs = [] }: Crate, hand: Hand): Mark[] {
  const step = size * 1.1;
  const before = (stack: number) => stacks.slice(0, stack).reduce((sum, height) => sum + height, 0);
  const drawn = stacks.map((height, stack) =>
    Array.from({ length: height }, (_, storey) => {
      const foot: Point = [
        x + stack * step + storey * hand() * size * 0.05,
        y - storey * size * 0.66,
      ];
      const open = storey === height - 1 && sprigs.includes(stack);
      return [
        ...box(foot, size, tied.includes(before(stack) + storey)),
        ...(open ? sprig(foot, size, hand) : []),
      ];
    }).flat(),
  );
  const wide = step * stacks.length;
  return [
    mark(
      'ground',
      flick(
        [x - size * 0.3, y + 1],
        [x + wide * 0.5, y + 6],
        [x + wide + size * 0.5, y],
        size * 0.08 + 2,
      ),
    ),
    // From right to left: the side of a crate lies behind the stack on its right only in part.
    ...drawn.reverse().flat(),
  ];
}

function box([x, y]: Point, size: number, tied: boolean): Mark[] {
  const p = (along: number, up: number, back = 0): Point => [
    x + size * (along + back * 0.34),
    y - size * (up * 0.66 + back * 0.2),
  ];
  const front = shape([p(0, 1), p(1, 1), p(1, 0), p(0, 0)]);
  const side = shape([p(1, 1), p(1, 1, 1), p(1, 0, 1), p(1, 0)]);
  const whole = [p(0, 0), p(0, 1), p(0, 1, 1), p(1, 1, 1), p(1, 0, 1), p(1, 0)];
  return [
    mark('paper', shape(whole)),
    mark('wood-wash', front),
    mark('far', side),
    mark('ground', shape([p(0, 1, 1), p(1, 1, 1), p(1, 1), p(0, 1)])),
    mark(
      'hair',
      ...[0.34, 0.67].map((up) => line([p(0, up), p(1, up), p(1, up, 1)])),
      ...[0.12, 0.88].map((across) => line([p(across, 0), p(across, 1)])),
    ),
    mark('outline', shape(whole), line([p(0, 1), p(1, 1), p(1, 1, 1)]), line([p(1, 1), p(1, 0)])),
    ...(tied
      ? [
          mark(
            'thread-line',
            line([p(0.5, 0), p(0.5, 1), p(0.5, 1, 1)]),
            line([p(0, 0.5), p(1, 0.5), p(1, 0.5, 1)]),
          ),
        ]
      : []),
  ];
}

/** Green from the hills, sticking out of an open crate. */
function sprig([x, y]: Point, size: number, hand: Hand): Mark[] {
  const mouth = (lean: number): Point => [x + size * (0.66 + lean * 0.4), y - size * 0.74];
  const twigs = [-0.9, -0.5, -0.05, 0.4, 0.85].map((lean) => {
    const foot = mouth(lean);
    const tip: Point = [
      foot[0] + lean * size * 0.3,
      foot[1] - size * (0.62 - Math.abs(lean) * 0.26 + hand() * 0.06),
    ];
    return [foot, tip] as const;
  });
  const leaves = twigs.flatMap(([foot, tip]) => leavesOf(foot, tip, size));
  return [
    mark(
      'deep',
      ...twigs.map(([foot, tip]) => flick(foot, between(foot, tip, 0.5), tip, size * 0.012)),
    ),
    mark('mid', ...leaves.filter((_, index) => index % 3 === 0)),
    mark('near', ...leaves.filter((_, index) => index % 3 !== 0)),
  ];
}

const leavesOf = (foot: Point, tip: Point, size: number): string[] =>
  [0.3, 0.52, 0.74, 0.94].flatMap((t) =>
    [-1, 1].map((side) => {
      const [x, y] = between(foot, tip, t);
      const long = size * (0.19 - t * 0.07);
      return flick(
        [x, y],
        [x + side * long * 0.5, y - long * 0.62],
        [x + side * long, y - long * 0.4],
        size * 0.034,
      );
    }),
  );
