import { type Cane, cane } from './cane';
import { type Crate, crate } from './crate';
import { type Field, field } from './field';
import { type Hand, unsteadyHand } from './hand';
import { type Horizon, horizon } from './horizon';
import type { Mark } from './ink';
import { type Lamp, lamp } from './lamp';
import { type Ridge, ridge } from './ridge';
import { type River, river } from './river';
import { type Roof, roof } from './roof';

/** One thing and where it stands. */
export type Placement = Ridge | River | Field | Roof | Crate | Cane | Lamp;

/**
 * A picture on a sheet 1200 wide and 420 high. Narrow screens show its middle only, so what matters
 * stays between x = 285 and x = 915.
 */
export type Scene = {
  horizon: Horizon;
  /** From far to near. */
  things: readonly Placement[];
};

/** Paints a picture, leaving out the things a case does not name. */
export function paint(
  { horizon: ranges, things }: Scene,
  parts: readonly Placement['part'][],
  slug: string,
): Mark[] {
  const hand = unsteadyHand(slug);
  const named = things.filter(({ part }) => parts.includes(part));
  return [...horizon(ranges), ...named.flatMap((thing) => draw(thing, hand))];
}

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
  }
}
