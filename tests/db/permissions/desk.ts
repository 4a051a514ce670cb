// Who may do what at the bureau's desk: what its lists show, and what is taken away from them.
import {
  type Actor,
  forResidents,
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
  'interviewer',
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
    'public.desk_rewards': readOnly(signedIn('nothing', { editor: 'all', administrator: 'all' }), {
      behind: 'public.rewards',
    }),
    'public.desk_prices': readOnly(
      signedIn('nothing', { editor: 'all', analyst: 'all', administrator: 'all' }),
      { behind: 'public.price_list' },
    ),
    'public.desk_waves': readOnly(signedIn('nothing', { analyst: 'all', interviewer: 'open' }), {
      behind: 'public.survey_waves',
      open: `announced_at is not null and series = 'sampled'`,
    }),
    'public.desk_staff': readOnly(signedIn('nothing', { administrator: 'all' }), {
      behind: 'public.staff_roles',
    }),
    'public.audit_view': readOnly(signedIn('nothing', { administrator: 'all' }), {
      behind: 'public.audit_entries',
    }),
  },
  functions: {
    'public.save_merchant(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select public.save_merchant(null, 0, '{}')`,
        answer: forStaff('editor', 'key_missing'),
      },
    },
    'private.save_merchant(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select private.save_merchant(null, 0, '{}')`,
        answer: forStaff('editor', 'key_missing'),
      },
    },
    'public.save_reward(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select public.save_reward(null, 0, '{}')`,
        answer: forStaff('editor', 'key_missing'),
      },
    },
    'private.save_reward(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select private.save_reward(null, 0, '{}')`,
        answer: forStaff('editor', 'key_missing'),
      },
    },
    'private.staff_emails()': { granted: residents },
    'private.staff_directory()': { granted: residents },
    'private.begin_stock()': { granted: noRole },
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
    'public.get_desk_today()': {
      granted: residents,
      call: { sql: 'select * from public.get_desk_today()', answer: forResidents('answers') },
    },
    'private.require_console()': { granted: noRole },
  },
};
