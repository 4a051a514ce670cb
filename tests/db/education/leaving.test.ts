// A resident leaves: their account goes, whatever is going on around it, and what stays is right.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addResidents, addStaff, type Resident } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import {
  cancel,
  confirm,
  newBase,
  newEvent,
  newSession,
  register,
  registering,
  registrationOf,
  scan,
  seatsOf,
  send,
} from '../../support/education.ts';
import { race } from '../../support/race.ts';
import { balanceOf } from '../../support/things.ts';

const leave = (resident: Resident) => ({
  run: async (tx: Parameters<Parameters<typeof race>[0][0]['run']>[0]) => {
    await tx`delete from auth.users where id = ${resident.id}`;
    return 'left';
  },
});

describe('an account that is deleted', () => {
  test('takes registration, certificate, answer and notices with it and leaves the books and the count', async () => {
    const baseId = await newBase();
    const session = await newSession({ baseId, starts: '10 minutes' });
    const host = await addStaff('host', { baseId });
    const [resident] = (await addResidents(1)) as [Resident];
    const { id } = await register(resident, session, { children: 2 });
    await send(host, session, [scan({ registration_id: id })]);
    await sql`insert into public.certificates (resident_id, registration_id, code, name)
      values (${resident.id}, ${id}, ${randomUUID().slice(0, 12)}, '测')`;
    await sql`insert into public.event_answers (resident_id, registration_id, session_id, worth, learnt)
      values (${resident.id}, ${id}, ${session}, 5, 5)`;
    const before = await balanceOf(resident);
    await sql`delete from auth.users where id = ${resident.id}`;
    const [left] = await sql`select
      (select count(*)::integer from public.registrations where resident_id = ${resident.id})
      + (select count(*)::integer from public.certificates where resident_id = ${resident.id})
      + (select count(*)::integer from public.event_answers where resident_id = ${resident.id})
      + (select count(*)::integer from public.notices where resident_id = ${resident.id}) as things,
      (select private.session_attendance(${session})) as people`;
    expect(left).toEqual({ things: 0, people: 3 });
    expect(await balanceOf(resident)).toBe(before);
    expect(await seatsOf(session)).toEqual({ seats_taken: 0, waiting: 0, seats: 0, queue: 0 });
    // The host's phone sends its scans again, and an undo of somebody who is no more.
    expect((await send(host, session, [scan({ registration_id: id })]))[0]?.outcome).toBe(
      'unknown',
    );
  });

  test('amid 48 others who register, give back, confirm and are called off leaves every count right', async () => {
    const editor = await addStaff('editor');
    for (let round = 0; round < 4; round += 1) {
      const eventId = await newEvent();
      const sessions = [
        await newSession({ eventId, capacity: 12, waitlist: 40 }),
        await newSession({ eventId, capacity: 6, waitlist: 40 }),
      ] as const;
      const residents = await addResidents(48);
      const held = await Promise.all(
        residents.slice(0, 32).map((one, turn) => register(one, sessions[turn % 2 ? 1 : 0])),
      );
      const { codes, refused } = await race([
        ...residents.slice(0, 12).map((one) => leave(one)),
        ...residents.slice(12, 24).map((one, turn) => ({
          caller: one,
          run: async (tx: Parameters<Parameters<typeof race>[0][0]['run']>[0]) => {
            await tx`select public.cancel_registration(${held[turn + 12]?.id ?? null})`;
            return 'given back';
          },
        })),
        ...residents.slice(32).map((one, turn) => ({
          caller: one,
          run: async (tx: Parameters<Parameters<typeof race>[0][0]['run']>[0]) => {
            await registering(sessions[turn % 2 ? 1 : 0])(tx);
            return 'registered';
          },
        })),
        ...[1, 2].map(() => ({
          run: async (tx: Parameters<Parameters<typeof race>[0][0]['run']>[0]) => {
            await tx`select private.do_due_work()`;
            return 'settled';
          },
        })),
        {
          caller: editor,
          run: async (tx: Parameters<Parameters<typeof race>[0][0]['run']>[0]) => {
            await tx`select public.announce_change(${eventId}, null, '带水', 'Bring water')`;
            return 'announced';
          },
        },
      ]);
      expect(refused.map((one) => `${one.code || one.sqlState} ${one.context}`)).toEqual([]);
      expect(codes).toEqual({});
      await sql`select private.do_due_work()`;
      for (const session of sessions) {
        const counted = await seatsOf(session);
        expect(counted.seats_taken).toBe(counted.seats);
        expect(counted.waiting).toBe(counted.queue);
      }
      for (const { id } of held.slice(24)) {
        if ((await registrationOf(id)).status === 'offered')
          await confirm(residents[held.findIndex((one) => one.id === id)] as Resident, id);
        else await cancel(residents[held.findIndex((one) => one.id === id)] as Resident, id);
      }
    }
  });
});

describe('a base that is hidden', () => {
  test('goes on to be read by whoever registered there, who can still give the seat back', async () => {
    const baseId = await newBase();
    const session = await newSession({ baseId });
    const [guest, stranger] = (await addResidents(2)) as [Resident, Resident];
    const { id } = await register(guest, session);
    await sql`update public.bases set is_public = false where id = ${baseId}`;
    const seen = (who: Resident) =>
      asActor(who, async (tx) => [
        ...(await tx`select id, base_name_zh from public.my_registrations`),
        ...(await tx`select name_zh from public.bases where id = ${baseId}`),
      ]);
    expect(await seen(guest)).toEqual([{ id, base_name_zh: '测试基地' }, { name_zh: '测试基地' }]);
    expect(await seen(stranger)).toEqual([]);
    expect((await cancel(guest, id)).status).toBe('cancelled');
  });
});
