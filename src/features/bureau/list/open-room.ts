import type { Room } from '../access';
import { enterRoom, notHere, type Visit } from '../enter';
import type { ListDefinition } from './definition';
import { openList } from './open';
import type { ListView } from './view';

/**
 * Lets somebody into a room and opens a list there: what a page of the console begins with. An answer
 * (404, a file, a shorter address) is to be given as it is.
 */
export async function openRoomList<Row>(
  context: { locals: App.Locals; url: URL },
  room: Room,
  definition: ListDefinition<Row>,
): Promise<{ visit: Visit; list: ListView } | Response> {
  const visit = enterRoom(context, room);
  if (visit instanceof Response) return visit;
  if (!visit.roles.some((role) => definition.roles.includes(role))) return notHere();
  const list = await openList({ url: context.url, visit }, definition);
  return list instanceof Response ? list : { visit, list };
}
