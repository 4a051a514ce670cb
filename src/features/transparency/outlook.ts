import { type Forecast, forecast } from '../coins/forecast';
import type { EnvelopeOutlook } from './api';

/**
 * When the envelope of a year is expected to be empty, as of a day (YYYY-MM-DD, Asia/Shanghai). Undefined where
 * nothing is to be foretold: of a year that is over or has not begun, and before seven days have been closed.
 */
export function outlookOf(
  { remaining, daily, through }: EnvelopeOutlook,
  year: number,
  today: string,
): Forecast | undefined {
  if (through === null || Number(today.slice(0, 4)) !== year) return undefined;
  return forecast({ daily, remaining, today });
}
