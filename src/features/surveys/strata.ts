import type { TownCode } from '../../lib/towns';

/** The age bands a person may state, as the database names them. */
export const ageBands = ['18_29', '30_44', '45_59', '60_over'] as const;
type AgeBand = (typeof ageBands)[number];

/** The sexes a person may state. */
export const sexes = ['female', 'male'] as const;
type Sex = (typeof sexes)[number];

/** Where a person belongs, as far as they say; what is left out is not stated. */
export interface Strata {
  town_code?: TownCode;
  age_band?: AgeBand;
  sex?: Sex;
}
