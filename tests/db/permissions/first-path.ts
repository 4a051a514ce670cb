// Who may do what among what came first: residents, green actions, rewards, surveys, staff.
import {
  allRoles,
  type Bucket,
  type Callable,
  clients,
  closed,
  everyone,
  forEveryone,
  forNobody,
  forResidents,
  forStaff,
  key,
  noRole,
  own,
  type Relation,
  type Role,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const relations: Record<string, Relation> = {
  // Reference and catalogue: for everyone to read, for the project owner to write.
  'public.towns': readOnly(everyone('all')),
  'public.green_actions': readOnly(everyone('all')),
  'public.merchants': readOnly(everyone('all'), {
    columns: {
      select: [
        'id',
        'name_zh',
        'name_en',
        'town_code',
        'address_zh',
        'address_en',
        'accessibility_zh',
        'accessibility_en',
        'step_free',
        'closed_at',
        'is_demo',
        'version',
        'changed_at',
      ],
    },
  }),
  'public.rewards': readOnly(
    { ...everyone('open'), editor: 'all', administrator: 'all' },
    {
      open: 'is_open',
      columns: {
        select: [
          'id',
          'kind',
          'merchant_id',
          'name_zh',
          'name_en',
          'detail_zh',
          'detail_en',
          'price',
          'stock',
          'stocked',
          'quota_per_resident',
          'quota_per_household',
          'valid_from',
          'valid_until',
          'picture',
          'picture_alt_zh',
          'picture_alt_en',
          'is_open',
          'is_demo',
          'version',
          'changed_at',
        ],
      },
    },
  ),

  // Residents and what is theirs.
  'public.profiles': {
    ...closed,
    select: signedIn('own'),
    update: signedIn('own'),
    own,
    columns: { update: ['display_name', 'town_code', 'locale', 'wants_mail'] },
  },
  'public.consents': {
    ...closed,
    select: signedIn('own'),
    insert: signedIn('own'),
    own,
    columns: { insert: ['document', 'version'] },
    adds: {
      own: `insert into public.consents (document, version) values ('privacy', '2031-01-01')`,
      others: `insert into public.consents (resident_id, document, version)
        values ($2, 'privacy', '2031-01-01')`,
    },
  },
  'public.action_logs': readOnly(signedIn('own', { moderator: 'all', townModerator: 'scope' }), {
    own,
    scope: `(resident_id = $1 or town_code = 'fotang')`,
    // Nor does it say itself whose its rows are.
    behind: 'public.action_logs',
    columns: {
      select: [
        'id',
        'action_code',
        'note',
        'has_photo',
        'town_code',
        'coins',
        'status',
        'reason',
        'reason_note',
        'logged_at',
        'logged_on',
        'decided_at',
      ],
    },
  }),
  'public.redemptions': readOnly(signedIn('own'), {
    own,
    columns: {
      select: [
        'id',
        'resident_id',
        'reward_id',
        'merchant_id',
        'price',
        'transfer_id',
        'voucher_code',
        'status',
        'issued_at',
        'expires_at',
        'used_at',
        'settled_at',
      ],
    },
  }),

  // Staff.
  'public.staff_roles': readOnly(signedIn('own'), { own }),
  'public.moderation_decisions': readOnly(
    signedIn('nothing', { moderator: 'all', townModerator: 'all', administrator: 'all' }),
  ),
  'public.audit_entries': readOnly(signedIn('nothing', { administrator: 'all' })),

  // What no client reaches at all.
  'private.settings': closed,
  'private.staff_sessions': closed,
};

/** Buckets of the storage: rows of storage.objects, whose grants are the platform's own. */
const buckets: Record<string, Bucket> = {
  evidence: {
    settings: {
      public: false,
      file_size_limit: 2_097_152,
      allowed_mime_types: ['image/webp', 'image/jpeg'],
    },
    select: {
      ...signedIn('own'),
      anonymous: 'nothing',
    },
    insert: signedIn('own'),
    update: everyone('nothing'),
    delete: everyone('nothing'),
    own: `name like $1 || '/%'`,
    adds: {
      own: `insert into storage.objects (bucket_id, name) values ('evidence', $1 || '/added.webp')`,
      others: `insert into storage.objects (bucket_id, name) values ('evidence', $2 || '/added.webp')`,
    },
  },
};

/** Schemas that are ours, and the roles that may look into them. Nobody may add to them. */
const schemas: Record<string, Role[]> = {
  public: ['anon', 'authenticated', 'service_role'],
  private: ['anon', 'authenticated', 'service_role'],
};

const functions: Record<string, Callable> = {
  // What the site calls.
  'public.get_migration_version()': {
    granted: clients,
    call: { sql: 'select public.get_migration_version()', answer: forEveryone('answers') },
  },
  'public.log_green_action(text,uuid,text,text,text,jsonb,uuid)': {
    granted: residents,
    call: {
      sql: `select public.log_green_action('none', ${key})`,
      answer: forResidents('action_unknown'),
    },
  },
  'public.redeem_reward(uuid,uuid,bigint)': {
    granted: residents,
    call: {
      sql: `select public.redeem_reward(${key}, ${key})`,
      answer: forResidents('reward_unknown'),
    },
  },
  'public.decide_action_log(uuid,boolean,public.rejection_reason,text)': {
    granted: residents,
    call: {
      sql: `select public.decide_action_log(${key}, true)`,
      answer: forStaff(['moderator', 'townModerator'], 'log_unknown'),
    },
  },
  'public.read_evidence(uuid)': {
    granted: residents,
    call: {
      sql: `select public.read_evidence(${key})`,
      answer: forStaff(['moderator', 'townModerator'], 'log_unknown'),
    },
  },
  'public.take_voucher(text,uuid)': {
    granted: residents,
    call: {
      sql: `select public.take_voucher('none', ${key})`,
      answer: forStaff('merchant', 'voucher_unknown'),
    },
  },
  'public.list_taken_vouchers()': {
    granted: residents,
    call: {
      sql: 'select * from public.list_taken_vouchers()',
      answer: forStaff('merchant', 'answers'),
    },
  },
  'public.grant_staff_role(text,public.staff_role,uuid,uuid,text)': {
    granted: residents,
    call: {
      sql: `select public.grant_staff_role('nobody@example.com', 'analyst')`,
      answer: forStaff('administrator', 'account_unknown'),
    },
  },
  'public.revoke_staff_role(uuid)': {
    granted: residents,
    call: {
      sql: `select public.revoke_staff_role(${key})`,
      answer: forStaff('administrator', 'answers'),
    },
  },
  'public.list_staff()': {
    granted: residents,
    call: {
      sql: 'select * from public.list_staff()',
      answer: forStaff('administrator', 'answers'),
    },
  },

  'public.enter_console()': {
    granted: residents,
    call: { sql: 'select * from public.enter_console()', answer: forResidents('answers') },
  },

  // Their bodies. A call past the wrapper meets the same gate.
  'private.migration_version()': { granted: clients },
  'private.log_of_key(uuid,uuid,text,text,text)': { granted: noRole },
  'private.forget_logs()': { granted: noRole },
  'private.log_green_action(text,uuid,text,text,text,jsonb,uuid)': {
    granted: residents,
    call: {
      sql: `select private.log_green_action('none', ${key}, '', null, null, null, null)`,
      answer: forResidents('action_unknown'),
    },
  },
  'private.redeem_reward(uuid,uuid,bigint)': {
    granted: residents,
    call: {
      sql: `select private.redeem_reward(${key}, ${key}, null)`,
      answer: forResidents('reward_unknown'),
    },
  },
  'private.decide_action_log(uuid,boolean,public.rejection_reason,text)': {
    granted: residents,
    call: {
      sql: `select private.decide_action_log(${key}, true, null, '')`,
      answer: forStaff(['moderator', 'townModerator'], 'log_unknown'),
    },
  },
  'private.read_evidence(uuid)': {
    granted: residents,
    call: {
      sql: `select private.read_evidence(${key})`,
      answer: forStaff(['moderator', 'townModerator'], 'log_unknown'),
    },
  },
  'private.take_voucher(text,uuid)': {
    granted: residents,
    call: {
      sql: `select private.take_voucher('none', ${key})`,
      answer: forStaff('merchant', 'voucher_unknown'),
    },
  },
  'private.list_taken_vouchers()': {
    granted: residents,
    call: {
      sql: 'select * from private.list_taken_vouchers()',
      answer: forStaff('merchant', 'answers'),
    },
  },
  'private.grant_staff_role(text,public.staff_role,uuid,uuid,text)': {
    granted: residents,
    call: {
      sql: `select private.grant_staff_role('nobody@example.com', 'analyst', null, null, null)`,
      answer: forStaff('administrator', 'account_unknown'),
    },
  },
  'private.revoke_staff_role(uuid)': {
    granted: residents,
    call: {
      sql: `select private.revoke_staff_role(${key})`,
      answer: forStaff('administrator', 'answers'),
    },
  },
  'private.list_staff()': {
    granted: residents,
    call: {
      sql: 'select * from private.list_staff()',
      answer: forStaff('administrator', 'answers'),
    },
  },

  'private.enter_console()': {
    granted: residents,
    call: { sql: 'select * from private.enter_console()', answer: forResidents('answers') },
  },

  // Helpers that policies, bodies and defaults of columns need.
  'private.shanghai_day(timestamp with time zone)': { granted: allRoles },
  'private.shanghai_midnight(date)': { granted: allRoles },
  'private.refuse(text,integer,text,jsonb)': { granted: allRoles },
  'private.require_resident()': { granted: ['authenticated', 'service_role'] },
  'private.has_role(public.staff_role)': { granted: ['authenticated', 'service_role'] },
  'private.require_role(public.staff_role)': { granted: ['authenticated', 'service_role'] },
  'private.require_role_at(public.staff_role,uuid,text)': {
    granted: ['authenticated', 'service_role'],
  },
  'private.holds_everywhere(public.staff_role)': { granted: ['authenticated', 'service_role'] },
  'private.role_bases(public.staff_role)': { granted: ['authenticated', 'service_role'] },
  'private.role_towns(public.staff_role)': { granted: ['authenticated', 'service_role'] },

  'private.has_opened_evidence(text)': {
    granted: residents,
    call: { sql: `select private.has_opened_evidence('x')`, answer: forResidents('answers') },
  },

  // For definer bodies, triggers and the project owner: no role is let in.
  'private.appoint_first_administrator(text)': {
    granted: noRole,
    call: {
      sql: `select private.appoint_first_administrator('nobody@example.com')`,
      answer: forNobody,
    },
  },
  'private.record_audit(text,text,text,jsonb,jsonb,jsonb)': {
    granted: noRole,
    call: { sql: `select private.record_audit('forged', 'forged', 'forged')`, answer: forNobody },
  },
  'private.new_code(integer)': {
    granted: noRole,
    call: { sql: 'select private.new_code(12)', answer: forNobody },
  },
  'private.code_check_character(text)': { granted: noRole },
  'private.require_merchant()': {
    granted: noRole,
    call: { sql: 'select private.require_merchant()', answer: forNobody },
  },
  'private.require_proof(uuid,public.action_prices,text,text,jsonb)': { granted: noRole },
  'private.session_claim(text)': { granted: noRole },
  'private.staff_session_problem()': { granted: noRole },
  'private.refuse_session_problem()': { granted: noRole },
  'private.mark_staff_seen()': {
    granted: noRole,
    call: { sql: 'select private.mark_staff_seen()', answer: forNobody },
  },
  'private.request_header(text)': { granted: noRole },
  'private.request_address()': {
    granted: noRole,
    call: { sql: 'select private.request_address()', answer: forNobody },
  },
  'private.keep_residents()': { granted: ['authenticated', 'service_role'] },
  'private.let_residents_leave()': { granted: noRole },
  'private.is_trusted_server(text,inet[])': { granted: noRole },
  'private.require_scope(public.staff_role,uuid,uuid,text)': { granted: noRole },
  'private.refuse_newer_version(integer,integer,timestamp with time zone,uuid)': {
    granted: noRole,
  },
  'private.raise_version()': { granted: noRole },
  'private.open_profile()': { granted: noRole },
  'private.refuse_change()': { granted: noRole },
};

export const firstPath: RoomPermissions = {
  relations,
  buckets,
  schemas,
  functions,
};
