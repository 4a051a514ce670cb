import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { anonymous, asActor, sql } from '../../support/database.ts';
import {
  call,
  newBase,
  newEvent,
  newSession,
  register,
  registrationOf,
  seatsOf,
} from '../../support/education.ts';
import { refusalBy } from '../../support/refusals.ts';

let baseId: string;
let editor: Resident;
let eventId: string;
let session: string;
let resident: Resident;
let registration: string;

beforeEach(async () => {
  baseId = await newBase({ town: 'fotang' });
  editor = await addStaff('editor', { town: 'fotang' });
  eventId = await newEvent({ baseId });
  session = await newSession({ eventId, capacity: 1 });
  resident = await addResident();
  ({ id: registration } = await register(resident, session));
});

const cancelSession = (id = session, zh: string | null = '下雨', en: string | null = 'Rain') =>
  call<{ status: string; sequence: number }>(
    editor,
    (tx) => tx`select * from public.cancel_session(${id}, ${zh}, ${en})`,
  );
const cancelEvent = (version: number, zh = '停办', id = eventId) =>
  call<{ status: string; version: number }>(
    editor,
    (tx) => tx`select * from public.cancel_event(${id}, ${version}, ${zh}, 'Not held')`,
  );
const announce = (zh: string | null, at: string | null = null, of = eventId) =>
  call<{ id: string }>(
    editor,
    (tx) => tx`select * from public.announce_change(${of}, ${at}, ${zh}, 'Notice')`,
  );
const publishMinutes = (version: number, zh: string, of = eventId) =>
  call<{ version: number; minutes_zh: string }>(
    editor,
    (tx) => tx`select * from public.publish_minutes(${of}, ${version}, ${zh}, 'Minutes')`,
  );
const noticesOf = async (one = resident) =>
  sql`select kind, "values" ->> 'reason_zh' as reason from public.notices
    where resident_id = ${one.id} and kind <> 'registration_confirmed' order by created_at`;
const changes = () => sql`select kind, session_id, text_zh from public.event_changes
  where event_id = ${eventId} order by id`;
const revision = async () => {
  const [row] = await asActor(anonymous, (tx) => tx`select public.site_revision() as revision`);
  return Number(row?.revision);
};

describe('a session that is cancelled', () => {
  test('cancels its registrations, tells each resident once, and is announced', async () => {
    const waiting = await addResident();
    const queued = await register(waiting, session);
    await sql`update public.profiles set wants_mail = true
      where resident_id in (${resident.id}, ${waiting.id})`;
    const first = await cancelSession();
    expect(first).toMatchObject({ status: 'cancelled', sequence: 1 });
    expect(await cancelSession()).toEqual(first);
    for (const [who, id] of [
      [resident, registration],
      [waiting, queued.id],
    ] as const) {
      expect((await registrationOf(id)).status).toBe('cancelled');
      expect(await noticesOf(who)).toEqual([{ kind: 'session_cancelled', reason: '下雨' }]);
    }
    expect(await seatsOf(session)).toEqual({ seats_taken: 0, waiting: 0, seats: 0, queue: 0 });
    expect(await changes()).toEqual([{ kind: 'cancelled', session_id: session, text_zh: '下雨' }]);
    const [mail] = await sql`select count(*)::integer as count from private.outbox
      where resident_id in (${resident.id}, ${waiting.id}) and kind = 'session_cancelled'`;
    expect(mail?.count).toBe(2);
  });

  test('stays in the calendar, with its reason', async () => {
    await cancelSession();
    const [row] = await asActor(
      anonymous,
      (tx) => tx`
      select session_status, cancel_reason_zh from public.event_calendar where session_id = ${session}`,
    );
    expect(row).toEqual({ session_status: 'cancelled', cancel_reason_zh: '下雨' });
  });

  test('needs a reason in both languages, and must not be over', async () => {
    expect(await refusalBy(cancelSession(session, '', 'Rain'))).toMatchObject({
      status: 400,
      code: 'words_missing',
    });
    expect(await refusalBy(cancelSession(session, null, null))).toMatchObject({
      code: 'words_missing',
    });
    expect(await refusalBy(cancelSession(session, '雨'.repeat(301)))).toMatchObject({
      code: 'words_too_long',
      detail: { limit: 300 },
    });
    const past = await newSession({ eventId, starts: '-5 hours' });
    expect(await refusalBy(cancelSession(past))).toMatchObject({
      status: 409,
      code: 'session_past',
    });
    expect((await registrationOf(registration)).status).toBe('confirmed');
  });
});

describe('an event that is cancelled', () => {
  test('cancels what is to come, leaves what has been, and tells everyone once', async () => {
    const past = await newSession({ eventId, starts: '-5 hours' });
    const second = await newSession({ eventId, starts: '9 days' });
    await register(resident, second);
    const first = await cancelEvent(1);
    expect(first.status).toBe('cancelled');
    expect(await cancelEvent(1)).toEqual(first);
    const rows =
      await sql`select id, status from public.event_sessions where event_id = ${eventId} order by starts_at`;
    expect(rows).toEqual([
      { id: past, status: 'scheduled' },
      { id: session, status: 'cancelled' },
      { id: second, status: 'cancelled' },
    ]);
    expect(await noticesOf()).toHaveLength(2);
    expect(await changes()).toEqual([{ kind: 'cancelled', session_id: null, text_zh: '停办' }]);
    const [shown] = await asActor(
      anonymous,
      (tx) => tx`select status, cancel_reason_zh from public.events where id = ${eventId}`,
    );
    expect(shown).toEqual({ status: 'cancelled', cancel_reason_zh: '停办' });
  });

  test('by an older version is refused', async () => {
    await sql`update public.events set title_zh = '新题' where id = ${eventId}`;
    expect(await refusalBy(cancelEvent(1))).toMatchObject({ status: 409, code: 'newer_version' });
    expect((await registrationOf(registration)).status).toBe('confirmed');
  });

  test('while it was a draft is never shown to anybody', async () => {
    const draft = await newEvent({ baseId, status: 'draft' });
    await newSession({ eventId: draft });
    await cancelEvent(1, '不办了', draft);
    const seen = await asActor(
      anonymous,
      (tx) => tx`select id from public.events where id = ${draft}`,
    );
    expect(seen).toEqual([]);
  });
});

describe('an announcement', () => {
  test('tells everyone registered for what is to come, once', async () => {
    const other = await newSession({ eventId, starts: '9 days' });
    const elsewhere = await addResident();
    await register(elsewhere, other);
    const first = await announce('请带雨衣', session);
    expect(await announce('请带雨衣', session)).toEqual(first);
    expect(await noticesOf()).toMatchObject([{ kind: 'session_notice' }]);
    expect(await noticesOf(elsewhere)).toEqual([]);
    await announce('请早点到');
    expect(await noticesOf()).toHaveLength(2);
    expect(await noticesOf(elsewhere)).toHaveLength(1);
  });

  test('is refused without words, of a draft, and of another event’s session', async () => {
    expect(await refusalBy(announce(' '))).toMatchObject({ code: 'words_missing' });
    expect(await refusalBy(announce('甲', await newSession()))).toMatchObject({
      code: 'session_unknown',
    });
    const draft = await newEvent({ baseId, status: 'draft' });
    expect(await refusalBy(announce('甲', null, draft))).toMatchObject({
      status: 409,
      code: 'event_unpublished',
    });
  });
});

describe('the minutes of a hearing', () => {
  test('are published after it, announced once, and corrected by version', async () => {
    const hearing = await newEvent({ baseId, kind: 'hearing' });
    await newSession({ eventId: hearing, starts: '-5 hours' });
    const first = await publishMinutes(1, '到场 14 人。', hearing);
    expect(first.minutes_zh).toBe('到场 14 人。');
    expect(await publishMinutes(1, '到场 14 人。', hearing)).toEqual(first);
    expect(await refusalBy(publishMinutes(1, '到场 15 人。', hearing))).toMatchObject({
      code: 'newer_version',
    });
    await publishMinutes(first.version, '到场 15 人。', hearing);
    const shown = await asActor(
      anonymous,
      (tx) => tx`select minutes_zh from public.events where id = ${hearing}`,
    );
    expect(shown).toEqual([{ minutes_zh: '到场 15 人。' }]);
  });

  test('are none before it, and none of anything else', async () => {
    const hearing = await newEvent({ baseId, kind: 'hearing' });
    await newSession({ eventId: hearing });
    expect(await refusalBy(publishMinutes(1, '早', hearing))).toMatchObject({
      status: 409,
      code: 'minutes_too_early',
    });
    expect(await refusalBy(publishMinutes(1, '甲'))).toMatchObject({
      status: 409,
      code: 'not_a_hearing',
    });
  });
});

test('publishing needs a summary and a session to come', async () => {
  const publish = (id: string) =>
    call(editor, (tx) => tx`select * from public.publish_event(${id}, 1)`);
  const empty = await newEvent({ baseId, status: 'submitted' });
  await newSession({ eventId: empty, starts: '-5 hours' });
  expect(await refusalBy(publish(empty))).toMatchObject({
    code: 'event_incomplete',
    detail: { field: 'sessions' },
  });
  await newSession({ eventId: empty });
  await sql`update public.events set summary_en = '' where id = ${empty}`;
  const [row] = await sql`select version from public.events where id = ${empty}`;
  const refused = await refusalBy(
    call(editor, (tx) => tx`select * from public.publish_event(${empty}, ${row?.version})`),
  );
  expect(refused).toMatchObject({
    status: 409,
    code: 'event_incomplete',
    detail: { field: 'summary' },
  });
});

describe('the revision of the site', () => {
  test('rises once with each publication, and not with registrations or refusals', async () => {
    const before = await revision();
    await register(await addResident(), session);
    await refusalBy(cancelSession(randomUUID()));
    expect(await revision()).toBe(before);
    await announce('请带雨衣');
    expect(await revision()).toBe(before + 1);
    await cancelEvent(1);
    expect(await revision()).toBe(before + 2);
  });

  test('rises with rewards and prices', async () => {
    const before = await revision();
    await sql`update public.rewards set price = price where id = (select id from public.rewards limit 1)`;
    await sql`update public.green_actions set is_open = is_open where code = 'clean-plate'`;
    expect(await revision()).toBeGreaterThan(before);
  });
});
