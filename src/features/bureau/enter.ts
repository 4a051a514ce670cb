import type { Enums } from '../../lib/database.types';
import type { Resident } from '../../lib/supabase/server';
import { mayEnter, type Room } from './access';

/** A member of staff in a room of the console. */
export interface Visit {
  room: Room;
  resident: Resident;
  roles: readonly Enums<'staff_role'>[];
}

/** What is answered to everybody else: as if there were nothing here. */
export const notHere = () => new Response(null, { status: 404 });

/** Lets somebody into a room whose roles open it, by the roles that the middleware has just asked for. */
export function enterRoom({ locals }: { locals: App.Locals }, room: Room): Visit | Response {
  const { resident, staff = [] } = locals;
  const roles = [...new Set(staff.map(({ role }) => role))];
  return resident && mayEnter(room, roles) ? { room, resident, roles } : notHere();
}
