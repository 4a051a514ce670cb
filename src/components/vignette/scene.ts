import { type Birds, birds } from './birds';
import { type Cane, cane } from './cane';
import { type Crate, crate } from './crate';
import { type Field, field } from './field';
import { type Hand, unsteadyHand } from './hand';
import { type Horizon, horizon } from './horizon';
import type { Mark } from './ink';
import { type Lamp, lamp } from './lamp';
import { type People, people } from './people';
import { type Ridge, ridge } from './ridge';
import { type River, river } from './river';
import { type Roof, roof } from './roof';

/** One thing and where it stands. */
export type Placement = Ridge | River | Field | Roof | Crate | Cane | Lamp | People | Birds;

/**
 * A picture on a sheet 1200 wide and 420 high. Narrow screens show its middle only, so what matters
 * stays between x = 285 and x = 915.
 */
export type Scene = {
  horizon: Horizon;
  /** From far to near. */
  things: readonly Placement[];
};

/** What has been painted of a scene and under which name: a case's picture stands on four pages of a build. */
const painted = new WeakMap<Scene, { name: string; marks: readonly Mark[] }>();

/** Paints a picture; the same name always moves the hand in the same way. */
export function paint(scene: Scene, name: string): readonly Mark[] {
  const before = painted.get(scene);
  if (before?.name === name) return before.marks;
  const hand = unsteadyHand(name);
  const marks = [...horizon(scene.horizon), ...scene.things.flatMap((thing) => draw(thing, hand))];
  painted.set(scene, { name, marks });
  return marks;
}

/** A scene with only those of its things that are named. */
export const only = (scene: Scene, parts: readonly Placement['part'][]): Scene => ({
  ...scene,
  things: scene.things.filter(({ part }) => parts.includes(part)),
});

function draw(thing: Placement, hand: Hand): Mark[] {
  switch (thing.part) {
    case 'ridge':
      return ridge(thing, hand);
    case 'river':
      return river(thing, hand);
    case 'field':
      return field(thing, hand);
    case 'roof':
      return roof(thing);
    case 'crate':
      return crate(thing, hand);
    case 'cane':
      return cane(thing, hand);
    case 'lamp':
      return lamp(thing);
    case 'people':
      return people(thing, hand);
    case 'birds':
      return birds(thing, hand);
  }
}
