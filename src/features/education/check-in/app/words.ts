import { fill } from '../../../../i18n/fill';
import type { Dictionary } from '../../../../i18n/zh-CN';
import { displayRegistrationCode } from '../matching';
import type { Arrival } from '../tally';

/** What to call somebody who is here. */
export function nameOf(here: Arrival, t: Dictionary['checkIn']): string {
  if (here.isWalkIn) return fill(t.gate.walkInName, { count: here.people });
  if (here.entry) return here.entry.name;
  return fill(t.gate.unlistedName, { code: displayRegistrationCode(here.code ?? '') });
}
