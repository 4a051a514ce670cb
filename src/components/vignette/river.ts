import { band, curve, flick, type Point } from './brush';
import type { Hand } from './hand';
import { type Mark, mark } from './ink';

export type River = {
  part: 'river';
  /** The middle of the stream from far to near, each point with the stream's width there. */
  course: readonly (readonly [x: number, y: number, width: number])[];
  boats?: readonly (readonly [x: number, y: number, size: number])[];
};

/** Water: a pale azurite wash, a few ripples, and much paper left bare. */
export function river({ course, boats = [] }: River, hand: Hand): Mark[] {
  const left = course.map(([x, y, width]): Point => [x - width / 2, y]);
  const right = course.map(([x, y, width]): Point => [x + width / 2, y]);
  const water = band(left, right);
  return [
    mark('paper', water),
    mark('water-wash', water),
    mark('brush', ...ripples(course, hand)),
    mark('hair', curve(left), curve(right)),
    ...boats.flatMap(boat),
  ];
}

function ripples(course: River['course'], hand: Hand): string[] {
  return course.slice(1).flatMap(([x, y, width]) =>
    [-0.22, 0.04, 0.26].map((side, row) => {
      const middle = x + width * side + hand() * width * 0.06;
      const level = y - 10 + row * 7 + hand() * 4;
      const reach = width * (0.11 + 0.04 * hand());
      return flick(
        [middle - reach, level],
        [middle, level - 3],
        [middle + reach, level + 0.6],
        1.1,
      );
    }),
  );
}

/** A boat with a mat awning, as they once carried goods on the Yiwu River. */
const boat = ([x, y, size]: readonly [number, number, number]): Mark[] => {
  const p = (dx: number, dy: number): Point => [x + dx * size, y + dy * size];
  const awning = [p(-0.45, 0.02), p(-0.36, -0.26), p(0, -0.38), p(0.34, -0.26), p(0.42, 0.02)];
  return [
    mark('ground', flick(p(-1.4, 0.22), p(0, 0.32), p(1.5, 0.2), size * 0.12)),
    mark(
      'deep',
      band(
        [p(-1.1, -0.12), p(-0.4, 0.02), p(0.4, 0.02), p(1.15, -0.2)],
        [p(-0.8, 0.16), p(-0.3, 0.22), p(0.4, 0.22), p(0.85, 0.12)],
      ),
    ),
    mark('mid', `${curve(awning)}z`),
    mark('thread-hair', curve(awning)),
  ];
};
