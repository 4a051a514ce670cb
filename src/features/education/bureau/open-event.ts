import { type DeskEvent, readDeskEvent } from './api';
import { type Grant, worksAt } from './reach';

/**
 * An event for those who work on it, with what they hold; undefined for everybody else, because a
 * published event can be read by all but is worked on by few.
 */
export async function openDeskEvent(
  { resident, staff = [] }: App.Locals,
  id: string | undefined,
): Promise<{ event: DeskEvent; grants: readonly Grant[] } | undefined> {
  if (!resident || !id) return undefined;
  const event = await readDeskEvent(resident.client, id);
  return event && worksAt(staff, event.bases) ? { event, grants: staff } : undefined;
}
