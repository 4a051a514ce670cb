import type { Enums } from '../../lib/database.types';

/** Roles that have a part in the console. */
const consoleRoles: ReadonlySet<Enums<'staff_role'>> = new Set(['moderator', 'administrator']);

/** Whether somebody with these roles has a part in the console. */
export const worksInConsole = (roles: readonly Enums<'staff_role'>[]): boolean =>
  roles.some((role) => consoleRoles.has(role));
