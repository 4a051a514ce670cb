import { describe, expect, test } from 'vitest';
import { addResident, addStaff, giveRole } from '../../support/actors.ts';
import {
  newBase,
  newSession,
  register,
  registrationOf,
  scan,
  send,
} from '../../support/education.ts';
import { balanceOf } from '../../support/things.ts';

describe('whoever takes the attendance of a base', () => {
  test('is counted there and paid nothing, whoever of them held the phone', async () => {
    const baseId = await newBase();
    const session = await newSession({ baseId, starts: '10 minutes' });
    const [host, colleague] = [
      await addStaff('host', { baseId }),
      await addStaff('host', { town: 'fotang' }),
    ];
    for (const [caller, who] of [
      [host, host],
      [host, colleague],
    ] as const) {
      const { id } = await register(who, session);
      const [outcome] = await send(caller, session, [scan({ registration_id: id })]);
      expect(outcome?.outcome).toBe('counted');
      expect(await registrationOf(id)).toMatchObject({ attended_people: 1, coins: 0 });
      expect(await balanceOf(who)).toBe(0);
    }
  });

  test('is paid elsewhere like everybody', async () => {
    const session = await newSession({ starts: '10 minutes', coins: 7 });
    const [caller, guest] = [await addStaff('host'), await addResident()];
    await giveRole(guest, 'host', { baseId: await newBase() });
    const { id } = await register(guest, session);
    await send(caller, session, [scan({ registration_id: id })]);
    expect(await balanceOf(guest)).toBe(7);
  });
});
