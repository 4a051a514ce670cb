// Who may do what with the points where a code proves an action.
import { sql } from '../../support/database.ts';
import { newPoint } from '../../support/points.ts';
import {
  clients,
  closed,
  everyone,
  forEveryone,
  forStaff,
  key,
  noRole,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const shown = [
  'id',
  'handle',
  'action_code',
  'name_zh',
  'name_en',
  'town_code',
  'kind',
  'opens',
  'closes',
  'weekdays',
  'valid_from',
  'valid_until',
  'daily_limit',
  'latitude',
  'longitude',
  'radius_m',
  'is_open',
  'is_demo',
  'version',
  'changed_at',
];

export const points: RoomPermissions = {
  relations: {
    'public.action_points': readOnly(
      { ...everyone('open'), editor: 'all', administrator: 'all' },
      { open: 'is_open', columns: { select: shown } },
    ),
    'public.desk_points': readOnly(signedIn('nothing', { editor: 'all', administrator: 'all' }), {
      behind: 'public.action_points',
    }),
    'private.point_secrets': closed,
    'private.point_uses': closed,
  },
  functions: {
    'public.save_point(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select public.save_point(null, 0, '{}')`,
        answer: forStaff('editor', 'key_missing'),
      },
    },
    'private.save_point(uuid,integer,jsonb)': {
      granted: residents,
      call: {
        sql: `select private.save_point(null, 0, '{}')`,
        answer: forStaff('editor', 'key_missing'),
      },
    },
    'public.read_point_key(uuid)': {
      granted: residents,
      call: {
        sql: `select public.read_point_key(${key})`,
        answer: forStaff('editor', 'point_unknown'),
      },
    },
    'public.renew_point_key(uuid,integer)': {
      granted: residents,
      call: {
        sql: `select public.renew_point_key(${key}, 1)`,
        answer: forStaff('editor', 'point_unknown'),
      },
    },
    'private.point_key(uuid,integer)': {
      granted: residents,
      call: {
        sql: `select private.point_key(${key}, null)`,
        answer: forStaff('editor', 'point_unknown'),
      },
    },
    'public.get_point_generation(text)': {
      granted: clients,
      call: { sql: `select public.get_point_generation('2222')`, answer: forEveryone('answers') },
    },
    'private.point_generation(text)': { granted: clients },
    'private.point_uses_today()': { granted: residents },
    'private.give_point_secret()': { granted: noRole },
    'private.hmac_sha256(bytea,bytea)': { granted: noRole },
    'private.point_code(text,bytea,bigint)': { granted: noRole },
    'private.point_opens_at(public.action_points,timestamp with time zone)': { granted: noRole },
    'private.metres_between(double precision,double precision,double precision,double precision)': {
      granted: noRole,
    },
    'private.require_position(public.action_points,jsonb)': { granted: noRole },
    'private.use_point(public.action_points,uuid)': { granted: noRole },
    'private.check_onsite_code(uuid,text,text,jsonb)': { granted: noRole },
    'private.forget_point_uses()': { granted: noRole },
    'private.read_day(jsonb,text)': { granted: noRole },
    'private.read_time(jsonb,text)': { granted: noRole },
    'private.read_degrees(jsonb,text,integer)': { granted: noRole },
    'private.read_weekdays(jsonb)': { granted: noRole },
    'private.read_point(jsonb)': { granted: noRole },
  },
  async leaveTraces({ id }) {
    const point = await newPoint('base-visit');
    await newPoint('base-visit', { is_open: false });
    await sql`insert into private.point_uses (point_id, used_on, resident_id)
      values (${point.id}, private.shanghai_day(), ${id})`;
  },
};
