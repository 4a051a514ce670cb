// Who may do what with offers and vouchers beyond redeeming and taking, which first-path.ts has.
import {
  clients,
  everyone,
  forEveryone,
  forNobody,
  forResidents,
  forStaff,
  key,
  nobody,
  noRole,
  pair,
  type RoomPermissions,
  readOnly,
} from './words.ts';

export const rewards: RoomPermissions = {
  relations: {
    'public.reward_offers': readOnly(everyone('open'), {
      open: 'id in (select id from public.rewards where is_open)',
      behind: 'public.rewards',
    }),
  },
  buckets: {
    'reward-pictures': {
      settings: {
        public: true,
        file_size_limit: 2_097_152,
        allowed_mime_types: ['image/webp', 'image/jpeg'],
      },
      // A picture is fetched by its public address; nobody lists them.
      select: everyone('nothing'),
      insert: { ...nobody, editor: 'open' },
      update: everyone('nothing'),
      delete: everyone('nothing'),
      adds: {
        own: `insert into storage.objects (bucket_id, name)
          values ('reward-pictures', gen_random_uuid() || '/' || gen_random_uuid() || '.webp')`,
        others: `insert into storage.objects (bucket_id, name)
          values ('reward-pictures', gen_random_uuid() || '/../picture.svg')`,
      },
    },
  },
  functions: {
    ...pair('get_my_offers', '', '', forResidents('answers')),
    ...pair('cancel_redemption', 'uuid', key, forResidents('redemption_unknown')),
    ...pair('preview_cancellation', 'uuid', key, forResidents('answers')),
    ...pair('count_open_vouchers', 'uuid', key, forStaff('editor', 'answers')),
    'private.why_not_now(public.reward_kind,integer,date,date,timestamp with time zone)': {
      granted: clients,
      call: {
        sql: `select private.why_not_now('goods', 0, null, null, null)`,
        answer: forEveryone('answers'),
      },
    },
    'private.redeemed_by(uuid,uuid)': {
      granted: noRole,
      call: { sql: `select private.redeemed_by(${key}, ${key})`, answer: forNobody },
    },
    'private.redeemed_together(uuid,uuid,uuid)': {
      granted: noRole,
      call: { sql: `select private.redeemed_together(${key}, ${key}, ${key})`, answer: forNobody },
    },
    'private.refuse_over_quota(public.rewards,uuid,uuid)': { granted: noRole },
    'private.open_reward(uuid)': { granted: noRole },
    'private.give_voucher_back(public.redemptions,public.voucher_status,uuid)': { granted: noRole },
    'private.settle_vouchers(integer)': {
      granted: noRole,
      call: { sql: 'select private.settle_vouchers()', answer: forNobody },
    },
    'private.remind_vouchers(integer)': {
      granted: noRole,
      call: { sql: 'select private.remind_vouchers()', answer: forNobody },
    },
    'private.read_reward(uuid,jsonb)': { granted: noRole },
  },
};
