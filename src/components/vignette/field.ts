import { type Furrows, furrows } from './field/furrows';
import { type Orchard, orchard } from './field/orchard';
import { type Road, road } from './field/road';
import { type Terraces, terraces } from './field/terraces';
import type { Hand } from './hand';
import type { Mark } from './ink';

export type Field = { part: 'field' } & (Terraces | Furrows | Orchard | Road);

/** Worked land. */
export function field(place: Field, hand: Hand): Mark[] {
  switch (place.kind) {
    case 'terraces':
      return terraces(place, hand);
    case 'furrows':
      return furrows(place, hand);
    case 'orchard':
      return orchard(place, hand);
    case 'road':
      return road(place);
  }
}
