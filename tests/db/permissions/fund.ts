// Who may do what with the green-living fund: everyone looks, administrators write.
import {
  clients,
  everyone,
  forEveryone,
  forNobody,
  forStaff,
  noRole,
  pair,
  type RoomPermissions,
  readOnly,
} from './words.ts';

const look = { granted: clients, call: { sql: '', answer: forEveryone('answers') } };

export const fund: RoomPermissions = {
  relations: {
    'public.fund_pledges': readOnly(everyone('all'), {
      columns: {
        select: [
          'id',
          'kind',
          'sponsor_zh',
          'sponsor_en',
          'fen',
          'pledged_on',
          'withdrawn_at',
          'is_demo',
          'version',
          'changed_at',
        ],
      },
    }),
  },
  functions: {
    'public.get_fund()': {
      ...look,
      call: { ...look.call, sql: 'select * from public.get_fund()' },
    },
    'private.get_fund()': {
      ...look,
      call: { ...look.call, sql: 'select * from private.get_fund()' },
    },
    ...pair('get_fund_outlook', '', '', forStaff(['editor', 'administrator'], 'answers')),
    ...pair(
      'save_pledge',
      'uuid,integer,jsonb',
      `null, 0, '{}'`,
      forStaff('administrator', 'key_missing'),
    ),
    ...pair(
      'set_fund_terms',
      'integer,integer,integer,integer',
      '0, 0, 0, 0',
      forStaff('administrator', 'terms_invalid'),
    ),

    // For definer bodies.
    'private.fund_figures(boolean)': {
      granted: noRole,
      call: { sql: 'select * from private.fund_figures(true)', answer: forNobody },
    },
    'private.refuse_uncovered(bigint)': { granted: noRole },
    'private.coins_owed(timestamp with time zone)': { granted: noRole },
    'private.coins_committed(timestamp with time zone)': { granted: noRole },
    'private.coins_on_offer(public.rewards)': { granted: noRole },
  },
};
