import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import {
  cancel,
  newBase,
  newEvent,
  newSession,
  register,
  registrationOf,
  scan,
  send,
  undo,
} from '../../support/education.ts';
import { race, times } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';
import { balanceOf, transfersOf } from '../../support/things.ts';

let host: Resident;
let resident: Resident;
let baseId: string;
let session: string;
let registration: string;
let code: string;

beforeEach(async () => {
  baseId = await newBase();
  host = await addStaff('host', { baseId });
  session = await newSession({ baseId, coins: 7, starts: '10 minutes' });
  resident = await addResident();
  ({ id: registration, code } = await register(resident, session, { adults: 1, children: 1 }));
});

const outcomes = async (scans: unknown[], device?: string) =>
  (await send(host, session, scans, device)).map(({ outcome }) => outcome);
const attended = async () => (await registrationOf(registration)).attended_people;

describe('a scan', () => {
  test('counts the party and pays its coins', async () => {
    const arrival = scan({ registration_id: registration });
    expect(await send(host, session, [arrival])).toEqual([
      { nonce: arrival.nonce, outcome: 'counted', registration_id: registration },
    ]);
    expect(await attended()).toBe(3);
    expect(await balanceOf(resident)).toBe(7);
    expect((await registrationOf(registration)).coins).toBe(7);
    const [transfer] = await sql`select kind, reference, idempotency_key from ledger.transfers
      where resident_id = ${resident.id}`;
    expect(transfer).toEqual({
      kind: 'award',
      reference: `registration:${registration}`,
      idempotency_key: `award:attend:${registration}`,
    });
  });

  test('of a code counts like one of the list, however it was typed', async () => {
    const typed = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
    expect(await outcomes([scan({ code: typed, how: 'typed' })])).toEqual(['counted']);
    expect(await attended()).toBe(3);
  });

  test('says how many came, and the most anybody counted stands', async () => {
    await outcomes([scan({ registration_id: registration, people: 2 })]);
    expect(await attended()).toBe(2);
    expect(await outcomes([scan({ registration_id: registration, people: 1 })])).toEqual([
      'already',
    ]);
    expect(await attended()).toBe(2);
  });

  test('sent again answers the same and changes nothing', async () => {
    const scans = [
      scan({ registration_id: registration }),
      scan({ registration_id: registration }),
    ];
    expect(await outcomes(scans)).toEqual(['counted', 'already']);
    const before = await registrationOf(registration);
    expect(await outcomes(scans)).toEqual(['counted', 'already']);
    expect(await outcomes([...scans, ...scans], 'another phone')).toEqual([
      'counted',
      'already',
      'counted',
      'already',
    ]);
    expect(await registrationOf(registration)).toEqual(before);
    expect(await transfersOf(resident)).toBe(1);
  });

  test('with a used nonce and other content is refused', async () => {
    const nonce = randomUUID();
    const other = await register(await addResident(), session);
    await outcomes([scan({ nonce, registration_id: registration })]);
    expect(
      await outcomes([
        scan({ nonce, registration_id: other.id }),
        scan({ nonce, registration_id: registration, people: 1 }),
        scan({ nonce, how: 'walk_in' }),
        undo(randomUUID(), { nonce }),
      ]),
    ).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect((await registrationOf(other.id)).attended_people).toBeNull();
  });

  test('of nobody on the list is unknown, and so is one of another session', async () => {
    const elsewhere = await register(resident, await newSession({ baseId, starts: '10 minutes' }));
    expect(
      await outcomes([
        scan({ registration_id: randomUUID() }),
        scan({ registration_id: 'nonsense' }),
        scan({ code: 'NOBODY' }),
        scan({}),
        scan({ registration_id: elsewhere.id }),
      ]),
    ).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
  });

  test.each([
    ['of no kind', { kind: 'leave' }],
    ['in no way', { how: 'magic' }],
    ['by the resident’s way', { how: 'code' }],
    ['of six people', { people: 6 }],
    ['of nobody', { people: 0 }],
    ['at no time', { scanned_at: 'today' }],
    ['on a day there is not', { scanned_at: '2026-02-30T10:00:00Z' }],
    ['at a time without its zone', { scanned_at: '2026-11-23T10:00:00' }],
    [
      '13 hours before the start',
      { scanned_at: new Date(Date.now() - 13 * 3_600_000).toISOString() },
    ],
    ['8 days after the end', { scanned_at: new Date(Date.now() + 9 * 86_400_000).toISOString() }],
    ['that undoes nothing', { kind: 'undo' }],
  ])('%s is refused and not written down', async (_, rest) => {
    const one = scan({ registration_id: registration, ...rest });
    expect(await outcomes([one])).toEqual(['refused']);
    expect(await sql`select from public.check_ins where nonce = ${one.nonce ?? null}`).toHaveLength(
      0,
    );
    expect(await attended()).toBeNull();
  });

  test('of a cancelled session is refused', async () => {
    await sql`update public.event_sessions set status = 'cancelled' where id = ${session}`;
    expect(await outcomes([scan({ registration_id: registration })])).toEqual(['refused']);
  });

  test('that comes a week late still counts, and after that the list is closed', async () => {
    const late = scan({ registration_id: registration });
    const end = (days: number) => sql`update public.event_sessions
      set starts_at = now() - make_interval(days => ${days}) - interval '2 hours',
        ends_at = now() - make_interval(days => ${days}), closes_at = now() - make_interval(days => ${days})
      where id = ${session}`;
    await end(6);
    expect(await outcomes([late])).toEqual(['counted']);
    await end(8);
    expect(await refusalBy(send(host, session, [late]))).toMatchObject({
      status: 409,
      code: 'too_late',
    });
  });
});

describe('walk-ins', () => {
  test('are counted by number, without a name and without coins', async () => {
    const scans = [scan({ how: 'walk_in', people: 4 }), scan({ how: 'walk_in' })];
    expect(await outcomes([...scans, ...scans])).toEqual([
      'counted',
      'counted',
      'counted',
      'counted',
    ]);
    const [report] = await asActor(
      host,
      (tx) => tx`select attended from public.get_session_report(${session})`,
    );
    expect(report?.attended).toBe(5);
    await outcomes([undo(scans[0]?.nonce ?? '')]);
    const [after] = await asActor(
      host,
      (tx) => tx`select attended from public.get_session_report(${session})`,
    );
    expect(after?.attended).toBe(1);
  });
});

describe('an undo', () => {
  test('takes the arrival and its coins back, by a transfer that names the award', async () => {
    const arrival = scan({ registration_id: registration });
    await outcomes([arrival]);
    expect(await outcomes([undo(arrival.nonce ?? '')])).toEqual(['undone']);
    expect(await attended()).toBeNull();
    expect(await balanceOf(resident)).toBe(0);
    const transfers =
      await sql`select kind, corrects_id is not null as corrects from ledger.transfers
      where resident_id = ${resident.id} order by id`;
    expect(transfers).toEqual([
      { kind: 'award', corrects: false },
      { kind: 'reverse', corrects: true },
    ]);
  });

  test('that comes before its arrival takes it back all the same', async () => {
    const arrival = scan({ registration_id: registration });
    expect(await outcomes([undo(arrival.nonce ?? '')])).toEqual(['undone']);
    expect(await outcomes([arrival])).toEqual(['undone']);
    expect(await attended()).toBeNull();
    expect(await transfersOf(resident)).toBe(0);
  });

  test('leaves an arrival that another phone saw', async () => {
    const [one, two] = [
      scan({ registration_id: registration }),
      scan({ registration_id: registration }),
    ];
    await outcomes([one, undo(one.nonce ?? '')], 'first');
    expect(await outcomes([two], 'second')).toEqual(['counted']);
    expect(await balanceOf(resident)).toBe(7);
  });

  test('of another session’s arrival changes nothing there', async () => {
    const arrival = scan({ registration_id: registration });
    await outcomes([arrival]);
    const other = await newSession({ baseId, starts: '10 minutes' });
    await send(host, other, [undo(arrival.nonce ?? '')]);
    expect(await attended()).toBe(3);
  });

  test('after which they come again pays again, once', async () => {
    const [one, two] = [
      scan({ registration_id: registration }),
      scan({ registration_id: registration }),
    ];
    await outcomes([one, undo(one.nonce ?? '')]);
    await outcomes([one, undo(one.nonce ?? '')]);
    await outcomes([two]);
    await outcomes([two, one]);
    expect(await balanceOf(resident)).toBe(7);
  });

  test('leaves coins that have been spent, makes nobody owe, and the audit says so', async () => {
    const [one, two] = [
      scan({ registration_id: registration }),
      scan({ registration_id: registration }),
    ];
    await outcomes([one]);
    await sql`select ledger.post_transfer(${resident.id}, 'redeem', 'wallet', 'redemption', 5, 'test', 'redeem:test', null)`;
    expect(await outcomes([undo(one.nonce ?? '')])).toEqual(['undone']);
    expect(await balanceOf(resident)).toBe(2);
    expect(await attended()).toBeNull();
    const [entry] = await sql`select actor_id, detail from public.audit_entries
      where act = 'keep_attendance_coins' and subject_id = ${registration}`;
    expect(entry).toEqual({ actor_id: host.id, detail: { coins: 7 } });
    // Whoever kept them is not paid a second time.
    await outcomes([two]);
    expect(await balanceOf(resident)).toBe(2);
  });
});

describe('the coins of a session', () => {
  test('are paid once when 32 phones send at once', async () => {
    const { won, refused } = await race(
      times(32, () => ({
        caller: host,
        run: (tx) =>
          tx`select outcome from public.record_check_ins(${session}, 'phone',
            ${JSON.stringify([scan({ registration_id: registration })])}::text::jsonb)`,
      })),
    );
    expect(refused).toEqual([]);
    const words = won.flatMap((rows) =>
      (rows as unknown as { outcome: string }[]).map((row) => row.outcome),
    );
    expect(words.filter((word) => word === 'counted')).toHaveLength(1);
    expect(words.filter((word) => word === 'already')).toHaveLength(31);
    expect(await balanceOf(resident)).toBe(7);
    expect(await transfersOf(resident)).toBe(1);
  });

  test('are paid once when an arrival and its undo race on two phones', async () => {
    for (const _ of times(8, () => null)) {
      const arrival = scan({ registration_id: registration });
      const { refused } = await race(
        [arrival, undo(arrival.nonce ?? '')].map((one) => ({
          caller: host,
          run: (tx) =>
            tx`select outcome from public.record_check_ins(${session}, 'phone',
              ${JSON.stringify([one])}::text::jsonb)`,
        })),
      );
      expect(refused).toEqual([]);
      expect(await attended()).toBeNull();
      expect(await balanceOf(resident)).toBe(0);
    }
  });

  test('are paid once to somebody who cancelled, registered again and was scanned twice', async () => {
    await cancel(resident, registration);
    const second = await register(resident, session);
    await outcomes([scan({ registration_id: registration }), scan({ registration_id: second.id })]);
    expect(await balanceOf(resident)).toBe(7);
  });

  test('are none where the event gives none', async () => {
    const free = await newSession({
      eventId: await newEvent({ baseId, coins: 0 }),
      starts: '10 minutes',
    });
    const { id } = await register(resident, free);
    await send(host, free, [scan({ registration_id: id })]);
    expect((await registrationOf(id)).attended_people).toBe(1);
    expect(await transfersOf(resident)).toBe(0);
  });

  test('come without a circle of locks when two lists name the same people in opposite order', async () => {
    const people = await Promise.all(times(12, () => addResident()));
    const sessions = [
      await newSession({ baseId, starts: '10 minutes' }),
      await newSession({ baseId, starts: '10 minutes' }),
    ];
    const lists = await Promise.all(
      sessions.map((one) =>
        Promise.all(people.map(async (person) => (await register(person, one)).id)),
      ),
    );
    const { refused } = await race(
      sessions.map((one, turn) => ({
        caller: host,
        run: (tx) => {
          const ids = turn ? (lists[turn] ?? []).toReversed() : (lists[turn] ?? []);
          const scans = ids.map((id) => scan({ registration_id: id }));
          return tx`select outcome from public.record_check_ins(${one}, 'phone', ${JSON.stringify(scans)}::text::jsonb)`;
        },
      })),
    );
    expect(refused).toEqual([]);
    for (const person of people) expect(await balanceOf(person)).toBe(10);
  });
});

describe('the list a phone downloads', () => {
  const list = async () => {
    const [row] = await asActor(
      host,
      (tx) => tx`select public.get_check_in_list(${session}) as list`,
    );
    return row?.list;
  };

  test('has the registrations, cancelled ones too, the key of the changing code, and every scan so far', async () => {
    const arrival = scan({ registration_id: registration });
    await outcomes([arrival]);
    const { id } = await register(await addResident(), session);
    const gone = await addResident();
    await cancel(gone, (await register(gone, session)).id);
    const { session: about, secret, registrations, scans } = await list();
    expect(about).toMatchObject({ id: session, title_zh: '测试活动', status: 'scheduled' });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(registrations).toHaveLength(3);
    expect(registrations).toContainEqual(expect.objectContaining({ status: 'cancelled' }));
    expect(registrations).toContainEqual({
      ...{ id: registration, code, name: '测试', people: 3, status: 'confirmed', attended: 3 },
    });
    expect(registrations).toContainEqual(expect.objectContaining({ id, attended: 0 }));
    expect(scans).toMatchObject([{ nonce: arrival.nonce, kind: 'arrive', people: 3, how: 'scan' }]);
  });

  test('is found among the sessions of the host’s own base', async () => {
    await newSession({ starts: '10 minutes' });
    const rows = await asActor(
      host,
      (tx) => tx`select session_id, people from public.list_check_in_sessions()`,
    );
    expect(rows).toEqual([{ session_id: session, people: 3 }]);
  });
});

describe('resident', () => {
  test('who was checked in cannot cancel any more', async () => {
    await outcomes([scan({ registration_id: registration })]);
    expect(await refusalBy(cancel(resident, registration))).toMatchObject({
      status: 409,
      code: 'already_attended',
    });
  });
});

test.each([
  ['null', null],
  ['an object', {}],
  ['a number', 7],
  ['a list of numbers', [1]],
  ['a scan without a nonce', [{ kind: 'arrive' }]],
  ['a scan with a nonce that is none', [{ nonce: 'x' }]],
  ['501 scans', times(501, () => scan())],
])('%s instead of scans is refused as a whole', async (_, scans) => {
  const refused = await refusalBy(send(host, session, scans));
  expect(refused).toMatchObject({ status: 400, code: 'scans_invalid' });
});
