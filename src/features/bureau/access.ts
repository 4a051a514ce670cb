import type { Enums } from '../../lib/database.types';

type Role = Enums<'staff_role'>;

/** The rooms of the console in the order of its menu, and whose they are. */
const roomRoles = {
  today: ['moderator', 'editor', 'analyst', 'interviewer', 'host', 'administrator'],
  moderation: ['moderator'],
  feedback: ['moderator', 'editor'],
  events: ['host', 'editor'],
  bases: ['host', 'editor'],
  rewards: ['editor', 'administrator'],
  merchants: ['editor', 'administrator'],
  cells: ['editor', 'administrator'],
  points: ['editor', 'administrator'],
  partners: ['administrator'],
  imports: ['administrator'],
  prices: ['editor', 'analyst', 'administrator'],
  envelopes: ['administrator'],
  adjustments: ['administrator'],
  settlements: ['administrator'],
  fund: ['administrator'],
  questionnaires: ['analyst'],
  waves: ['analyst', 'interviewer'],
  satisfaction: ['analyst', 'administrator'],
  report: ['editor', 'analyst', 'administrator'],
  people: ['administrator'],
  audit: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Room = keyof typeof roomRoles;
export const rooms = Object.keys(roomRoles) as Room[];

/** The path of a room, without language. */
export const pathOf = (room: Room): string => (room === 'today' ? '/bureau/' : `/bureau/${room}/`);

/** Whether somebody with these roles may enter a room. */
export const mayEnter = (room: Room, roles: readonly Role[]): boolean =>
  roles.some((role) => (roomRoles[room] as readonly Role[]).includes(role));

/** The rooms that somebody's roles open. */
export const roomsOf = (roles: readonly Role[]): Room[] =>
  rooms.filter((room) => mayEnter(room, roles));

/** Whether somebody with these roles has a part in the console. */
export const worksInConsole = (roles: readonly Role[]): boolean => mayEnter('today', roles);

/** Whether somebody with these roles writes the catalogue; administrators only look at it. */
export const mayEdit = (roles: readonly Role[]): boolean => roles.includes('editor');
