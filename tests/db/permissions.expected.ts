// Who may do what: the whole of it, to be read from top to bottom. permissions.test.ts tries every
// line and fails when the database has something that is not listed here, or the other way round.

export const actors = [
  'anonymous',
  'owner',
  'resident',
  'merchant',
  'moderator',
  'analyst',
  'administrator',
] as const;
export type Actor = (typeof actors)[number];

/**
 * What somebody reaches of a table.
 * refused: PostgreSQL says 42501. nothing: it may be asked, and no row is theirs.
 * own: their own rows. open: rows that are open. all: every row.
 */
export type Reach = 'refused' | 'nothing' | 'own' | 'open' | 'all';
type Reaches = Record<Actor, Reach>;

const everyone = (reach: Reach): Reaches =>
  Object.fromEntries(actors.map((actor) => [actor, reach])) as Reaches;
const nobody = everyone('refused');
/** Everybody with an account, the staff among them as residents; some of the staff differ. */
const signedIn = (reach: Reach, staff: Partial<Reaches> = {}): Reaches => ({
  ...everyone(reach),
  anonymous: 'refused',
  ...staff,
});

export interface Relation {
  select: Reaches;
  insert: Reaches;
  update: Reaches;
  delete: Reaches;
  /** Which rows are somebody's own; $1 is their id. */
  own?: string;
  /** Which rows are open. */
  open?: string;
  /** The table behind a view, where its rows are counted. */
  behind?: string;
  /** Columns that may be named; where left out, all of them. */
  columns?: { select?: string[]; insert?: string[]; update?: string[] };
  /** A row that somebody ($1) adds for themselves, and one for somebody else ($2). */
  adds?: { own: string; others: string };
}

const closed = { select: nobody, insert: nobody, update: nobody, delete: nobody };
const readOnly = (select: Reaches, rest: Partial<Relation> = {}): Relation => ({
  ...closed,
  select,
  ...rest,
});
const own = 'resident_id = $1';

export const relations: Record<string, Relation> = {
  // Reference and catalogue: for everyone to read, for the project owner to write.
  'public.towns': readOnly(everyone('all')),
  'public.green_actions': readOnly(everyone('all')),
  'public.merchants': readOnly(everyone('all')),
  'public.rewards': readOnly(everyone('open'), { open: 'is_open' }),
  'public.survey_waves': readOnly(everyone('all')),
  'public.survey_questions': readOnly(everyone('all')),

  // Residents and what is theirs.
  'public.profiles': {
    ...closed,
    select: signedIn('own'),
    update: signedIn('own'),
    own,
    columns: { update: ['display_name', 'town_code'] },
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
  'public.action_logs': readOnly(signedIn('own', { moderator: 'all' }), { own }),
  'public.redemptions': readOnly(signedIn('own'), {
    own,
    columns: {
      select: [
        'id',
        'resident_id',
        'reward_id',
        'merchant_id',
        'price',
        'voucher_code',
        'status',
        'issued_at',
        'expires_at',
        'used_at',
      ],
    },
  }),
  'ledger.wallets': readOnly(signedIn('own'), { own }),
  'ledger.transfers': readOnly(signedIn('own'), {
    own,
    columns: {
      select: ['id', 'resident_id', 'debit', 'credit', 'amount', 'kind', 'reference', 'posted_at'],
    },
  }),
  'public.my_wallet': readOnly(signedIn('own'), { own, behind: 'ledger.wallets' }),
  'public.my_transfers': readOnly(signedIn('own'), { own, behind: 'ledger.transfers' }),

  // Staff.
  'public.staff_roles': readOnly(signedIn('own'), { own }),
  'public.moderation_decisions': readOnly(
    signedIn('nothing', { moderator: 'all', administrator: 'all' }),
  ),
  'public.audit_entries': readOnly(signedIn('nothing', { administrator: 'all' })),

  // What no client reaches at all.
  'private.onsite_codes': closed,
  'survey_private.answers': closed,
  'survey_private.issuances': closed,
};

/** Buckets of the storage: rows of storage.objects, whose grants are the platform's own. */
export const buckets: Record<string, Relation & { settings: Record<string, unknown> }> = {
  evidence: {
    settings: {
      public: false,
      file_size_limit: 2_097_152,
      allowed_mime_types: ['image/webp', 'image/jpeg'],
    },
    select: { ...signedIn('own', { moderator: 'all' }), anonymous: 'nothing' },
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
export const schemas: Record<string, Role[]> = {
  public: ['anon', 'authenticated', 'service_role'],
  private: ['anon', 'authenticated', 'service_role'],
  ledger: ['anon', 'authenticated', 'service_role'],
  survey_private: ['anon', 'authenticated'],
};

/** Schemas that the platform brings along. */
export const platformSchemas = ['auth', 'extensions', 'storage', 'supabase_migrations'];

export const roles = ['anon', 'authenticated', 'service_role'] as const;
export type Role = (typeof roles)[number];

/** Tables that the secret key reads; it writes none. */
export const readWithSecretKey = ['ledger.wallets', 'ledger.transfers'];

const clients: Role[] = ['anon', 'authenticated'];
const residents: Role[] = ['authenticated'];
const allRoles: Role[] = [...roles];
const noRole: Role[] = [];

/**
 * What a call answers: "answers" if it runs, "permission denied" if PostgreSQL refuses it, otherwise
 * the code of the refusal. The arguments are such that whoever is let in meets the code named here.
 */
interface Call {
  sql: string;
  answer: Record<Actor, string>;
}

const forEveryone = (answer: string): Call['answer'] =>
  Object.fromEntries(actors.map((actor) => [actor, answer])) as Call['answer'];
const forResidents = (answer: string): Call['answer'] => ({
  ...forEveryone(answer),
  anonymous: 'permission denied',
});
/** One role of staff gets in; to all others with an account it is as if nothing were there. */
const forStaff = (actor: Actor, answer: string): Call['answer'] => ({
  ...forResidents('not_found'),
  [actor]: answer,
});
const forNobody = forEveryone('permission denied');

export interface Callable {
  granted: Role[];
  /** Left out where nothing more is learnt from calling than from the grant. */
  call?: Call;
}

const key = `'00000000-0000-4000-8000-000000000000'`;

export const functions: Record<string, Callable> = {
  // What the site calls.
  'public.get_coin_totals()': {
    granted: clients,
    call: { sql: 'select * from public.get_coin_totals()', answer: forEveryone('answers') },
  },
  'public.get_satisfaction_tallies()': {
    granted: clients,
    call: {
      sql: 'select * from public.get_satisfaction_tallies()',
      answer: forEveryone('answers'),
    },
  },
  'public.get_migration_version()': {
    granted: clients,
    call: { sql: 'select public.get_migration_version()', answer: forEveryone('answers') },
  },
  'public.log_green_action(text,uuid,text,text,text)': {
    granted: residents,
    call: {
      sql: `select public.log_green_action('none', ${key})`,
      answer: forResidents('action_unknown'),
    },
  },
  'public.redeem_reward(uuid,uuid)': {
    granted: residents,
    call: {
      sql: `select public.redeem_reward(${key}, ${key})`,
      answer: forResidents('reward_unknown'),
    },
  },
  'public.submit_survey_answer(uuid,jsonb)': {
    granted: residents,
    call: {
      sql: `select public.submit_survey_answer(${key}, '{}')`,
      answer: forResidents('wave_unknown'),
    },
  },
  'public.has_answered_survey(uuid)': {
    granted: residents,
    call: { sql: `select public.has_answered_survey(${key})`, answer: forResidents('answers') },
  },
  'public.decide_action_log(uuid,boolean,public.rejection_reason,text)': {
    granted: residents,
    call: {
      sql: `select public.decide_action_log(${key}, true)`,
      answer: forStaff('moderator', 'log_unknown'),
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
  'public.grant_staff_role(text,public.staff_role,uuid)': {
    granted: residents,
    call: {
      sql: `select public.grant_staff_role('nobody@example.com', 'analyst')`,
      answer: forStaff('administrator', 'account_unknown'),
    },
  },
  'public.revoke_staff_role(uuid,public.staff_role)': {
    granted: residents,
    call: {
      sql: `select public.revoke_staff_role(${key}, 'analyst')`,
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

  // Their bodies. A call past the wrapper meets the same gate.
  'ledger.coin_totals()': { granted: clients },
  'survey_private.satisfaction_tallies()': { granted: clients },
  'private.migration_version()': { granted: clients },
  'private.log_green_action(text,uuid,text,text,text)': {
    granted: residents,
    call: {
      sql: `select private.log_green_action('none', ${key}, '', null, null)`,
      answer: forResidents('action_unknown'),
    },
  },
  'private.redeem_reward(uuid,uuid)': {
    granted: residents,
    call: {
      sql: `select private.redeem_reward(${key}, ${key})`,
      answer: forResidents('reward_unknown'),
    },
  },
  'survey_private.submit_answer(uuid,jsonb)': {
    granted: residents,
    call: {
      sql: `select survey_private.submit_answer(${key}, '{}')`,
      answer: forResidents('wave_unknown'),
    },
  },
  'survey_private.has_answered(uuid)': {
    granted: residents,
    call: {
      sql: `select survey_private.has_answered(${key})`,
      answer: forResidents('answers'),
    },
  },
  'private.decide_action_log(uuid,boolean,public.rejection_reason,text)': {
    granted: residents,
    call: {
      sql: `select private.decide_action_log(${key}, true, null, '')`,
      answer: forStaff('moderator', 'log_unknown'),
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
  'private.grant_staff_role(text,public.staff_role,uuid)': {
    granted: residents,
    call: {
      sql: `select private.grant_staff_role('nobody@example.com', 'analyst')`,
      answer: forStaff('administrator', 'account_unknown'),
    },
  },
  'private.revoke_staff_role(uuid,public.staff_role)': {
    granted: residents,
    call: {
      sql: `select private.revoke_staff_role(${key}, 'analyst')`,
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

  // Helpers that policies, bodies and defaults of columns need.
  'private.shanghai_day(timestamp with time zone)': { granted: allRoles },
  'private.shanghai_midnight(date)': { granted: allRoles },
  'private.refuse(text,integer,text,jsonb)': { granted: allRoles },
  'private.require_resident()': { granted: ['authenticated', 'service_role'] },
  'private.has_role(public.staff_role)': { granted: ['authenticated', 'service_role'] },
  'private.require_role(public.staff_role)': { granted: ['authenticated', 'service_role'] },

  // For operators with the secret key.
  'ledger.verify()': {
    granted: ['service_role'],
    call: { sql: 'select * from ledger.verify()', answer: forNobody },
  },

  // For definer bodies, triggers and the project owner: no role is let in.
  'ledger.post_transfer(uuid,ledger.transfer_kind,ledger.account,ledger.account,bigint,text,text,uuid,bigint)':
    {
      granted: noRole,
      call: {
        sql: `select ledger.post_transfer(auth.uid(), 'award', 'issuance', 'wallet', 1000000, 'x', 'x', null)`,
        answer: forNobody,
      },
    },
  'private.award_log(public.action_logs,uuid)': {
    granted: noRole,
    call: { sql: 'select private.award_log(null, null)', answer: forNobody },
  },
  'private.appoint_first_administrator(text)': {
    granted: noRole,
    call: {
      sql: `select private.appoint_first_administrator('nobody@example.com')`,
      answer: forNobody,
    },
  },
  'private.record_audit(text,text,jsonb)': {
    granted: noRole,
    call: { sql: `select private.record_audit('forged', 'forged')`, answer: forNobody },
  },
  'private.new_voucher_code()': {
    granted: noRole,
    call: { sql: 'select private.new_voucher_code()', answer: forNobody },
  },
  'private.voucher_check_character(text)': { granted: noRole },
  'private.require_merchant()': {
    granted: noRole,
    call: { sql: 'select private.require_merchant()', answer: forNobody },
  },
  'private.require_proof(uuid,public.green_actions,text,text)': { granted: noRole },
  'private.refuse_over_cap(uuid,public.green_actions)': { granted: noRole },
  'survey_private.choice(jsonb,text)': { granted: noRole },
  'private.open_profile()': { granted: noRole },
  'private.refuse_change()': { granted: noRole },
  'ledger.open_wallet()': { granted: noRole },
};
