import { band, between, dot, type Point, stroke } from '../brush';
import type { Hand } from '../hand';
import { type Mark, mark } from '../ink';

export type Terraces = {
  kind: 'terraces';
  /** The middle of the topmost bank. */
  x: number;
  y: number;
  width: number;
  /** From the topmost bank to the lowest, in the middle. */
  fall: number;
  steps: number;
};

/** Terraces on a slope: strips of seedlings and of water that follow the hill, one below the other. */
export function terraces({ x, y, width, fall, steps }: Terraces, hand: Hand): Mark[] {
  return Array.from({ length: steps }, (_, step) => {
    const down = step / steps;
    const wide = width * (0.68 + 0.32 * down) * (1 + hand() * 0.05);
    const start = x - wide / 2 + hand() * width * 0.04;
    const top = y + fall * down ** 1.2;
    // Deeper than the way to the next step, whose upper edge then covers this one's lower edge.
    const deep = (fall / steps) * (1.9 + down * 0.7);
    const edge = (sag: number): Point[] =>
      [0, 0.14, 0.32, 0.5, 0.68, 0.86, 1].map((t) => [
        start + wide * t,
        top + sag * Math.sin(Math.PI * t) ** 0.75 + Math.sin(t * 7.4 + step * 0.5) * (3 + down * 6),
      ]);
    const [upper, lower] = [edge(2), edge(deep)];
    const strip = band(upper, lower);
    const planted = step % 2 === 0;
    return [
      mark('paper', strip),
      mark(planted ? 'seedling-wash' : 'paddy-wash', strip),
      mark('brush', stroke(upper, 1.8)),
      ...(planted ? [mark('moss-dots', ...seedlings(edge(deep * 0.34)))] : []),
      ...(step === steps - 1 ? [mark('thread', stroke(lower, 1.8))] : []),
    ];
  }).flat();
}

const seedlings = (row: readonly Point[]): string[] =>
  row.slice(1, -2).flatMap((from, index) => {
    const to = row[index + 2] ?? from;
    return [0.05, 0.3, 0.55, 0.8].map((t) => dot(between(from, to, t), 1.5));
  });
