// Who may do what in education: everyone reads what is published, hosts and editors what is in their
// reach, residents what is theirs; everything is written by functions.
import { randomUUID } from 'node:crypto';
import { asActor, sql } from '../../support/database.ts';
import { newBase, newEvent, newSession, register, scan, send } from '../../support/education.ts';
import {
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
  type Reaches,
  type RoomPermissions,
  readOnly,
  residents,
  signedIn,
} from './words.ts';

/** Hosts and editors of everywhere see drafts and hidden bases too. */
const published: Reaches = { ...everyone('open'), host: 'all', editor: 'all' };
const ofPublished = 'event_id in (select id from public.events where published_at is not null)';
const publicCalendar = `event_id in (select e.id from public.events e
  join public.bases b on b.id = e.base_id where e.published_at is not null and b.is_public)`;
const bilingual = (...names: string[]) => names.flatMap((name) => [`${name}_zh`, `${name}_en`]);

/** The public function and its body, which answer alike. */
const both = (name: string, types: string, args: string, rest: (call: string) => Callable) => ({
  [`public.${name}(${types})`]: rest(`select public.${name}(${args})`),
  [`private.${name}(${types})`]: rest(`select private.${name}(${args})`),
});
const forTheirResident =
  (answer: string) =>
  (call: string): Callable => ({
    granted: residents,
    call: { sql: call, answer: forResidents(answer) },
  });
const forHosts =
  (answer: string) =>
  (call: string): Callable => ({
    granted: residents,
    call: { sql: call, answer: forStaff('host', answer) },
  });
const forEditors =
  (answer: string) =>
  (call: string): Callable => ({
    granted: residents,
    call: { sql: call, answer: forStaff('editor', answer) },
  });
const forBoth =
  (answer: string) =>
  (call: string): Callable => ({
    granted: residents,
    call: { sql: call, answer: forStaff(['host', 'editor'], answer) },
  });
const open = (call: string): Callable => ({
  granted: clients,
  call: { sql: call, answer: forEveryone('answers') },
});
const inside = (...signatures: string[]) =>
  Object.fromEntries(signatures.map((signature) => [`private.${signature}`, { granted: noRole }]));

export const education: RoomPermissions = {
  relations: {
    'public.bases': readOnly(published, {
      open: 'is_public',
      columns: {
        select: [
          ...['id', 'slug', 'kind', 'town_code', 'source_section', 'is_provincial', 'is_demo'],
          ...['is_public', 'version', 'changed_at'],
          ...bilingual(
            'name',
            'summary',
            'courses',
            'opening',
            'directions',
            'accessibility',
            'host',
          ),
        ],
      },
    }),
    'public.events': readOnly(published, {
      open: 'published_at is not null',
      columns: {
        select: [
          ...['id', 'slug', 'base_id', 'kind', 'theme', 'languages', 'minimum_age', 'maximum_age'],
          ...['guardian_below', 'cover', 'coins', 'questions', 'recurrence', 'except_on', 'status'],
          ...['minutes_published_at', 'published_at', 'is_demo', 'search_text', 'version'],
          ...['changed_at', ...bilingual('title', 'summary', 'programme', 'audience')],
          ...bilingual('accessibility', 'cancel_reason', 'minutes'),
        ],
      },
    }),
    'public.event_sessions': readOnly(published, { open: ofPublished }),
    'public.event_changes': readOnly(published, { open: ofPublished }),
    'public.event_calendar': readOnly(everyone('open'), {
      open: publicCalendar,
      behind: 'public.event_sessions',
    }),
    'public.registrations': readOnly(signedIn('own'), {
      own,
      columns: {
        select: [
          ...['id', 'resident_id', 'session_id', 'adults', 'children', 'people', 'name', 'answers'],
          ...['standpoint', 'status', 'queue_number', 'offered_at', 'offer_ends_at', 'code'],
          ...['registered_at', 'cancelled_at', 'attended_people', 'first_arrived_at', 'coins'],
        ],
      },
    }),
    'public.my_registrations': readOnly(signedIn('own'), { own, behind: 'public.registrations' }),
    'public.check_ins': readOnly(signedIn('own'), {
      own,
      columns: {
        select: [
          ...['nonce', 'session_id', 'registration_id', 'resident_id', 'kind', 'undoes', 'people'],
          ...['how', 'scanned_at', 'received_at'],
        ],
      },
    }),
    'public.certificates': readOnly(signedIn('own'), { own }),
    'public.event_answers': readOnly(signedIn('own'), { own }),
    'private.session_secrets': closed,
    'private.site_revisions': closed,
  },

  functions: {
    // Everyone.
    ...both('site_revision', '', '', open),
    ...both('verify_certificate', 'text', `'none'`, open),
    'public.get_education_totals(integer)': open('select * from public.get_education_totals(2026)'),
    'private.education_totals(integer)': open('select * from private.education_totals(2026)'),

    // Residents.
    ...both(
      'register_for_session',
      'uuid,uuid,text,integer,integer,jsonb,public.standpoint,boolean',
      `${key}, ${key}, 'x', 0, 0, '{}', null, false`,
      forTheirResident('session_unknown'),
    ),
    ...both('cancel_registration', 'uuid', key, forTheirResident('registration_unknown')),
    ...both('confirm_offer', 'uuid', key, forTheirResident('registration_unknown')),
    ...both(
      'check_in_with_code',
      'uuid,text,uuid',
      `${key}, 'x', ${key}`,
      forTheirResident('not_registered'),
    ),
    ...both(
      'issue_certificate',
      'uuid,text',
      `${key}, 'x'`,
      forTheirResident('registration_unknown'),
    ),
    ...both(
      'answer_event',
      'uuid,integer,integer,text',
      `${key}, 5, 5, ''`,
      forTheirResident('registration_unknown'),
    ),

    // Hosts, at the door.
    ...both('list_check_in_sessions', '', '', forHosts('answers')),
    ...both('get_check_in_list', 'uuid', key, forHosts('session_unknown')),
    ...both('record_check_ins', 'uuid,text,jsonb', `${key}, '', '[]'`, forHosts('session_unknown')),
    ...both('get_session_report', 'uuid', key, forHosts('session_unknown')),
    ...both('list_registrations', 'uuid', key, forHosts('session_unknown')),

    // Hosts and editors, at their desks.
    ...both(
      'save_event',
      'uuid,integer,jsonb,jsonb,uuid',
      `${key}, 1, '{}', '[]', null`,
      forBoth('event_unknown'),
    ),
    ...both('submit_event', 'uuid,integer', `${key}, 1`, forBoth('event_unknown')),
    ...both('publish_event', 'uuid,integer', `${key}, 1`, forEditors('event_unknown')),
    ...both(
      'cancel_event',
      'uuid,integer,text,text',
      `${key}, 1, 'x', 'x'`,
      forEditors('event_unknown'),
    ),
    ...both('cancel_session', 'uuid,text,text', `${key}, 'x', 'x'`, forEditors('session_unknown')),
    ...both(
      'announce_change',
      'uuid,uuid,text,text',
      `${key}, null, 'x', 'x'`,
      forEditors('event_unknown'),
    ),
    ...both(
      'publish_minutes',
      'uuid,integer,text,text',
      `${key}, 1, 'x', 'x'`,
      forEditors('event_unknown'),
    ),
    ...both(
      'save_base',
      'uuid,integer,jsonb,uuid',
      `${key}, 1, '{}', null`,
      forEditors('base_unknown'),
    ),

    // What policies and views need.
    'private.bases_in_reach()': { granted: residents },
    'private.bases_of_registrations()': { granted: residents },
    'private.queue_position(uuid,bigint)': { granted: residents },

    // For bodies, triggers and due work: no role is let in.
    'private.settle_session(uuid)': {
      granted: noRole,
      call: { sql: `select private.settle_session(${key})`, answer: forNobody },
    },
    'private.settle_attendance(uuid,uuid)': {
      granted: noRole,
      call: { sql: `select private.settle_attendance(${key}, ${key})`, answer: forNobody },
    },
    'private.session_code(bytea,bigint)': {
      granted: noRole,
      call: { sql: `select private.session_code('', 1)`, answer: forNobody },
    },
    ...inside(
      'announce_move(public.event_sessions)',
      'answers_to(jsonb,jsonb)',
      'base_content(public.bases)',
      'call_session_off(uuid,text,text)',
      'check_in_outcome(public.check_ins)',
      'event_content(public.events)',
      'find_registration(jsonb,uuid)',
      'free_seats_of_the_gone()',
      'give_session_secret()',
      'has_these_sessions(uuid,jsonb)',
      'is_undone(public.check_ins)',
      'lock_event(uuid,public.staff_role)',
      'lock_own_registration(uuid)',
      'notify_confirmed(public.registrations)',
      'pay_attendance(public.registrations,bigint,uuid)',
      'raise_site_revision()',
      'read_base(jsonb,public.bases)',
      'read_choice(jsonb,text,text[],text)',
      'read_event(jsonb,public.events)',
      'read_list(jsonb,text,text,integer)',
      'read_moment(jsonb,text,timestamp with time zone)',
      'read_number(jsonb,text,integer,integer)',
      'read_questions(jsonb)',
      'read_scan(jsonb,uuid,text)',
      'read_session(jsonb,public.event_sessions)',
      'read_slug(jsonb)',
      'read_text(jsonb,text,integer,boolean)',
      'record_check_in(public.event_sessions,text,jsonb)',
      'refuse_content(text,integer)',
      'remind_registrations()',
      'require_attended(uuid)',
      'require_content(jsonb,text)',
      'require_event_staff(uuid)',
      'require_free_slug(boolean)',
      'require_open_session(public.event_sessions)',
      'require_party(text,integer,integer)',
      'require_session_host(uuid)',
      'require_words(text,text,integer)',
      'save_sessions(public.events,jsonb)',
      'session_attendance(uuid)',
      'session_content(public.event_sessions)',
      'session_values(uuid)',
      'settle_due_sessions()',
      'take_attendance_back(public.registrations,uuid)',
      'tell_registered(uuid,text,jsonb,text)',
    ),
  },

  async leaveTraces(caller, { host, editor }) {
    const eventId = await newEvent();
    const sessionId = await newSession({ eventId, starts: '10 minutes' });
    const { id } = await register(caller, sessionId);
    await send(host, sessionId, [scan({ registration_id: id })]);
    await asActor(
      caller,
      async (tx) => {
        await tx`select public.issue_certificate(${id}, '测试')`;
        await tx`select public.answer_event(${id}, 5, 5, '')`;
      },
      { keep: true },
    );
    await asActor(
      editor,
      (tx) => tx`select public.announce_change(${eventId}, null, ${randomUUID()}, 'x')`,
      { keep: true },
    );
    // What is not for everyone's eyes: a draft with a session, and a base that is hidden.
    await newSession({ eventId: await newEvent({ status: 'draft' }) });
    await newBase({ isPublic: false });
    const [draft] = await sql`select id from public.events where published_at is null limit 1`;
    await sql`insert into public.event_changes (event_id, kind, text_zh, text_en)
      values (${draft?.id}, 'notice', '未公开', 'hidden')`;
  },
};
