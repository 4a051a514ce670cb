import { Refusal } from '../../../lib/errors';
import { askPosition } from '../../feedback/position';

/** Where somebody is, as it is compared with a point and kept nowhere: degrees, and metres of accuracy. */
export interface Spot {
  latitude: number;
  longitude: number;
  accuracy: number;
}

/** Asks the phone where it is; refuses with position_denied when the phone or its owner says no. */
export async function askSpot(): Promise<Spot> {
  try {
    const { latitude, longitude, accuracy } = (await askPosition({ exactly: true })).coords;
    return { latitude, longitude, accuracy };
  } catch {
    throw new Refusal({ code: 'position_denied', values: {} });
  }
}
