import { unsteadyHand } from '../../../components/vignette/hand';
import type { Scene } from '../../../components/vignette/scene';
import { field } from './field';
import { hearing } from './hearing';
import { museum } from './museum';
import { night } from './night';
import { orchard } from './orchard';
import { plant } from './plant';
import { river } from './river';
import { school } from './school';

/** The drawings an event may wear, by the name its `cover` gives. */
export const covers = {
  river,
  orchard,
  field,
  plant,
  museum,
  school,
  night,
  hearing,
} as const satisfies Record<string, Scene>;

export type CoverName = keyof typeof covers;

const isCover = (name: string): name is CoverName => Object.hasOwn(covers, name);

/**
 * The drawing of an event, the river for a name there is no drawing of. Events that wear the same one stand
 * before different mountains: the ranges behind are raised and lowered by the event's own hand.
 */
export function coverOf(name: string, slug: string): Scene {
  const scene: Scene = covers[isCover(name) ? name : 'river'];
  const hand = unsteadyHand(slug);
  const { gold, green, ...rest } = scene.horizon;
  const shifted = (heights: readonly number[]) => heights.map((y) => Math.round(y + hand() * 18));
  return { ...scene, horizon: { ...rest, gold: shifted(gold), green: shifted(green) } };
}
