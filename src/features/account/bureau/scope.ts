import type { Enums } from '../../../lib/database.types';

export type StaffRole = Enums<'staff_role'>;

/** What a role can be limited to: a shop, an education base, or a town or street. */
export type ScopeKind = 'merchant' | 'base' | 'town';

/** A shop, base or town by its id or code, named in the reader's language. */
interface Place {
  id: string;
  name: string;
}
export type Places = Record<ScopeKind, Place[]>;

/** A role to be given to the account with an e-mail address; without a place, for the whole city. */
export interface RoleGrant {
  email: string;
  role: StaffRole;
  place?: { kind: ScopeKind; id: string } | undefined;
}

const kinds: Partial<Record<StaffRole, ScopeKind[]>> = {
  merchant: ['merchant'],
  moderator: ['town'],
  editor: ['town'],
  host: ['base', 'town'],
};

/** What a role can be limited to; nothing for analysts and administrators. */
export const scopeKinds = (role: StaffRole): ScopeKind[] => kinds[role] ?? [];

/** A role that names its place in any case: a merchant its shop. */
export const needsPlace = (role: StaffRole): boolean => role === 'merchant';

/** The name of the place a role is limited to; undefined when it holds everywhere. */
export function placeOf(
  member: { merchant_id: string | null; base_id: string | null; town_code: string | null },
  places: Places,
): string | undefined {
  const id = member.merchant_id ?? member.base_id ?? member.town_code;
  if (!id) return undefined;
  return (
    Object.values(places)
      .flat()
      .find((place) => place.id === id)?.name ?? id
  );
}
