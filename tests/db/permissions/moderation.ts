// Who may do what in moderation: residents appeal, moderators judge what is in their towns, the jobs of the site mark
// photos, and nobody reads claims, marks, devices or samples.
import { sql } from '../../support/database.ts';
import {
  type Actor,
  type Callable,
  clients,
  closed,
  forEveryone,
  forNobody,
  forResidents,
  forStaff,
  key,
  noRole,
  own,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

const moderators: Actor[] = ['moderator', 'townModerator'];

/** A function of the API and its body: both let in the same people. */
const pair = (
  name: string,
  args: string,
  values: string,
  rule: Omit<Callable, 'call'>,
  answer: Record<Actor, string>,
) =>
  Object.fromEntries(
    ['public', 'private'].map((schema): [string, Callable] => [
      `${schema}.${name}(${args})`,
      { ...rule, call: { sql: `select ${schema}.${name}(${values})`, answer } },
    ]),
  );
const forModerators = (name: string, args: string, values: string, answer: string) =>
  pair(name, args, values, { granted: residents }, forStaff(moderators, answer));
const forJobs = (name: string, args: string, values: string) =>
  pair(name, args, values, { granted: ['service_role'] }, forNobody);
const internal = (call: string): Callable => ({
  granted: noRole,
  call: { sql: call, answer: forNobody },
});

const judgement = 'uuid,boolean,public.rejection_reason,text';

export const moderation: RoomPermissions = {
  relations: {
    'public.log_appeals': readOnly(signedIn('own'), { own }),
    'private.log_claims': closed,
    'private.evidence_marks': closed,
    'private.similar_evidence': closed,
    'private.device_secret': closed,
    'private.log_devices': closed,
    'private.town_norms': closed,
    'private.audit_months': closed,
    'private.audit_samples': closed,
  },
  functions: {
    ...forModerators('claim_logs', 'integer', '0', 'answers'),
    ...forModerators('release_claims', 'timestamp with time zone', 'null', 'answers'),
    ...forModerators('undo_decision', 'uuid', key, 'log_unknown'),
    ...forModerators('get_moderation_queue', '', '', 'answers'),
    ...forModerators('get_moderation_item', 'uuid', key, 'log_unknown'),
    ...forModerators('get_moderation_load', '', '', 'answers'),
    ...forModerators('get_audit_queue', '', '', 'answers'),
    'private.without_resident(public.action_logs)': {
      granted: residents,
      call: { sql: 'select private.without_resident(null)', answer: forResidents('answers') },
    },
    // Called by get_desk_today, for whom others are no moderators but people with nothing to judge.
    'private.count_open_samples()': {
      granted: residents,
      call: { sql: 'select private.count_open_samples()', answer: forResidents('answers') },
    },
    ...forModerators('judge_audit_sample', judgement, `${key}, true, null, ''`, 'log_unknown'),
    ...pair(
      'appeal_decision',
      'uuid,text',
      `${key}, 'x'`,
      { granted: residents },
      forResidents('log_unknown'),
    ),
    'public.get_audit_rates()': {
      granted: clients,
      call: { sql: 'select * from public.get_audit_rates()', answer: forEveryone('answers') },
    },
    'private.audit_rates()': { granted: clients },
    ...forJobs('take_unmarked_evidence', 'integer', '1'),
    ...forJobs('save_evidence_marks', 'uuid,text,text', `${key}, '', ''`),
    ...forJobs('give_up_evidence', 'uuid', key),

    // For definer bodies, triggers and due work: no role is let in.
    'private.standing_decision(uuid)': internal(`select private.standing_decision(${key})`),
    'private.first_moderator(uuid)': internal(`select private.first_moderator(${key})`),
    'private.has_appealed(uuid)': internal(`select private.has_appealed(${key})`),
    'private.why_not_judge(public.action_logs,uuid)': { granted: noRole },
    'private.refuse_to_judge(public.action_logs,uuid)': { granted: noRole },
    'private.refuse_invalid_judgement(boolean,public.rejection_reason,text)': { granted: noRole },
    'private.refuse_reopening_over_cap(public.action_logs)': { granted: noRole },
    'private.pay_log(public.action_logs,uuid)': internal('select private.pay_log(null, null)'),
    'private.tell_decision(public.action_logs,public.decision_kind,bigint)': { granted: noRole },
    'private.take_coins_back(public.action_logs,public.moderation_decisions,uuid)': internal(
      'select private.take_coins_back(null, null, null)',
    ),
    'private.withdraw_notice(public.action_logs,public.moderation_decisions)': { granted: noRole },
    'private.await_marks()': { granted: noRole },
    'private.near_bands(integer)': { granted: noRole },
    'private.find_similar_evidence(private.evidence_marks)': { granted: noRole },
    'private.remember_device(public.action_logs,uuid)': { granted: noRole },
    'private.forget_log_devices()': internal('select private.forget_log_devices()'),
    'private.rebuild_town_norms()': internal('select private.rebuild_town_norms()'),
    'private.similar_logs(uuid,boolean)': internal(`select private.similar_logs(${key}, true)`),
    'private.closer_looks(public.action_logs)': { granted: noRole },
    'private.earlier_decisions(uuid)': internal(`select private.earlier_decisions(${key})`),
    'private.moderation_items(uuid[])': internal(`select private.moderation_items('{}')`),
    'private.draw_audit_sample()': internal('select private.draw_audit_sample()'),
    'private.open_samples(uuid)': internal(`select private.open_samples(${key})`),
    'private.wilson(bigint,bigint)': { granted: noRole },
  },
  async leaveTraces({ id }) {
    const [log] = await sql<{ id: string }[]>`
      insert into public.action_logs
        (resident_id, action_code, idempotency_key, town_code, coins, status, evidence_path)
      select ${id}, code, gen_random_uuid(), 'fotang', 1, 'pending', ${`${id}/trace.webp`}
      from public.green_actions order by position limit 1 returning id`;
    const logId = log?.id ?? '';
    await sql`insert into public.log_appeals (resident_id, log_id, text) values (${id}, ${logId}, '测试')`;
    await sql`insert into private.log_claims values (${logId}, ${id}, ${id}, now())`;
    await sql`insert into private.log_devices values (${logId}, ${id}, 'x', now())`;
    await sql`insert into private.similar_evidence values (${logId}, ${logId}, 0, true)`;
    await sql`insert into private.town_norms (town_code, action_code, residents, mean, deviation)
      select 'test', code, 1, 1, 0 from public.green_actions on conflict do nothing`;
    await sql`insert into private.audit_months (month, seed, seed_day, approved)
      values ('2020-01-01', 'x', '2020-01-31', 1) on conflict do nothing`;
    await sql`insert into private.audit_samples (month, log_id) values ('2020-01-01', gen_random_uuid())`;
  },
};
