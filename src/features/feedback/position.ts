import type { Point } from './schema';

/** The bounds of Yiwu in degrees. Source: plan §二（一）; twin of the constraint point_lies_in_yiwu. */
const yiwu = { south: 29.03, north: 29.56, west: 119.81, east: 120.29 };

/** Three decimals of a degree: about 100 m, which finds a ditch and not a door. */
const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** A position as it is kept, or undefined when it is not in Yiwu. */
export function roughPoint(latitude: number, longitude: number): Point | undefined {
  const point = { latitude: rounded(latitude), longitude: rounded(longitude) };
  const isInYiwu =
    point.latitude >= yiwu.south &&
    point.latitude <= yiwu.north &&
    point.longitude >= yiwu.west &&
    point.longitude <= yiwu.east;
  return isInYiwu ? point : undefined;
}

/**
 * Asks the device where it is, if asked to as exactly as it can and anew each time; the browser asks the person
 * first. Rejects when they or it say no.
 */
export const askPosition = ({ exactly = false } = {}): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) => {
    if (!navigator.geolocation) reject(new Error('This device has no position.'));
    else
      navigator.geolocation.getCurrentPosition(resolve, reject, {
        enableHighAccuracy: exactly,
        timeout: 15_000,
        maximumAge: exactly ? 0 : 60_000,
      });
  });
