import { beforeEach, describe, expect, test } from 'vitest';
import { addResident, addResidents, type Resident } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import {
  cancel,
  confirm,
  newSession,
  type Party,
  register,
  registering,
  registrationOf,
  seatsOf,
} from '../../support/education.ts';
import { race } from '../../support/race.ts';
import { refusalBy } from '../../support/refusals.ts';

let holder: Resident;
let session: string;
let held: string;

/** A session of four seats that one party has taken. */
beforeEach(async () => {
  holder = await addResident();
  session = await newSession({ capacity: 4, waitlist: 10 });
  held = (await register(holder, session, { adults: 3 })).id;
});

async function queue(party: Party = {}) {
  const resident = await addResident();
  const { id } = await register(resident, session, party);
  return { resident, id };
}
const statuses = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await registrationOf(id)).status));
const noticesOf = async (resident: Resident) => {
  const rows = await sql`select kind from public.notices 
    where resident_id = ${resident.id} and kind <> 'registration_confirmed' order by created_at`;
  return rows.map(({ kind }) => kind);
};
const dueWork = () => sql`select public.do_due_work()`;

describe('the waiting list', () => {
  test('is joined only by those who wish', async () => {
    const refused = await refusalBy(register(await addResident(), session, { wait: false }));
    expect(refused).toMatchObject({ status: 409, code: 'session_full', detail: { free: 0 } });
    expect((await queue()).id).toBeTruthy();
    expect((await seatsOf(session)).waiting).toBe(1);
  });

  test('says who is how far', async () => {
    const [first, second] = [await queue(), await queue()];
    for (const [place, { resident }] of [first, second].entries()) {
      const [row] = await sql.begin(async (tx) => {
        await tx`select set_config('request.jwt.claim.sub', ${resident.id}, true),
          set_config('request.jwt.claims', ${JSON.stringify({ sub: resident.id })}, true),
          set_config('role', 'authenticated', true)`;
        return tx`select queue_position from public.my_registrations`;
      });
      expect(row?.queue_position).toBe(place + 1);
    }
  });

  test('offers a freed seat to whoever is first, tells them, and holds it for them', async () => {
    const [first, second] = [await queue({ adults: 3 }), await queue()];
    await cancel(holder, held);
    expect(await statuses(first.id, second.id)).toEqual(['offered', 'waiting']);
    expect(await noticesOf(first.resident)).toEqual(['place_offered']);
    const refused = await refusalBy(register(await addResident(), session, { wait: false }));
    expect(refused.code).toBe('session_full');
    expect(await seatsOf(session)).toEqual({ seats_taken: 4, waiting: 1, seats: 4, queue: 1 });
  });

  test('gives 24 hours, and never longer than to an hour before the start', async () => {
    const { id } = await queue();
    await cancel(holder, held);
    const [hours] = await sql`
      select extract(epoch from offer_ends_at - offered_at) / 3600 as hours
      from public.registrations where id = ${id}`;
    expect(Number(hours?.hours)).toBe(24);

    const soon = await newSession({ capacity: 1, starts: '5 hours' });
    const [one, two] = await addResidents(2);
    const taken = await register(one as Resident, soon);
    const late = await register(two as Resident, soon);
    await cancel(one as Resident, taken.id);
    const [left] = await sql`
      select s.starts_at - r.offer_ends_at = interval '1 hour' as is_an_hour_before
      from public.registrations r join public.event_sessions s on s.id = r.session_id
      where r.id = ${late.id}`;
    expect(left?.is_an_hour_before).toBe(true);
  });

  test('offers nothing in the last hour', async () => {
    const soon = await newSession({ capacity: 1, starts: '50 minutes' });
    const [one, two] = await addResidents(2);
    const taken = await register(one as Resident, soon);
    const late = await register(two as Resident, soon);
    await cancel(one as Resident, taken.id);
    expect(await statuses(late.id)).toEqual(['waiting']);
  });

  test('lets a party that needs more than was freed keep its turn', async () => {
    await cancel(holder, held);
    const [small, large, last] = [
      await queue({ adults: 2 }),
      await queue({ adults: 2 }),
      await queue(),
    ];
    expect(await statuses(small.id, large.id, last.id)).toEqual([
      'confirmed',
      'waiting',
      'waiting',
    ]);
    // One seat is free and the last one would fit, but nobody passes.
    await dueWork();
    expect(await statuses(large.id, last.id)).toEqual(['waiting', 'waiting']);
    await cancel(small.resident, small.id);
    expect(await statuses(large.id, last.id)).toEqual(['offered', 'offered']);
  });

  test('is not passed by a newcomer who would fit into what is free', async () => {
    await cancel(holder, held);
    await queue({ adults: 2 });
    await queue({ adults: 1 });
    const refused = await refusalBy(register(await addResident(), session, { wait: false }));
    expect(refused).toMatchObject({ code: 'session_full', detail: { free: 0 } });
    const newcomer = await queue();
    expect(await statuses(newcomer.id)).toEqual(['waiting']);
  });

  test('moves up when somebody in it goes', async () => {
    await cancel(holder, held);
    await queue({ adults: 2 });
    const [large, last] = [await queue({ adults: 3 }), await queue()];
    await cancel(large.resident, large.id);
    expect(await statuses(last.id)).toEqual(['offered']);
    expect(await seatsOf(session)).toEqual({ seats_taken: 4, waiting: 0, seats: 4, queue: 0 });
  });

  test('keeps its order when eight cancel at once while eight more come', async () => {
    session = await newSession({ capacity: 8, waitlist: 40 });
    const holders = await addResidents(8);
    const seats = await Promise.all(holders.map((one) => register(one, session)));
    const waiting = [];
    for (let turn = 0; turn < 8; turn += 1) waiting.push(await queue());
    const { refused } = await race([
      ...holders.map((caller, turn) => ({
        caller,
        run: (tx: Parameters<ReturnType<typeof registering>>[0]) =>
          tx`select public.cancel_registration(${seats[turn]?.id ?? null})` as Promise<unknown>,
      })),
      ...(await addResidents(8)).map((caller) => ({ caller, run: registering(session) as never })),
    ]);
    expect(refused).toEqual([]);
    expect(await statuses(...waiting.map(({ id }) => id))).toEqual(waiting.map(() => 'offered'));
    const rows = await sql`select status from public.registrations
      where session_id = ${session} and status in ('waiting', 'offered') order by queue_number`;
    expect(rows.map(({ status }) => status)).toEqual([
      ...Array(8).fill('offered'),
      ...Array(8).fill('waiting'),
    ]);
  });
});

describe('an offer', () => {
  test('is confirmed once, however often it is asked', async () => {
    const { resident, id } = await queue();
    await cancel(holder, held);
    const first = await confirm(resident, id);
    expect(first.status).toBe('confirmed');
    expect(await confirm(resident, id)).toEqual(first);
    const told = await sql`select path from public.notices
      where resident_id = ${resident.id} and kind = 'registration_confirmed'`;
    expect(told).toEqual([{ path: '/my-events/' }]);
    expect(await seatsOf(session)).toEqual({ seats_taken: 1, waiting: 0, seats: 1, queue: 0 });
  });

  test('that has ended is refused, lapses, and goes to the next', async () => {
    const [first, second] = [await queue({ adults: 3 }), await queue()];
    await cancel(holder, held);
    await sql`update public.registrations set offer_ends_at = now() - interval '1 second'
      where id = ${first.id}`;
    expect(await refusalBy(confirm(first.resident, first.id))).toMatchObject({
      status: 409,
      code: 'offer_ended',
    });
    await dueWork();
    expect(await statuses(first.id, second.id)).toEqual(['lapsed', 'offered']);
    expect(await noticesOf(first.resident)).toEqual(['place_offered', 'offer_lapsed']);
    await dueWork();
    expect(await noticesOf(first.resident)).toEqual(['place_offered', 'offer_lapsed']);
    expect(await seatsOf(session)).toEqual({ seats_taken: 1, waiting: 0, seats: 1, queue: 0 });
    expect(await refusalBy(confirm(first.resident, first.id))).toMatchObject({
      code: 'offer_ended',
    });
  });

  test('is not there for somebody who waits, or for somebody else', async () => {
    const { resident, id } = await queue();
    expect(await refusalBy(confirm(resident, id))).toMatchObject({ code: 'offer_ended' });
    await cancel(holder, held);
    expect(await refusalBy(confirm(holder, id))).toMatchObject({ code: 'registration_unknown' });
  });

  test('given up goes to the next', async () => {
    const [first, second] = [await queue({ adults: 3 }), await queue()];
    await cancel(holder, held);
    await cancel(first.resident, first.id);
    expect(await statuses(first.id, second.id)).toEqual(['cancelled', 'offered']);
  });
});

test('those who still wait when the session is over lapse without a word of a place', async () => {
  const { resident, id } = await queue();
  await sql`update public.event_sessions set starts_at = now() - interval '3 hours',
    ends_at = now() - interval '1 hour', closes_at = now() - interval '1 hour' where id = ${session}`;
  await dueWork();
  expect(await statuses(id, held)).toEqual(['lapsed', 'confirmed']);
  expect(await noticesOf(resident)).toEqual([]);
  expect((await seatsOf(session)).waiting).toBe(0);
});

describe('the reminder', () => {
  test('comes once, by inbox and mail, to confirmed people of tomorrow', async () => {
    const tomorrow = await newSession({ starts: '20 hours' });
    const [early, late] = await addResidents(2);
    await sql`update public.profiles set wants_mail = true where resident_id = ${(early as Resident).id}`;
    const { id } = await register(early as Resident, tomorrow);
    await register(late as Resident, tomorrow);
    await sql`update public.registrations set registered_at = now() - interval '5 days' where id = ${id}`;
    await dueWork();
    await dueWork();
    expect(await noticesOf(early as Resident)).toEqual(['session_soon']);
    const mails = await sql`select kind, "values" ->> 'title_zh' as title from private.outbox
      where resident_id = ${(early as Resident).id}`;
    expect(mails).toEqual([{ kind: 'session_soon', title: '测试活动' }]);
    // Whoever registered today knows when it is.
    expect(await noticesOf(late as Resident)).toEqual([]);
  });
});
