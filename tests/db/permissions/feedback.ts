// Who may do what in feedback: everyone reads what is published, the desk what is in its towns, and
// nobody who sent it.
import { randomUUID } from 'node:crypto';
import { asActor, sql } from '../../support/database.ts';
import {
  type Actor,
  type Callable,
  clients,
  closed,
  everyone,
  forEveryone,
  forNobody,
  forResidents,
  forStaff,
  key,
  nobody,
  noRole,
  type Reach,
  type Reaches,
  type RoomPermissions,
  readOnly,
  residents,
} from './words.ts';

const moderators: Actor[] = ['moderator', 'townModerator'];
const desk = (rest: Reach): Reaches => ({
  ...everyone(rest),
  moderator: 'all',
  townModerator: 'scope',
  editor: 'scope',
});
/** What the desk sees of its towns: a moderator of Fotang all of it, an editor what was passed on. */
const inTowns = `(
  (town_code = 'fotang' and exists (
    select from public.staff_roles where resident_id = $1 and role = 'moderator'))
  or (status not in ('received', 'closed') and exists (
    select from public.staff_roles where resident_id = $1 and role = 'editor')))`;
const shown = 'number in (select number from public.feedback where is_public)';
const columns = {
  select: [
    ...['id', 'number', 'kind', 'town_code', 'status', 'department', 'due_on', 'public_text'],
    ...['place_text', 'photos_public', 'answer_zh', 'answer_en', 'received_at', 'assigned_at'],
    ...['answered_at', 'confirmed_at', 'reopened_count', 'duplicate_of', 'duplicates'],
    ...['wants_public', 'is_public', 'published_at', 'is_verified', 'is_demo', 'version'],
    'changed_at',
  ],
};

/** Folders of photos: one that still takes some, one whose photo is published. */
const takingFolder = '00000000-0000-4000-8000-0000000000f0';
const publishedFolder = '00000000-0000-4000-8000-0000000000f1';

const forModerators = (call: string, answer = 'feedback_unknown'): Callable => ({
  granted: residents,
  call: { sql: call, answer: forStaff(moderators, answer) },
});
const forReporters = (call: string): Callable => ({
  granted: clients,
  call: { sql: call, answer: forEveryone('code_unknown') },
});
const internal = (call: string): Callable => ({
  granted: noRole,
  call: { sql: call, answer: forNobody },
});

/** A report of somebody in Fotang, with a photo, answered, opened again and waiting. */
async function report(caller: { id: string }): Promise<string> {
  const [row] = await asActor(
    { role: 'authenticated', id: caller.id },
    async (tx) => {
      await tx`select set_config('request.headers', ${JSON.stringify({ 'x-forwarded-for': caller.id.slice(0, 8) })}, true)`;
      return tx<{ number: string }[]>`select number from public.submit_feedback('violation', '测试',
        ${randomUUID()}, 'fotang', p_with_account => true, p_wants_public => true, p_photos => 3::smallint)`;
    },
    { keep: true },
  );
  const [feedback] = await sql<{ id: string }[]>`
    update public.feedback set status = 'answered', department = 'water-bureau', assigned_at = now(),
      public_text = '测试', answer_zh = '测试', answered_at = now()
    where number = ${row?.number ?? 0} returning id`;
  return feedback?.id ?? '';
}

export const feedback: RoomPermissions = {
  relations: {
    'public.feedback': readOnly(desk('open'), {
      open: 'is_public',
      scope: `(is_public or ${inTowns})`,
      columns,
    }),
    'public.feedback_steps': readOnly(desk('open'), {
      open: 'feedback_id in (select id from public.feedback where is_public)',
      scope: `feedback_id in (select id from public.feedback where is_public or ${inTowns})`,
    }),
    'public.public_feedback': readOnly(everyone('open'), {
      behind: 'public.feedback',
      open: shown,
    }),
    'public.desk_feedback': readOnly(
      { ...desk('nothing'), anonymous: 'refused' },
      { behind: 'public.feedback', scope: inTowns },
    ),
    'private.feedback_reports': closed,
    'private.feedback_replies': closed,
    'private.feedback_secret': closed,
    'private.feedback_salts': closed,
    'private.feedback_quota': closed,
  },
  buckets: {
    feedback: {
      settings: {
        public: false,
        file_size_limit: 2_097_152,
        allowed_mime_types: ['image/webp', 'image/jpeg'],
      },
      select: { ...everyone('scope'), anonymous: 'open' },
      insert: { ...nobody, anonymous: 'own' },
      update: everyone('nothing'),
      delete: everyone('nothing'),
      open: `name like '${publishedFolder}/%'`,
      scope: `(name like $1 || '/%' or name like '${publishedFolder}/%')`,
      adds: {
        own: `insert into storage.objects (bucket_id, name)
          values ('feedback', '${takingFolder}/1.webp')`,
        others: `insert into storage.objects (bucket_id, name) values ('feedback', $2 || '/1.webp')`,
      },
    },
  },
  functions: {
    'public.submit_feedback(public.feedback_kind,text,uuid,text,text,numeric,numeric,text,boolean,boolean,smallint)':
      {
        granted: clients,
        call: {
          sql: `select * from public.submit_feedback(null, '', ${key})`,
          answer: forEveryone('kind_missing'),
        },
      },
    'private.submit_feedback(public.feedback_kind,text,text,text,numeric,numeric,text,boolean,boolean,smallint,uuid)':
      {
        granted: clients,
        call: {
          sql: `select * from private.submit_feedback(
            null, '', null, '', null, null, '', false, false, 0::smallint, ${key})`,
          answer: forEveryone('kind_missing'),
        },
      },
    'public.read_my_report(text,bigint)': forReporters(
      `select * from public.read_my_report('none', null)`,
    ),
    'private.read_my_report(text,bigint)': forReporters(
      `select * from private.read_my_report(null, 0)`,
    ),
    'public.list_my_report_steps(text,bigint)': forReporters(
      `select * from public.list_my_report_steps('none')`,
    ),
    'private.list_my_report_steps(text,bigint)': forReporters(
      `select * from private.list_my_report_steps('none', null)`,
    ),
    'public.confirm_feedback(text,bigint)': forReporters(`select public.confirm_feedback('none')`),
    'private.confirm_feedback(text,bigint)': forReporters(
      `select private.confirm_feedback('none', null)`,
    ),
    'public.reopen_feedback(text,text,bigint)': forReporters(
      `select public.reopen_feedback('still there', 'none')`,
    ),
    'private.reopen_feedback(text,text,bigint)': forReporters(
      `select private.reopen_feedback('none', 'still there', null)`,
    ),
    'public.list_my_feedback()': {
      granted: residents,
      call: { sql: 'select * from public.list_my_feedback()', answer: forResidents('answers') },
    },
    'private.list_my_feedback()': {
      granted: residents,
      call: { sql: 'select * from private.list_my_feedback()', answer: forResidents('answers') },
    },
    'public.get_feedback_totals(public.feedback_kind,text)': {
      granted: clients,
      call: { sql: 'select * from public.get_feedback_totals()', answer: forEveryone('answers') },
    },
    'private.feedback_totals(public.feedback_kind,text)': { granted: clients },

    // The desk. The bodies meet the same gate as their wrappers.
    'public.read_feedback_report(uuid)': forModerators(
      `select * from public.read_feedback_report(${key})`,
    ),
    'private.read_feedback_report(uuid)': forModerators(
      `select * from private.read_feedback_report(${key})`,
    ),
    'public.assign_feedback(uuid,integer,text,text,date,text,text,text[])': forModerators(
      `select public.assign_feedback(${key}, 1, 'fotang', 'water-bureau', '2031-01-01', 'x')`,
    ),
    'private.assign_feedback(uuid,integer,text,text,date,text,text,text[])': forModerators(
      `select private.assign_feedback(${key}, 1, 'fotang', 'water-bureau', '2031-01-01', 'x', '', '{}')`,
    ),
    'public.publish_feedback(uuid,integer,boolean)': forModerators(
      `select public.publish_feedback(${key}, 1, true)`,
    ),
    'private.publish_feedback(uuid,integer,boolean)': forModerators(
      `select private.publish_feedback(${key}, 1, true)`,
    ),
    'public.link_feedback(uuid,integer,uuid)': forModerators(
      `select public.link_feedback(${key}, 1, ${key})`,
    ),
    'private.link_feedback(uuid,integer,uuid)': forModerators(
      `select private.link_feedback(${key}, 1, ${key})`,
    ),
    'public.verify_violation(uuid,integer,boolean)': forModerators(
      `select public.verify_violation(${key}, 1, true)`,
    ),
    'private.verify_violation(uuid,integer,boolean)': forModerators(
      `select private.verify_violation(${key}, 1, true)`,
    ),
    'public.close_feedback(uuid,integer,text)': forModerators(
      `select public.close_feedback(${key}, 1, 'x')`,
    ),
    'private.close_feedback(uuid,integer,text)': forModerators(
      `select private.close_feedback(${key}, 1, 'x')`,
    ),
    'public.suggest_duplicates(uuid)': forModerators(
      `select * from public.suggest_duplicates(${key})`,
    ),
    'private.suggest_duplicates(uuid)': forModerators(
      `select * from private.suggest_duplicates(${key})`,
    ),
    'public.answer_feedback(uuid,integer,text,text)': {
      granted: residents,
      call: {
        sql: `select public.answer_feedback(${key}, 1, 'x')`,
        answer: forStaff('editor', 'feedback_unknown'),
      },
    },
    'private.answer_feedback(uuid,integer,text,text)': {
      granted: residents,
      call: {
        sql: `select private.answer_feedback(${key}, 1, 'x', '')`,
        answer: forStaff('editor', 'feedback_unknown'),
      },
    },

    // For policies, definer bodies and triggers.
    'private.takes_feedback_photo(text)': { granted: ['anon'] },
    'private.sees_feedback_photo(text)': { granted: clients },
    'private.photo_folder_of(text)': { granted: noRole },
    'private.feedback_hash(text,text)': internal(`select private.feedback_hash('code', ${key})`),
    'private.tracking_code_of(uuid)': internal(`select private.tracking_code_of(${key})`),
    'private.tracking_hash_of(text)': internal(`select private.tracking_hash_of('none')`),
    'private.reported_feedback(text,bigint)': internal(
      `select private.reported_feedback('none', null)`,
    ),
    'private.feedback_photos(uuid)': internal(`select private.feedback_photos(${key})`),
    'private.tell_reporter(public.feedback,text,text)': internal(
      `select private.tell_reporter(null, 'forged', 'forged')`,
    ),
    'private.spend_feedback_quota(text,integer)': { granted: noRole },
    'private.address_network(text)': { granted: noRole },
    'private.auditable_feedback(public.feedback)': { granted: noRole },
    'private.forget_feedback_senders()': { granted: noRole },
    'private.unname_reporter()': { granted: noRole },
    'private.add_feedback_step(public.feedback,public.feedback_step,text)': { granted: noRole },
    'private.lock_feedback(uuid,public.staff_role)': { granted: noRole },
    'private.require_version(public.feedback,integer)': { granted: noRole },
    'private.audit_feedback(text,public.feedback,public.feedback)': { granted: noRole },
    'private.answer_duplicates(public.feedback)': { granted: noRole },
    'private.count_duplicates(uuid[])': { granted: noRole },
    'private.shingles(text)': { granted: noRole },
  },
  async leaveTraces(caller) {
    const id = await report(caller);
    const [{ number } = { number: 0 }] =
      await sql`select number from public.feedback where id = ${id}`;
    await asActor(
      { role: 'authenticated', id: caller.id },
      (tx) => tx`select public.reopen_feedback('测试', p_number => ${number})`,
      { keep: true },
    );
    await sql`update private.feedback_reports set photo_folder = ${caller.id} where feedback_id = ${id}`;
    await sql`insert into storage.objects (bucket_id, name) values ('feedback', ${`${caller.id}/1.webp`})`;
    const [known] = await sql`
      select 1 from private.feedback_reports where photo_folder = ${takingFolder}`;
    if (known) return;
    // Of nobody's: one that still takes photos, one that is published.
    for (const folder of [takingFolder, publishedFolder]) {
      const one = await report(caller);
      await sql`update private.feedback_reports set photo_folder = ${folder}, resident_id = null
        where feedback_id = ${one}`;
      if (folder === takingFolder) continue;
      const photo = `${folder}/1.webp`;
      await sql`insert into storage.objects (bucket_id, name) values ('feedback', ${photo})`;
      await sql`update public.feedback set is_public = true, published_at = now(),
        photos_public = ${[photo]} where id = ${one}`;
    }
  },
};
