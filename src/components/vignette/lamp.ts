import { band, curve, disc, flick, line, type Point, stroke } from './brush';
import { type Mark, mark } from './ink';

export type Lamp = {
  part: 'lamp';
  /** A street lamp stands at its foot; a lantern hangs from its cord. */
  kind: 'street' | 'lantern';
  x: number;
  y: number;
  height: number;
  /** Which way a street lamp leans over. */
  leans?: 'left' | 'right';
};

/** A light: a thread of gold and its glow on the paper. */
export const lamp = (place: Lamp): Mark[] =>
  place.kind === 'street' ? street(place) : lantern(place);

function street({ x, y, height, leans = 'right' }: Lamp): Mark[] {
  const side = leans === 'right' ? 1 : -1;
  const p = (dx: number, dy: number): Point => [x + dx * height * side, y - dy * height];
  const post = [p(0, 0), p(0.004, 0.5), p(0.012, 0.84), p(0.05, 0.96), p(0.13, 1), p(0.21, 0.985)];
  const shade = [p(0.13, 0.975), p(0.2, 0.965), p(0.26, 0.965)];
  return [
    mark('glow-wash', disc(p(0.2, 0.93), height * 0.36)),
    mark('ground', flick(p(-0.12, 0), p(0, -0.02), p(0.16, 0), height * 0.016)),
    mark(
      'deep',
      stroke(post, height * 0.026, (t) => 1 - 0.72 * t),
    ),
    mark('thread', band(shade, [p(0.15, 0.95), p(0.2, 0.925), p(0.245, 0.95)])),
  ];
}

function lantern({ x, y, height }: Lamp): Mark[] {
  const p = (dx: number, dy: number): Point => [x + dx * height, y + dy * height];
  const belly = (share: number): Point[] =>
    [-1, -0.5, 0, 0.5, 1].map((t) => p(share * 0.2 * Math.sqrt(1 - t * t * 0.72), 0.52 + t * 0.19));
  const cap = (at: number) => stroke([p(-0.12, at), p(0, at - 0.004), p(0.12, at)], height * 0.05);
  return [
    mark('glow-wash', disc(p(0, 0.52), height * 0.6)),
    mark('hair', line([p(0, 0), p(0, 0.32)])),
    mark('paper', band(belly(-1), belly(1))),
    mark('lit', band(belly(-1), belly(1))),
    mark('thread-hair', ...[-1, -0.55, 0, 0.55, 1].map((share) => curve(belly(share)))),
    mark('deep', cap(0.32), cap(0.72)),
    mark('thread', flick(p(0, 0.73), p(0.03, 0.84), p(-0.006, 0.99), height * 0.012)),
  ];
}
