// Who may do what with the price list: everyone reads it, administrators announce what changes.
import { sql } from '../../support/database.ts';
import {
  closed,
  everyone,
  forNobody,
  forResidents,
  forStaff,
  noRole,
  type RoomPermissions,
  readOnly,
  residents,
} from './words.ts';

const announcing = `'clean-plate', '2026-01-01', '{}'`;

export const prices: RoomPermissions = {
  relations: {
    'public.action_prices': readOnly(everyone('all'), {
      columns: {
        select: [
          'action_code',
          'valid_from',
          'coins',
          'proof',
          'review',
          'daily_cap',
          'weekly_cap',
          'yearly_cap',
          'cool_down_hours',
          'minimum_quantity',
          'announced_at',
          'note_zh',
          'note_en',
        ],
      },
    }),
    'public.price_list': readOnly(everyone('all'), { behind: 'public.green_actions' }),
    'private.price_news': closed,
  },
  functions: {
    'public.get_my_limits()': {
      granted: residents,
      call: { sql: 'select * from public.get_my_limits()', answer: forResidents('answers') },
    },
    'private.get_my_limits()': {
      granted: residents,
      call: { sql: 'select * from private.get_my_limits()', answer: forResidents('answers') },
    },
    'public.get_my_logs(uuid)': {
      granted: residents,
      call: { sql: 'select * from public.get_my_logs()', answer: forResidents('answers') },
    },
    'private.get_my_logs(uuid)': {
      granted: residents,
      call: { sql: 'select * from private.get_my_logs(null)', answer: forResidents('answers') },
    },
    'public.announce_price(text,date,jsonb)': {
      granted: residents,
      call: {
        sql: `select public.announce_price(${announcing})`,
        answer: forStaff('administrator', 'content_invalid'),
      },
    },
    'private.announce_price(text,date,jsonb)': {
      granted: residents,
      call: {
        sql: `select private.announce_price(${announcing})`,
        answer: forStaff('administrator', 'content_invalid'),
      },
    },
    'public.withdraw_price(text,date)': {
      granted: residents,
      call: {
        sql: `select public.withdraw_price('clean-plate', '2026-01-01')`,
        answer: forStaff('administrator', 'price_in_force'),
      },
    },
    'private.withdraw_price(text,date)': {
      granted: residents,
      call: {
        sql: `select private.withdraw_price('clean-plate', '2026-01-01')`,
        answer: forStaff('administrator', 'price_in_force'),
      },
    },
    'public.get_price_outlook(text)': {
      granted: residents,
      call: {
        sql: `select * from public.get_price_outlook('clean-plate')`,
        answer: forStaff('administrator', 'answers'),
      },
    },
    'private.get_price_outlook(text)': {
      granted: residents,
      call: {
        sql: `select * from private.get_price_outlook('clean-plate')`,
        answer: forStaff('administrator', 'answers'),
      },
    },
    'private.tell_price_changes(integer)': {
      granted: noRole,
      call: { sql: 'select private.tell_price_changes()', answer: forNobody },
    },
    'private.price_on(text,date)': {
      granted: noRole,
      call: { sql: `select private.price_on('clean-plate', '2026-11-24')`, answer: forNobody },
    },
    'private.limits_of(uuid,public.action_prices,date,bigint)': { granted: noRole },
    'private.refuse_over_limit(private.action_limits)': { granted: noRole },
    'private.read_price(jsonb)': { granted: noRole },
    'private.is_same_price(public.action_prices,public.action_prices)': { granted: noRole },
    'private.keep_prices()': { granted: noRole },
  },
  leaveTraces: async () => {
    await sql`
      insert into private.price_news (action_code, valid_from, kind, values, done_at)
      values ('clean-plate', '2026-01-01', 'price_change', '{}', now())`;
  },
};
