import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isWellFormed } from '../../../src/features/rewards/voucher-code.ts';
import { addResident, signUp, visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import {
  cancel,
  newBase,
  newEvent,
  newSession,
  type Party,
  register,
  registering,
  registrationOf,
  seatsOf,
} from '../../support/education.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';

describe('a registration', () => {
  test('takes the seats of its whole party and has a code with a check character', async () => {
    const [resident, session] = [await addResident(), await newSession({ capacity: 5 })];
    const made = await register(resident, session, { adults: 1, children: 2 });
    expect(made).toMatchObject({ status: 'confirmed', people: 4 });
    expect(isWellFormed(made.code, 10)).toBe(true);
    expect(await seatsOf(session)).toEqual({ seats_taken: 4, waiting: 0, seats: 4, queue: 0 });
    const told = await sql`select kind, "values" ->> 'title_en' as title from public.notices
      where resident_id = ${resident.id}`;
    expect(told).toEqual([{ kind: 'registration_confirmed', title: 'Test event' }]);
  });

  test('is read by its resident through the API, with event and base, and by nobody else', async () => {
    const [resident, other] = [await signUp(), await signUp()];
    const session = await newSession();
    const made = await answer(
      resident.api.rpc('register_for_session', {
        p_session_id: session,
        p_idempotency_key: randomUUID(),
        p_name: ' 阿江\n',
        p_children: 1,
      }),
    );
    expect(made).toMatchObject({ name: '阿江', status: 'confirmed', people: 2 });
    const mine = await answer(resident.api.from('my_registrations').select('*'));
    expect(mine).toMatchObject([
      {
        id: made.id,
        code: made.code,
        title_zh: '测试活动',
        base_name_zh: '测试基地',
        queue_position: null,
      },
    ]);
    expect(await answer(other.api.from('my_registrations').select('*'))).toEqual([]);
    expect(await answer(other.api.from('registrations').select('id'))).toEqual([]);
  });

  test('is refused to somebody who is not signed in', async () => {
    const call = visitor().rpc('register_for_session', {
      p_session_id: await newSession(),
      p_idempotency_key: randomUUID(),
      p_name: 'x',
    });
    expect(await refusal(call)).toMatchObject({ status: 401, sqlState: '42501' });
  });

  test.each<[string, Party, string, object]>([
    ['without a key', { key: null }, 'key_missing', {}],
    ['without a name', { name: null }, 'name_missing', {}],
    ['with a name of spaces', { name: ' \n ' }, 'name_missing', {}],
    ['with a name of 41 characters', { name: '名'.repeat(41) }, 'name_too_long', { limit: 40 }],
    ['with five companions', { adults: 2, children: 3 }, 'party_too_large', { limit: 4 }],
    ['with fewer than no companions', { adults: -1, children: 2 }, 'party_too_large', { limit: 4 }],
    ['with two thousand million', { adults: 2_000_000_000 }, 'party_too_large', { limit: 4 }],
  ])('%s is refused, and no seat is taken', async (_, party, code, detail) => {
    const [resident, session] = [await addResident(), await newSession()];
    const refused = await refusalBy(register(resident, session, party));
    expect(refused).toMatchObject({ status: 400, code, detail });
    expect((await seatsOf(session)).seats_taken).toBe(0);
  });

  test('of more people than the session will ever hold is refused even for the waiting list', async () => {
    const [resident, session] = [await addResident(), await newSession({ capacity: 2 })];
    const refused = await refusalBy(register(resident, session, { adults: 2 }));
    expect(refused).toMatchObject({ code: 'party_too_large', detail: { limit: 1 } });
  });

  test.each<[string, () => Promise<string | null>, number, string]>([
    ['that does not exist', async () => randomUUID(), 404, 'session_unknown'],
    ['that is not named', async () => null, 404, 'session_unknown'],
    ['of a draft', async () => newSession({ status: 'draft' }), 404, 'session_unknown'],
    [
      'of a hidden base',
      async () => newSession({ baseId: await newBase({ isPublic: false }) }),
      404,
      'session_unknown',
    ],
    ['that is over', async () => newSession({ starts: '-3 hours' }), 409, 'session_past'],
    ['not yet open', async () => newSession({ opens: '1 hour' }), 409, 'registration_not_open'],
    ['closed', async () => newSession({ closes: '-1 hour' }), 409, 'registration_closed'],
  ])('for a session %s is refused', async (_, make, status, code) => {
    const refused = await refusalBy(register(await addResident(), await make()));
    expect(refused).toMatchObject({ status, code });
  });

  test('for a cancelled session is refused', async () => {
    const session = await newSession();
    await sql`update public.event_sessions set status = 'cancelled' where id = ${session}`;
    const refused = await refusalBy(register(await addResident(), session));
    expect(refused).toMatchObject({ status: 409, code: 'session_cancelled' });
  });

  test('a second time for the same session is refused, and possible after cancelling', async () => {
    const [resident, session] = [await addResident(), await newSession()];
    const first = await register(resident, session);
    expect(await refusalBy(register(resident, session))).toMatchObject({
      code: 'already_registered',
    });
    await cancel(resident, first.id);
    const second = await register(resident, session, { adults: 2 });
    expect(second.id).not.toBe(first.id);
    expect(await seatsOf(session)).toEqual({ seats_taken: 3, waiting: 0, seats: 3, queue: 0 });
  });

  test('is cancelled once, however often it is asked, and by its resident only', async () => {
    const [resident, other] = [await addResident(), await addResident()];
    const session = await newSession();
    const { id } = await register(resident, session, { adults: 1 });
    expect(await refusalBy(cancel(other, id))).toMatchObject({ code: 'registration_unknown' });
    const first = await cancel(resident, id);
    expect(first.status).toBe('cancelled');
    expect(await cancel(resident, id)).toEqual(first);
    expect(await seatsOf(session)).toEqual({ seats_taken: 0, waiting: 0, seats: 0, queue: 0 });
  });

  test('is not cancelled once the session is over', async () => {
    const [resident, session] = [await addResident(), await newSession()];
    const { id } = await register(resident, session);
    await sql`update public.event_sessions set starts_at = now() - interval '3 hours',
      ends_at = now() - interval '1 hour', closes_at = now() - interval '1 hour' where id = ${session}`;
    expect(await refusalBy(cancel(resident, id))).toMatchObject({ code: 'session_past' });
    expect((await registrationOf(id)).status).toBe('confirmed');
  });
});

describe('the key of a registration', () => {
  test('sent again gives the same registration, even when the session is full and closed', async () => {
    const [resident, session, key] = [
      await addResident(),
      await newSession({ capacity: 1 }),
      randomUUID(),
    ];
    const first = await register(resident, session, { key });
    await sql`update public.event_sessions set closes_at = now() - interval '1 hour' where id = ${session}`;
    expect(await register(resident, session, { key })).toEqual(first);
    expect((await seatsOf(session)).seats_taken).toBe(1);
  });

  test('with other content is refused, and nothing changes', async () => {
    const [resident, session, key] = [await addResident(), await newSession(), randomUUID()];
    await register(resident, session, { key });
    for (const [to, party] of [
      [session, { adults: 1 }],
      [session, { name: '别人' }],
      [await newSession(), {}],
    ] as const) {
      const refused = await refusalBy(register(resident, to, { key, ...party }));
      expect(refused).toMatchObject({ status: 409, code: 'key_reused' });
    }
    expect((await seatsOf(session)).seats_taken).toBe(1);
  });

  test('sent 32 times at once makes one registration', async () => {
    const [caller, session, key] = [await addResident(), await newSession(), randomUUID()];
    const { won, refused } = await race(
      times(32, () => ({ caller, run: registering(session, { key }) })),
    );
    expect(refused).toEqual([]);
    expect(new Set(won.map(({ id }) => id)).size).toBe(1);
    expect(await seatsOf(session)).toEqual({ seats_taken: 1, waiting: 0, seats: 1, queue: 0 });
  });
});

describe('the questions at registration', () => {
  const questions = [
    { key: 'before', required: true },
    { key: 'torch', required: false },
  ];

  test('are answered where they must be, and nothing else is kept', async () => {
    const [resident, session] = [await addResident(), await newSession({ questions })];
    const { id } = await register(resident, session, {
      answers: { before: ' 用过 ', secret: 'of somebody else', torch: '' },
    });
    const [row] = await sql`select answers from public.registrations where id = ${id}`;
    expect(row?.answers).toEqual({ before: '用过' });
  });

  test.each<[string, unknown, string, object]>([
    ['without the answer', {}, 'answer_missing', { question: 'before' }],
    ['with an empty one', { before: ' ' }, 'answer_missing', { question: 'before' }],
    ['that are no object', ['before'], 'answer_missing', {}],
    [
      'too long',
      { before: '长'.repeat(301) },
      'answer_too_long',
      { question: 'before', limit: 300 },
    ],
  ])('refuse answers %s', async (_, answers, code, detail) => {
    const [resident, session] = [await addResident(), await newSession({ questions })];
    const refused = await refusalBy(register(resident, session, { answers }));
    expect(refused).toMatchObject({ status: 400, code, detail });
  });
});

describe('a hearing', () => {
  test('asks for a standpoint', async () => {
    const [resident, session] = [await addResident(), await newSession({ kind: 'hearing' })];
    expect(await refusalBy(register(resident, session))).toMatchObject({
      status: 400,
      code: 'standpoint_missing',
    });
    expect(await register(resident, session, { standpoint: 'against' })).toMatchObject({
      standpoint: 'against',
    });
  });

  test('and nothing else does: a standpoint is not kept', async () => {
    const [resident, session] = [await addResident(), await newSession()];
    expect(await register(resident, session, { standpoint: 'for' })).toMatchObject({
      standpoint: null,
    });
  });
});

test('a resident who leaves gives their seats back, and who waits is offered them', async () => {
  const [leaving, waiting] = [await addResident(), await addResident()];
  const eventId = await newEvent();
  const session = await newSession({ eventId, capacity: 2 });
  await register(leaving, session, { adults: 1 });
  const { id } = await register(waiting, session);
  await sql`delete from auth.users where id = ${leaving.id}`;
  expect(await seatsOf(session)).toEqual({ seats_taken: 0, waiting: 1, seats: 0, queue: 1 });
  await sql`select public.do_due_work()`;
  expect((await registrationOf(id)).status).toBe('offered');
  expect(await seatsOf(session)).toEqual({ seats_taken: 1, waiting: 0, seats: 1, queue: 0 });
});
