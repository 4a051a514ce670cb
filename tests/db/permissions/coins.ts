// Who may do what with wallets, transfers and envelopes.
import { sql } from '../../support/database.ts';
import {
  type Callable,
  clients,
  closed,
  forEveryone,
  forNobody,
  forStaff,
  key,
  noRole,
  own,
  type Relation,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const relations: Record<string, Relation> = {
  'ledger.wallets': readOnly(signedIn('own'), { own }),
  'ledger.transfers': readOnly(signedIn('own'), {
    own,
    columns: {
      select: [
        'id',
        'resident_id',
        'debit',
        'credit',
        'amount',
        'kind',
        'vintage',
        'older',
        'corrects_id',
        'action_code',
        'reference',
        'posted_at',
        'receipt',
      ],
    },
  }),
  'public.my_wallet': readOnly(signedIn('own'), { own, behind: 'ledger.wallets' }),
  'public.my_transfers': readOnly(signedIn('own'), { own, behind: 'ledger.transfers' }),
  'ledger.city_envelopes': closed,
  'ledger.envelopes': closed,
  'ledger.envelope_shards': closed,
  'ledger.reminders': closed,
  'public.adjustments': readOnly(signedIn('nothing', { administrator: 'all' })),
  'public.desk_adjustments': readOnly(signedIn('nothing', { administrator: 'all' }), {
    behind: 'public.adjustments',
  }),
};

const functions: Record<string, Callable> = {
  'ledger.coins_per_year()': { granted: clients },
  'public.get_coins_per_year()': {
    granted: clients,
    call: { sql: 'select public.get_coins_per_year()', answer: forEveryone('answers') },
  },

  // Adjustments by hand.
  'public.request_adjustment(uuid,text,bigint,text)': {
    granted: residents,
    call: {
      sql: `select public.request_adjustment(${key}, 'nobody@example.com', 1, 'x')`,
      answer: forStaff('administrator', 'account_unknown'),
    },
  },
  'private.request_adjustment(uuid,text,bigint,text)': {
    granted: residents,
    call: {
      sql: `select private.request_adjustment(${key}, 'nobody@example.com', 1, 'x')`,
      answer: forStaff('administrator', 'account_unknown'),
    },
  },
  'public.decide_adjustment(uuid,boolean,text)': {
    granted: residents,
    call: {
      sql: `select public.decide_adjustment(${key}, true)`,
      answer: forStaff('administrator', 'adjustment_unknown'),
    },
  },
  'private.decide_adjustment(uuid,boolean,text)': {
    granted: residents,
    call: {
      sql: `select private.decide_adjustment(${key}, true, '')`,
      answer: forStaff('administrator', 'adjustment_unknown'),
    },
  },
  'private.adjustment_emails()': { granted: residents },
  'public.set_city_envelope(integer,bigint,bigint)': {
    granted: residents,
    call: {
      sql: `select * from public.set_city_envelope(1999, 1, 1)`,
      answer: forStaff('administrator', 'content_invalid'),
    },
  },
  'private.set_city_envelope(integer,bigint,bigint)': {
    granted: residents,
    call: {
      sql: `select * from private.set_city_envelope(1999, 1, 1)`,
      answer: forStaff('administrator', 'content_invalid'),
    },
  },
  'public.set_envelope(integer,text,bigint,bigint)': {
    granted: residents,
    call: {
      sql: `select * from public.set_envelope(1999, 'waste-sorting', 1, 1)`,
      answer: forStaff('administrator', 'content_invalid'),
    },
  },
  'private.set_envelope(integer,text,bigint,bigint)': {
    granted: residents,
    call: {
      sql: `select * from private.set_envelope(1999, 'waste-sorting', 1, 1)`,
      answer: forStaff('administrator', 'content_invalid'),
    },
  },
  'public.get_envelopes(integer)': {
    granted: residents,
    call: {
      sql: `select * from public.get_envelopes(1999)`,
      answer: forStaff('administrator', 'answers'),
    },
  },
  'private.get_envelopes(integer)': {
    granted: residents,
    call: {
      sql: `select * from private.get_envelopes(1999)`,
      answer: forStaff('administrator', 'answers'),
    },
  },
  'private.refuse_other_years(integer)': { granted: noRole },
  'private.refuse_other_total(bigint,bigint)': { granted: noRole },
  'private.post_adjustment(public.adjustments)': { granted: noRole },

  // For the jobs of the site.
  'public.lapse_coins()': {
    granted: ['service_role'],
    call: { sql: 'select * from public.lapse_coins()', answer: forNobody },
  },
  'private.lapse_coins()': {
    granted: ['service_role'],
    call: { sql: 'select * from private.lapse_coins()', answer: forNobody },
  },
  'ledger.lapse_due(integer)': { granted: noRole },
  'ledger.remind_of_lapsing(integer,timestamp with time zone)': { granted: noRole },

  // For operators with the secret key.
  'ledger.verify_envelopes()': { granted: ['service_role'] },
  'ledger.envelope_left(smallint,text)': { granted: ['service_role'] },

  // For definer bodies and triggers: no role is let in.
  'ledger.post_transfer(uuid,ledger.transfer_kind,ledger.account,ledger.account,bigint,text,text,uuid,bigint,text)':
    {
      granted: noRole,
      call: {
        sql: `select ledger.post_transfer(auth.uid(), 'award', 'issuance', 'wallet', 1000000, 'x', 'award:x',
          null, null, 'x')`,
        answer: forNobody,
      },
    },
  'ledger.award(uuid,text,bigint,text,text,uuid)': {
    granted: noRole,
    call: {
      sql: `select ledger.award(auth.uid(), 'clean-plate', 10, 'x', 'award:x', null)`,
      answer: forNobody,
    },
  },
  'ledger.pay(uuid,smallint,text,bigint,text,text,uuid)': {
    granted: noRole,
    call: {
      sql: `select ledger.pay(auth.uid(), ledger.year_of(), 'clean-plate', 10, 'x', 'award:x', null)`,
      answer: forNobody,
    },
  },
  'ledger.take_back(uuid,bigint,text,text,uuid)': {
    granted: noRole,
    call: {
      sql: `select ledger.take_back(auth.uid(), 1, 'x', 'reverse:x', null)`,
      answer: forNobody,
    },
  },
  'ledger.lock_wallets(uuid[],text)': {
    granted: noRole,
    call: { sql: `select ledger.lock_wallets(array[auth.uid()], 'x')`, answer: forNobody },
  },
  'ledger.turn_wallet(uuid,smallint)': { granted: noRole },
  'ledger.post_award(uuid,smallint,text,bigint,text,text,uuid)': { granted: noRole },
  'ledger.draw(smallint,text,bigint)': { granted: noRole },
  'ledger.draw_across_shards(smallint,text,bigint)': { granted: noRole },
  'ledger.enter_books()': { granted: noRole },
  'ledger.year_of(timestamp with time zone)': { granted: noRole },
  'ledger.makes_sense(ledger.transfers)': { granted: noRole },
  'ledger.open_wallet()': { granted: noRole },
};

export const coins: RoomPermissions = {
  relations,
  functions,
  schemas: { ledger: ['anon', 'authenticated', 'service_role'] },
  readWithSecretKey: [
    'ledger.wallets',
    'ledger.transfers',
    'ledger.city_envelopes',
    'ledger.envelopes',
    'ledger.envelope_shards',
  ],
  async leaveTraces() {
    await sql`insert into ledger.reminders (year) values (2000) on conflict do nothing`;
    await sql`insert into public.adjustments (id, resident_id, change, reason, requested_by)
      values (gen_random_uuid(), gen_random_uuid(), 5, '测试', gen_random_uuid())`;
  },
};
