// Who may do what: the whole of it, room by room, each to be read from top to bottom.
// permissions.test.ts tries every line and fails when the database has something that is not listed
// here, or the other way round.
import { calendar } from './permissions/calendar.ts';
import { desk } from './permissions/desk.ts';
import { education } from './permissions/education.ts';
import { educationLists } from './permissions/education-lists.ts';
import { feedback } from './permissions/feedback.ts';
import { firstPath } from './permissions/first-path.ts';
import { inbox } from './permissions/inbox.ts';
import type { RoomPermissions } from './permissions/words.ts';

export const rooms: RoomPermissions[] = [
  firstPath,
  inbox,
  education,
  educationLists,
  feedback,
  calendar,
  desk,
];

const together = <Part>(parts: (Record<string, Part> | undefined)[]): Record<string, Part> =>
  Object.assign({}, ...parts);

export const relations = together(rooms.map((room) => room.relations));
export const buckets = together(rooms.map((room) => room.buckets));
export const functions = together(rooms.map((room) => room.functions));
export const schemas = together(rooms.map((room) => room.schemas));
export const readWithSecretKey = rooms.flatMap((room) => room.readWithSecretKey ?? []);

/** Schemas that the platform brings along. */
export const platformSchemas = ['auth', 'extensions', 'storage', 'supabase_migrations'];
