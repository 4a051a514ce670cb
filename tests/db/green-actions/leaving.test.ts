// What an account leaves behind when it goes: no logs, and no way to make new ones.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { logAction, logsOf } from '../../support/green-actions.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

test('logs go with their account, and a session that outlives it logs nothing', async () => {
  const action = await newAction({ coins: 1 });
  const [leaver, stayer] = await Promise.all([signUp(), signUp()]);
  for (const resident of [leaver, stayer]) await answer(logAction(resident, action));

  await sql`delete from auth.users where id = ${leaver.id}`;

  expect(await logsOf(leaver)).toEqual([]);
  expect(await logsOf(stayer)).toHaveLength(1);
  expect(await refusal(logAction(leaver, action))).toMatchObject({ code: 'sign_in_first' });
  expect(await logsOf(leaver)).toEqual([]);
});

test('a repeated call gets its log although the action was closed and the caps are reached since', async () => {
  const action = await newAction({ coins: 1, dailyCap: 1 });
  const resident = await signUp();
  const key = randomUUID();
  const first = await answer(logAction(resident, action, { p_idempotency_key: key }));
  expect(await answer(logAction(resident, action, { p_idempotency_key: key }))).toEqual(first);
  await sql`update public.green_actions set is_open = false where code = ${action}`;
  expect(await answer(logAction(resident, action, { p_idempotency_key: key }))).toEqual(first);
  expect(
    await refusal(logAction(resident, action, { p_idempotency_key: key, p_note: '别的' })),
  ).toMatchObject({ code: 'key_reused' });
});
