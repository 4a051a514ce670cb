import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addResident, type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { answer } from '../../support/refusals.ts';
import { newAction, newReward } from '../../support/things.ts';

const today = async (who: SignedIn) => {
  const lines = await answer(who.api.rpc('get_desk_today'));
  return Object.fromEntries(lines.map(({ what, ...line }) => [what, line]));
};

test('each role is told what waits for it, and a resident nothing', async () => {
  const kinds = async (role: Parameters<typeof signUpStaff>[0]) =>
    Object.keys(await today(await signUpStaff(role))).sort();
  expect(await kinds('moderator')).toEqual([
    'assigned_feedback',
    'open_samples',
    'pending_logs',
    'received_feedback',
  ]);
  expect(await kinds('editor')).toEqual([
    'assigned_feedback',
    'nearly_out',
    'sessions_today',
    'submitted_events',
  ]);
  expect(await kinds('host')).toEqual(['sessions_today']);
  expect(await kinds('analyst')).toEqual(['open_waves']);
  expect(await kinds('administrator')).toEqual([]);
  expect(await kinds('merchant')).toEqual([]);
  expect(await today(await signUp())).toEqual({});
});

test('a log that has waited for more than three days is late', async () => {
  const moderator = await signUpStaff('moderator');
  const before = (await today(moderator)).pending_logs;
  const action = await newAction({ review: 'moderator' });
  const resident = await addResident();
  for (const age of ['1 day', '4 days']) {
    await sql`insert into public.action_logs
      (resident_id, action_code, idempotency_key, coins, status, logged_at)
      values (${resident.id}, ${action}, ${randomUUID()}, 5, 'pending', now() - ${age}::interval)`;
  }
  const after = (await today(moderator)).pending_logs;
  expect(after?.number).toBe((before?.number ?? 0) + 2);
  expect(after?.late).toBe((before?.late ?? 0) + 1);
  expect(after?.since).toBeTruthy();
});

test('a reward with five left is nearly out, one that is closed is not', async () => {
  const editor = await signUpStaff('editor');
  const before = (await today(editor)).nearly_out?.number ?? 0;
  await newReward({ stock: 5 });
  await newReward({ stock: 6 });
  await newReward({ stock: 0, isOpen: false });
  expect((await today(editor)).nearly_out?.number).toBe(before + 1);
});
