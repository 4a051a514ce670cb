import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import {
  call,
  eventContent,
  json,
  newBase,
  register,
  registrationOf,
  saveEvent,
  seatsOf,
  sessionContent,
} from '../../support/education.ts';
import { race, times } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';

let baseId: string;
let host: Resident;
let editor: Resident;

beforeEach(async () => {
  baseId = await newBase({ town: 'fotang' });
  host = await addStaff('host', { baseId });
  editor = await addStaff('editor', { town: 'fotang' });
});

const sessionsOf = (eventId: string) => sql`
  select id, capacity, place_zh, sequence, starts_at, status from public.event_sessions
  where event_id = ${eventId} order by starts_at`;
const eventOf = async (id: string) => {
  const [row] = await sql`select * from public.events where id = ${id}`;
  return row;
};
const publish = (id: string, version: number, caller = editor) =>
  call<{ version: number; status: string }>(
    caller,
    (tx) => tx`select * from public.publish_event(${id}, ${version})`,
  );

/** A published event with one session of ten seats. */
async function published(rest: Record<string, unknown> = {}) {
  const content = eventContent(baseId);
  const session = { id: randomUUID(), ...sessionContent(3, rest) };
  const draft = await saveEvent(host, { content, sessions: [session] });
  const { version } = await publish(draft.id, draft.version);
  return { id: draft.id, version, content, session };
}

describe('a host', () => {
  test('writes a draft with its sessions, once per key', async () => {
    const form = {
      key: randomUUID(),
      content: eventContent(baseId, { coins: 7, languages: ['en', 'zh-CN'], minimum_age: 6 }),
      sessions: [sessionContent(3), sessionContent(10)],
    };
    const event = await saveEvent(host, form);
    expect(event).toMatchObject({
      status: 'draft',
      version: 1,
      coins: '7',
      languages: ['en', 'zh-CN'],
    });
    expect(await saveEvent(host, form)).toEqual(event);
    expect(await sessionsOf(event.id)).toHaveLength(2);
    const other = { ...form, content: { ...form.content, title_zh: '别的' } };
    expect(await refusalBy(saveEvent(host, other))).toMatchObject({
      status: 409,
      code: 'key_reused',
    });
  });

  test('sends the same draft 16 times at once and makes one', async () => {
    const [key, content] = [randomUUID(), eventContent(baseId)];
    const { won } = await race(
      times(16, () => ({
        caller: host,
        run: (tx) => tx<{ id: string }[]>`
          select id from public.save_event(null, null, ${json(content)}::text::jsonb, '[]', ${key})`,
      })),
    );
    expect(won.length).toBeGreaterThan(0);
    expect(await sql`select from public.events where creation_key = ${key}`).toHaveLength(1);
    expect(await saveEvent(host, { key, content })).toMatchObject({ id: won[0]?.[0]?.id });
  });

  test('hands it in, and the bureau publishes it; doing so twice is once', async () => {
    const draft = await saveEvent(host, {
      content: eventContent(baseId),
      sessions: [sessionContent()],
    });
    const submit = () =>
      call<{ status: string; version: number }>(
        host,
        (tx) => tx`select * from public.submit_event(${draft.id}, ${draft.version})`,
      );
    const submitted = await submit();
    expect(submitted.status).toBe('submitted');
    expect(await submit()).toEqual(submitted);
    expect(await refusalBy(publish(draft.id, submitted.version, host))).toMatchObject({
      code: 'not_found',
    });
    const first = await publish(draft.id, submitted.version);
    expect(first.status).toBe('published');
    expect(await publish(draft.id, submitted.version)).toEqual(first);
  });

  test('does not change what is published', async () => {
    const { id, version, content, session } = await published();
    const change = { id, version, content: { ...content, title_zh: '新题' }, sessions: [session] };
    expect(await refusalBy(saveEvent(host, change))).toMatchObject({
      status: 409,
      code: 'event_published',
    });
    expect(await saveEvent(editor, change)).toMatchObject({
      title_zh: '新题',
      version: version + 1,
    });
  });

  test('does not move an event to a base of somebody else', async () => {
    const draft = await saveEvent(host, { content: eventContent(baseId) });
    const content = eventContent(await newBase(), { slug: draft.slug });
    const refused = await refusalBy(saveEvent(host, { id: draft.id, version: 1, content }));
    expect(refused).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('a version', () => {
  test('that is not the newest is refused and names who has saved, and nothing is written', async () => {
    const { id, version, content, session } = await published();
    await sql`update public.profiles set display_name = '小陈' where resident_id = ${editor.id}`;
    await saveEvent(editor, {
      id,
      version,
      content: { ...content, title_zh: '甲' },
      sessions: [session],
    });
    const before = await eventOf(id);
    const refused = await refusalBy(
      saveEvent(editor, {
        id,
        version,
        content: { ...content, title_zh: '乙' },
        sessions: [session],
      }),
    );
    expect(refused).toMatchObject({
      status: 409,
      code: 'newer_version',
      detail: { version: version + 1, by: '小陈' },
    });
    expect(await eventOf(id)).toEqual(before);
  });

  test('of two editors who save at once is kept for one', async () => {
    const { id, version, content, session } = await published();
    const { won, codes } = await race(
      ['甲', '乙'].map((title) => ({
        caller: editor,
        run: (tx) => tx`select version from public.save_event(${id}, ${version},
          ${json({ ...content, title_zh: title })}::text::jsonb, ${json([session])}::text::jsonb)`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ newer_version: 1 });
  });

  test('sent again after it has gone through is the same as once, and equal content is no change', async () => {
    const { id, version, content, session } = await published();
    const form = {
      id,
      version,
      content: { ...content, title_zh: '甲' },
      sessions: [{ ...session, capacity: 11 }],
    };
    const first = await saveEvent(editor, form);
    expect(await saveEvent(editor, form)).toEqual(first);
    const { id: _, ...withoutId } = form.sessions[0] as typeof session;
    expect(await saveEvent(editor, { ...form, sessions: [withoutId] })).toEqual(first);
    expect((await eventOf(id))?.version).toBe(first.version);
  });

  test('rises when only a session changes', async () => {
    const { id, version, content, session } = await published();
    const saved = await saveEvent(editor, {
      id,
      version,
      content,
      sessions: [{ ...session, capacity: 12 }],
    });
    expect(saved.version).toBe(version + 1);
  });
});

describe('sessions', () => {
  test('keep their registrations, their numbers and their place when the event is saved', async () => {
    const { id, version, content, session } = await published();
    const resident = await addResident();
    const registration = await register(resident, session.id, { adults: 1 });
    await saveEvent(editor, {
      ...{ id, version, content },
      sessions: [{ ...session, capacity: 2 }, sessionContent(9)],
    });
    expect((await registrationOf(registration.id)).status).toBe('confirmed');
    expect(await sessionsOf(id)).toMatchObject([
      { id: session.id, capacity: 2, sequence: 0 },
      { capacity: 10 },
    ]);
    expect((await seatsOf(session.id)).seats_taken).toBe(2);
    const sent = await sql`select from public.notices
      where resident_id = ${resident.id} and kind <> 'registration_confirmed'`;
    expect(sent).toHaveLength(0);
  });

  test('never have fewer places than are taken', async () => {
    const { id, version, content, session } = await published();
    await register(await addResident(), session.id, { adults: 2 });
    const sessions = [{ ...session, capacity: 2 }];
    const refused = await refusalBy(saveEvent(editor, { id, version, content, sessions }));
    expect(refused).toMatchObject({
      status: 409,
      code: 'capacity_below_taken',
      detail: { session_id: session.id, taken: 3 },
    });
  });

  test('with more places offer them to those who wait', async () => {
    const { id, version, content, session } = await published({ capacity: 1 });
    await register(await addResident(), session.id);
    const waiting = await register(await addResident(), session.id);
    await saveEvent(editor, { id, version, content, sessions: [{ ...session, capacity: 2 }] });
    expect((await registrationOf(waiting.id)).status).toBe('offered');
  });

  test('that move raise their sequence, are announced, and everyone registered is told once', async () => {
    const { id, version, content, session } = await published();
    const resident = await addResident();
    await register(resident, session.id);
    const form = {
      id,
      version,
      content,
      sessions: [{ ...session, place_zh: '后门', place_en: 'Back door' }],
    };
    await saveEvent(editor, form);
    await saveEvent(editor, form);
    expect(await sessionsOf(id)).toMatchObject([{ place_zh: '后门', sequence: 1 }]);
    const changes =
      await sql`select kind, text_zh, text_en from public.event_changes where event_id = ${id}`;
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: 'changed', text_zh: expect.stringContaining('后门') });
    expect(changes[0]?.text_zh).toMatch(/^改到 \d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d，/);
    const told = await sql`select kind, "values" ->> 'place_en' as place from public.notices
      where resident_id = ${resident.id} and kind <> 'registration_confirmed'`;
    expect(told).toEqual([{ kind: 'session_changed', place: 'Back door' }]);
  });

  test('left out of a draft go, and of a published event stay', async () => {
    const draft = await saveEvent(host, {
      content: eventContent(baseId),
      sessions: [sessionContent(3), sessionContent(5)],
    });
    const [first] = await sessionsOf(draft.id);
    const content = eventContent(baseId, { slug: draft.slug });
    const saved = await saveEvent(host, {
      ...{ id: draft.id, version: draft.version, content },
      sessions: [{ ...sessionContent(3), id: first?.id }],
    });
    expect(await sessionsOf(draft.id)).toHaveLength(1);
    const { version } = await publish(draft.id, saved.version);
    const refused = await refusalBy(
      saveEvent(editor, { id: draft.id, version, content, sessions: [] }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'session_announced' });
  });

  test('of another event are not taken over', async () => {
    const [one, two] = [await published(), await published()];
    const { id, version, content, session } = one;
    const sessions = [session, { ...sessionContent(9), id: two.session.id }];
    const refused = await refusalBy(saveEvent(editor, { id, version, content, sessions }));
    expect(refused).toMatchObject({ status: 404, code: 'session_unknown' });
    expect(await sessionsOf(two.id)).toHaveLength(1);
  });
});

describe('a form', () => {
  const wrong: [string, Record<string, unknown>, string][] = [
    ['no slug', { slug: '' }, 'slug'],
    ['a slug in capitals', { slug: 'Test' }, 'slug'],
    ['no Chinese title', { title_zh: '  ' }, 'title_zh'],
    ['a title that is a number', { title_en: 7 }, 'title_en'],
    ['a title too long', { title_zh: '题'.repeat(61) }, 'title_zh'],
    ['a kind there is not', { kind: 'party' }, 'kind'],
    ['a theme there is not', { theme: 'moon' }, 'theme'],
    ['101 coins', { coins: 101 }, 'coins'],
    ['coins in text', { coins: '5' }, 'coins'],
    ['half a coin', { coins: 0.5 }, 'coins'],
    ['a huge number of coins', { coins: 1e300 }, 'coins'],
    ['ages upside down', { minimum_age: 12, maximum_age: 6 }, 'maximum_age'],
    ['guardians for adults', { guardian_below: 30 }, 'guardian_below'],
    ['a language nobody knows', { languages: ['xx'] }, 'languages'],
    ['languages that are no list', { languages: 'zh-CN' }, 'languages'],
    ['a language that is null', { languages: [null] }, 'languages'],
    ['a cover with dots', { cover: '../x' }, 'cover'],
    ['a rule that is none', { recurrence: 'EVERY DAY' }, 'recurrence'],
    ['a day there is not', { except_on: ['2026-02-30'] }, 'except_on'],
    ['four questions', { questions: [1, 2, 3, 4] }, 'questions'],
    ['a question without words', { questions: [{ key: 'a' }] }, 'label_zh'],
    [
      'two questions of one key',
      { questions: times(2, () => ({ key: 'a', label_zh: '甲', label_en: 'A' })) },
      'questions',
    ],
  ];
  test.each(wrong)('with %s is refused and names the field', async (_, rest, field) => {
    const refused = await refusalBy(saveEvent(host, { content: eventContent(baseId, rest) }));
    expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
  });

  const wrongSessions: [string, Record<string, unknown>, string][] = [
    ['no start', { starts_at: null }, 'starts_at'],
    ['a start in no zone', { starts_at: '2027-01-01T10:00:00' }, 'starts_at'],
    ['a start on the 31st of February', { starts_at: '2027-02-31T10:00:00Z' }, 'starts_at'],
    ['an end before its start', { ends_at: '2020-01-01T10:00:00Z' }, 'ends_at'],
    ['an end in another year', { ends_at: '2099-01-01T10:00:00Z' }, 'ends_at'],
    ['no place', { place_en: '' }, 'place_en'],
    ['no capacity', { capacity: null }, 'capacity'],
    ['no seats', { capacity: 0 }, 'capacity'],
    ['5,001 seats', { capacity: 5001 }, 'capacity'],
    ['a waiting list too long', { waitlist_limit: 501 }, 'waitlist_limit'],
    [
      'registration that closes before it opens',
      { closes_at: '2020-01-01T10:00:00Z' },
      'closes_at',
    ],
  ];
  test.each(wrongSessions)(
    'whose session has %s is refused and names the field',
    async (_, rest, field) => {
      const form = { content: eventContent(baseId), sessions: [sessionContent(3, rest)] };
      const refused = await refusalBy(saveEvent(host, form));
      expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
      expect(await sql`select from public.events where slug = ${form.content.slug}`).toHaveLength(
        0,
      );
    },
  );

  test.each([
    ['sessions that are no list', {}, 'content_invalid'],
    ['201 sessions', times(201, () => sessionContent()), 'content_invalid'],
    ['a session that is a number', [7], 'content_invalid'],
  ])('with %s is refused', async (_, sessions, code) => {
    const refused = await refusalBy(saveEvent(host, { content: eventContent(baseId), sessions }));
    expect(refused).toMatchObject({ status: 400, code });
  });

  test('without a key, or with an address that is taken, is refused', async () => {
    const content = eventContent(baseId);
    expect(await refusalBy(saveEvent(host, { content, key: null }))).toMatchObject({
      code: 'key_missing',
    });
    await saveEvent(host, { content });
    expect(await refusalBy(saveEvent(host, { content }))).toMatchObject({
      status: 409,
      code: 'slug_taken',
    });
  });
});

describe('a base', () => {
  const baseContent = (rest: Record<string, unknown> = {}) => ({
    slug: `test-${randomUUID()}`,
    name_zh: '新基地',
    name_en: 'New base',
    kind: 'farm',
    town_code: 'fotang',
    is_public: true,
    ...rest,
  });
  const saveBase = (
    caller: Resident,
    content: unknown,
    id: string | null = null,
    version: number | null = null,
    key: string | null = randomUUID(),
  ) =>
    call<{ id: string; version: number; slug: string }>(
      caller,
      (tx) =>
        tx`select * from public.save_base(${id}, ${version}, ${json(content)}::text::jsonb, ${key})`,
    );

  test('is made once per key, changed by version, and the audit has before and after', async () => {
    const [key, content] = [randomUUID(), baseContent()];
    const base = await saveBase(editor, content, null, null, key);
    expect(await saveBase(editor, content, null, null, key)).toEqual(base);
    const changed = await saveBase(editor, { ...content, name_zh: '改名' }, base.id, base.version);
    expect(changed).toMatchObject({ version: base.version + 1, name_zh: '改名' });
    const refused = await refusalBy(
      saveBase(editor, { ...content, name_zh: '又改' }, base.id, base.version),
    );
    expect(refused).toMatchObject({ status: 409, code: 'newer_version' });
    const [entry] = await sql`select before ->> 'name_zh' as before, after ->> 'name_zh' as after
      from public.audit_entries where subject_id = ${base.id} order by id desc limit 1`;
    expect(entry).toEqual({ before: '新基地', after: '改名' });
  });

  test('is made and moved only within the editor’s towns, and never by its host', async () => {
    expect(await refusalBy(saveBase(editor, baseContent({ town_code: 'yiting' })))).toMatchObject({
      code: 'not_found',
    });
    const base = await saveBase(editor, baseContent());
    const move = baseContent({ slug: base.slug, town_code: 'yiting' });
    expect(await refusalBy(saveBase(editor, move, base.id, 1))).toMatchObject({
      code: 'not_found',
    });
    const elsewhere = await addStaff('editor', { town: 'yiting' });
    expect(await refusalBy(saveBase(elsewhere, move, base.id, 1))).toMatchObject({
      code: 'not_found',
    });
    expect(await refusalBy(saveBase(host, baseContent()))).toMatchObject({ code: 'not_found' });
    expect(await saveBase(await addStaff('editor'), move, base.id, 1)).toMatchObject({
      town_code: 'yiting',
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no name', { name_en: '' }, 'name_en'],
    ['a kind there is not', { kind: 'castle' }, 'kind'],
    ['a town there is not', { town_code: 'hangzhou' }, 'town_code'],
    ['publicity that is no yes or no', { is_public: 'perhaps' }, 'is_public'],
  ])('with %s is refused and names the field', async (_, rest, field) => {
    expect(await refusalBy(saveBase(editor, baseContent(rest)))).toMatchObject({
      status: 400,
      code: 'content_invalid',
      detail: { field },
    });
  });

  test('hidden is read by its host and by editors of its town, and by nobody else', async () => {
    const hidden = await newBase({ town: 'fotang', isPublic: false });
    const read = async (caller: Resident) =>
      (await asActor(caller, (tx) => tx`select id from public.bases where id = ${hidden}`)).length;
    expect(await read(await addStaff('host', { baseId: hidden }))).toBe(1);
    expect(await read(editor)).toBe(1);
    expect(await read(await addStaff('editor', { town: 'yiting' }))).toBe(0);
    expect(await read(host)).toBe(0);
    expect(await read(await addResident())).toBe(0);
  });
});
