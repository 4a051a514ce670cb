// Whom a wave is to reach: town × age × sex, and how many of each are asked or have answered.
import type { Enums } from '../../../../lib/database.types';
import { townCodes } from '../../../../lib/towns';
import { ageBands, sexes } from '../../strata';

/** Town, age and sex; null where nobody knows. */
export interface Stratum {
  town_code: string | null;
  age_band: Enums<'age_band'> | null;
  sex: Enums<'sex'> | null;
}

/** How many answers a stratum is to give. */
export interface Target extends Stratum {
  target: number;
}

/** How many invitations a stratum gets. */
export interface Draw extends Stratum {
  count: number;
}

/** The columns of a table of strata: every age of every sex. */
export const columns = sexes.flatMap((sex) => ageBands.map((age_band) => ({ sex, age_band })));

/** Names a stratum, so that two can be compared. */
export const keyOf = ({ town_code, age_band, sex }: Stratum): string =>
  `${town_code}/${age_band}/${sex}`;

/** The most invitations that are drawn in one go. */
export const mostInvitations = 20_000;

/**
 * So many invitations for each answer aimed at, stratum by stratum; without targets as many as asked for,
 * for nobody in particular.
 */
export const drawOf = (targets: readonly Target[], times: number): Draw[] =>
  targets.length === 0
    ? [{ town_code: null, age_band: null, sex: null, count: times }]
    : targets.map(({ target, ...stratum }) => ({ ...stratum, count: target * times }));

/** How many invitations a draw is of. */
export const sizeOf = (draw: readonly Draw[]): number =>
  draw.reduce((sum, { count }) => sum + count, 0);

/** Targets in one order, the empty ones left out: what is stored of a table. */
export function targetsOf(numbers: ReadonlyMap<string, number>): Target[] {
  return townCodes.flatMap((town_code) =>
    columns.flatMap((column) => {
      const target = numbers.get(keyOf({ town_code, ...column })) ?? 0;
      return target > 0 ? [{ town_code, ...column, target }] : [];
    }),
  );
}
