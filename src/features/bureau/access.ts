import type { Resident } from '../../lib/supabase/server';

/** Roles that have a part in the console. */
const consoleRoles = new Set(['moderator', 'administrator']);

/** Whether somebody works in the console. Asked anew on every request, so that a revoked role ends at once. */
export async function worksInConsole(resident: Resident | undefined): Promise<boolean> {
  if (!resident) return false;
  const { data } = await resident.client.from('staff_roles').select('role');
  return data?.some(({ role }) => consoleRoles.has(role)) ?? false;
}
