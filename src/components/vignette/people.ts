import { curve, disc, flick, type Point, stroke } from './brush';
import type { Hand } from './hand';
import { type Mark, mark } from './ink';

export type People = {
  part: 'people';
  /** Where each stands, how tall, and whether it is a child, a walker with a staff, or neither. */
  at: readonly (readonly [x: number, y: number, height: number, who?: 'child' | 'staff'])[];
};

/** Small figures in a landscape, as painters put them in last: a robe, a head, a hat. */
export const people = ({ at }: People, hand: Hand): Mark[] =>
  at.flatMap(([x, y, height, who]) =>
    figure([x, y], who === 'child' ? height * 0.66 : height, hand() * 0.06, who),
  );

function figure([x, y]: Point, height: number, lean: number, who?: 'child' | 'staff'): Mark[] {
  const p = (dx: number, dy: number): Point => [x + (dx + lean * dy) * height, y - dy * height];
  const robe = stroke([p(0, 0.8), p(0.02, 0.5), p(0.01, 0.22), p(0, 0)], height * 0.4, (t) =>
    t < 0.1 ? 0.35 : 0.45 + 0.55 * t,
  );
  const head = disc(p(0.01, 0.87), height * 0.085);
  return [
    mark('ground', flick(p(-0.4, 0), p(0.1, -0.05), p(0.6, 0.01), height * 0.04)),
    mark('paper', robe, head),
    mark(who === 'child' ? 'lit' : 'azurite', robe),
    mark('hair', curve([p(0, 0.8), p(0.09, 0.56), p(0.17, 0.46)])),
    mark('deep', flick(p(-0.17, 0.92), p(0.01, 1.03), p(0.19, 0.92), height * 0.035)),
    ...(who === 'staff'
      ? [mark('thread-hair', curve([p(0.2, 0.78), p(0.19, 0.4), p(0.22, 0)]))]
      : []),
  ];
}
