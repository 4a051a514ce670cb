import { band, between, dot, type Point } from '../brush';
import type { Hand } from '../hand';
import { type Mark, mark } from '../ink';

export type Furrows = {
  kind: 'furrows';
  /** The middle of the near edge. */
  x: number;
  y: number;
  width: number;
  depth: number;
  rows: number;
  /** Where the rows run together, far off. */
  vanish: number;
};

/** Planted rows that run together towards the horizon. */
export function furrows({ x, y, width, depth, rows, vanish }: Furrows, hand: Hand): Mark[] {
  const row = (t: number): Point[] => {
    const near: Point = [x - width / 2 + width * t, y];
    const away: Point = [vanish + (t - 0.5) * width * 0.34, y - depth];
    const bend = (t - 0.5) * 30;
    const [a, b] = [between(near, away, 0.4), between(near, away, 0.75)];
    return [near, [a[0] + bend, a[1]], [b[0] + bend, b[1]], away];
  };
  return Array.from({ length: rows }, (_, index) => {
    const middle = row((index + 0.31) / rows);
    const plants = [0.2, 0.5, 0.8, 1.1, 1.4, 1.7, 2, 2.3, 2.6].map((t) => {
      const from = middle[Math.floor(t)] ?? [x, y];
      const to = middle[Math.floor(t) + 1] ?? from;
      const [px, py] = between(from, to, t % 1);
      return dot([px + hand() * 2, py], (2.8 - t) * 1.6);
    });
    return [
      mark('furrow-wash', band(row(index / rows), row((index + 0.62) / rows))),
      mark('moss-dots', ...plants),
    ];
  }).flat();
}
