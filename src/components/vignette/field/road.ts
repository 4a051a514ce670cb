import { type Point, stroke } from '../brush';
import { type Mark, mark } from '../ink';

export type Road = {
  kind: 'road';
  /** From far to near. */
  course: readonly Point[];
};

/** Swells as the road comes near, and lifts off at its end. */
const press = (t: number) => (0.16 + 0.84 * t * t) * Math.min(1, 0.1 + (1 - t) * 7);

/** A road through the land, as one thread of gold. */
export const road = ({ course }: Road): Mark[] => [mark('thread', stroke(course, 7, press))];
