// Everything at once that touches one event: no circle of locks, no raw error, and every count is right.
import { expect, test } from 'vitest';
import { addResidents, addStaff, type Resident } from '../../support/actors.ts';
import { sql, type Transaction } from '../../support/database.ts';
import {
  eventContent,
  json,
  newBase,
  newEvent,
  newSession,
  register,
  registering,
  scan,
  seatsOf,
} from '../../support/education.ts';
import { type Contender, race, times } from '../../support/race.ts';
import { newAction } from '../../support/things.ts';

/** What may be answered when others were quicker. */
const expected = new Set([
  'already_attended',
  'already_registered',
  'capacity_below_taken',
  'event_cancelled',
  'newer_version',
  'offer_ended',
  'session_cancelled',
  'session_full',
  'waiting_full',
]);

test('40 connections: registering, giving back, scanning, logging, editing, calling off, leaving', async () => {
  const [host, editor] = [await addStaff('host'), await addStaff('editor')];
  const action = await newAction();
  for (let round = 0; round < 4; round += 1) {
    const baseId = await newBase();
    const eventId = await newEvent({ baseId });
    const sessions = await Promise.all(
      times(2, () => newSession({ eventId, starts: '30 minutes', capacity: 10, waitlist: 9 })),
    );
    const at = (turn: number) => sessions[turn % 2] as string;
    const residents = await addResidents(30);
    const held: Awaited<ReturnType<typeof register>>[] = [];
    for (const [turn, one] of residents.slice(0, 18).entries()) {
      held.push(await register(one, at(turn)));
    }
    const [event] = await sql`select version, slug from public.events where id = ${eventId}`;
    const rows = await sql`
      select id, starts_at, ends_at, place_zh, place_en, waitlist_limit
      from public.event_sessions where event_id = ${eventId}`;
    const does = (
      caller: Resident,
      statement: (tx: Transaction) => Promise<unknown>,
    ): Contender<unknown> => ({ caller, run: statement });
    const codes = (which: number) =>
      held.filter((_, turn) => turn % 2 === which).map(({ code }) => scan({ code }));
    const scanning = (which: number, list: unknown[]) =>
      does(
        host,
        (tx) =>
          tx`select public.record_check_ins(${at(which)}, 'phone', ${json(list)}::text::jsonb)`,
      );
    const contenders = [
      ...residents.slice(18).map((one, turn) => does(one, registering(at(turn)))),
      ...residents
        .slice(0, 6)
        .map((one, turn) =>
          does(one, (tx) => tx`select public.cancel_registration(${held[turn]?.id ?? null})`),
        ),
      ...residents
        .slice(6, 12)
        .map((one) =>
          does(one, (tx) => tx`select public.log_green_action(${action}, ${crypto.randomUUID()})`),
        ),
      ...times(2, (which) => scanning(which, codes(which))),
      ...times(2, (which) => scanning(which, codes(which).toReversed())),
      does(
        editor,
        (tx) => tx`select public.save_event(${eventId}, ${event?.version},
          ${json(eventContent(baseId, { slug: event?.slug }))}::text::jsonb,
          ${json(rows.map((row) => ({ ...row, capacity: 14 })))}::text::jsonb)`,
      ),
      does(editor, (tx) => tx`select public.announce_change(${eventId}, null, '带水', 'Water')`),
      ...(round % 2
        ? [does(editor, (tx) => tx`select public.cancel_session(${at(1)}, '雨', 'Rain')`)]
        : []),
      ...times(2, () => ({ run: (tx: Transaction) => tx`select private.do_due_work()` })),
      ...residents.slice(12, 15).map((one) => ({
        run: (tx: Transaction) => tx`delete from auth.users where id = ${one.id}`,
      })),
    ];
    const { won, refused } = await race(contenders);
    expect(won.length).toBeGreaterThan(contenders.length / 2);
    const surprises = refused.filter(({ code }) => !expected.has(code));
    expect(surprises.map((one) => `${one.code || one.sqlState} ${one.context}`)).toEqual([]);
    for (const session of sessions) {
      const counted = await seatsOf(session);
      expect(counted).toMatchObject({ seats_taken: counted.seats, waiting: counted.queue });
    }
    const paid = await sql`
      select resident_id, session_id from public.registrations
      where session_id in ${sql(sessions)} and coins > 0
      group by resident_id, session_id having count(*) > 1`;
    expect(paid).toEqual([]);
  }
});
