// Who may do what: the whole of it, room by room, each to be read from top to bottom.
// permissions.test.ts tries every line and fails when the database has something that is not listed
// here, or the other way round.
import { books } from './permissions/books.ts';
import { calendar } from './permissions/calendar.ts';
import { coins } from './permissions/coins.ts';
import { desk } from './permissions/desk.ts';
import { education } from './permissions/education.ts';
import { educationLists } from './permissions/education-lists.ts';
import { feedback } from './permissions/feedback.ts';
import { firstPath } from './permissions/first-path.ts';
import { fund } from './permissions/fund.ts';
import { greenCells } from './permissions/green-cells.ts';
import { imports } from './permissions/imports.ts';
import { inbox } from './permissions/inbox.ts';
import { merchant } from './permissions/merchant.ts';
import { moderation } from './permissions/moderation.ts';
import { points } from './permissions/points.ts';
import { prices } from './permissions/prices.ts';
import { rewards } from './permissions/rewards.ts';
import { satisfaction } from './permissions/satisfaction.ts';
import { surveys } from './permissions/surveys.ts';
import { transparency } from './permissions/transparency.ts';
import { waves } from './permissions/waves.ts';
import type { RoomPermissions } from './permissions/words.ts';

export const rooms: RoomPermissions[] = [
  firstPath,
  coins,
  merchant,
  fund,
  imports,
  inbox,
  moderation,
  education,
  educationLists,
  feedback,
  calendar,
  desk,
  greenCells,
  points,
  prices,
  books,
  rewards,
  surveys,
  satisfaction,
  transparency,
  waves,
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
