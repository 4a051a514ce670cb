import { flick, type Point } from './brush';
import type { Hand } from './hand';
import { type Mark, mark } from './ink';

export type Birds = {
  part: 'birds';
  /** Where the first one flies, and the span of its wings. */
  x: number;
  y: number;
  span: number;
  count: number;
};

/** A few birds in a line, two flicks of the brush each. */
export const birds = ({ x, y, span, count }: Birds, hand: Hand): Mark[] => [
  mark(
    'deep',
    ...Array.from({ length: count }, (_, index) => {
      const size = span * (1 - index * 0.08);
      const at: Point = [
        x + index * span * 1.5 + hand() * span * 0.4,
        y - index * span * 0.5 + hand() * span * 0.3,
      ];
      return wings(at, size, 0.5 + hand() * 0.25);
    }),
  ),
];

function wings([x, y]: Point, span: number, lift: number): string {
  const wing = (side: number) =>
    flick(
      [x, y],
      [x + side * span * 0.22, y - span * lift],
      [x + side * span * 0.5, y - span * 0.12],
      span * 0.045,
    );
  return wing(-1) + wing(1);
}
