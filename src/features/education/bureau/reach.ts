import type { Enums } from '../../../lib/database.types';
import { type TownCode, townCodes } from '../../../lib/towns';

/** A role somebody holds: everywhere, at a base, or in a town. */
export interface Grant {
  role: Enums<'staff_role'>;
  base_id: string | null;
  town_code: string | null;
}

/** Whether somebody's grants hold a role at a base; the database decides the same again. */
export const reaches = (
  grants: readonly Grant[],
  role: Enums<'staff_role'>,
  base: { id: string; town_code: string },
): boolean =>
  grants.some(
    (grant) =>
      grant.role === role &&
      ((grant.base_id === null && grant.town_code === null) ||
        grant.base_id === base.id ||
        grant.town_code === base.town_code),
  );

/** Whether somebody works on the events of a base at all. */
export const worksAt = (
  grants: readonly Grant[],
  base: { id: string; town_code: string },
): boolean => reaches(grants, 'host', base) || reaches(grants, 'editor', base);

/** The towns in which somebody may put a base as its editor; the base's own town with them. */
export const townsInReach = (grants: readonly Grant[], own?: string): TownCode[] =>
  townCodes.filter(
    (code) => code === own || reaches(grants, 'editor', { id: '', town_code: code }),
  );
