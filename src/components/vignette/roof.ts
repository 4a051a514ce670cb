import type { Mark } from './ink';
import { type Hall, hall } from './roof/hall';
import { type House, house } from './roof/house';
import { type Shed, shed } from './roof/shed';

export type Roof = { part: 'roof' } & (House | Hall | Shed);

/** Whatever people have built, drawn with a ruler as in the old 界画. */
export function roof(place: Roof): Mark[] {
  switch (place.kind) {
    case 'house':
      return house(place);
    case 'hall':
      return hall(place);
    case 'shed':
      return shed(place);
  }
}
