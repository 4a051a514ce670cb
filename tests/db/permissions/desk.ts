// Who may do what at the bureau's desk: what its lists show, and what is taken away from them.
import {
  type Actor,
  forStaff,
  noRole,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const console: Actor[] = [
  'moderator',
  'townModerator',
  'editor',
  'host',
  'analyst',
  'administrator',
];

export const desk: RoomPermissions = {
  relations: {
    'public.desk_action_logs': readOnly(
      signedIn('nothing', { moderator: 'all', townModerator: 'scope' }),
      {
        behind: 'public.action_logs',
        scope: `(resident_id = $1 or town_code = 'fotang')`,
      },
    ),
    'public.desk_merchants': readOnly(
      signedIn('nothing', { editor: 'all', administrator: 'all' }),
      {
        behind: 'public.merchants',
      },
    ),
  },
  functions: {
    'public.record_export(text,text,integer,text)': {
      granted: residents,
      call: {
        sql: `select public.record_export('test', 'csv', 1, '')`,
        answer: forStaff(console, 'answers'),
      },
    },
    'private.record_export(text,text,integer,text)': {
      granted: residents,
      call: {
        sql: `select private.record_export('test', 'pdf', 1, '')`,
        answer: forStaff(console, 'export_invalid'),
      },
    },
    'private.require_console()': { granted: noRole },
  },
};
