// Waves by invitation, for tests.
import { shanghaiDay } from '../../src/lib/dates.ts';
import { newWave } from './things.ts';

/** The day so many days from today in Shanghai. */
export const dayFromToday = (days: number): string =>
  shanghaiDay(new Date(Date.now() + days * 86_400_000));

/** A wave by invitation that was announced and is open today. */
export const newSampledWave = (): Promise<string> => newWave({ series: 'sampled', closesIn: 10 });
