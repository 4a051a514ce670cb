import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { logAction, logsOf } from '../../support/green-actions.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, newAction, newPrice, transfersOf } from '../../support/things.ts';

describe('logging an action that counts by itself', () => {
  test('gives its coins at once and says so in the statement', async () => {
    const resident = await signUp();
    const log = await answer(logAction(resident, 'green-travel', { p_note: '骑车上班' }));

    expect(log).toMatchObject({
      resident_id: resident.id,
      action_code: 'green-travel',
      note: '骑车上班',
      coins: 2,
      status: 'approved',
      reason: null,
      evidence_path: null,
    });
    expect(log.decided_at).toBe(log.logged_at);
    expect(await answer(resident.api.from('my_wallet').select('balance'))).toEqual([
      { balance: 2 },
    ]);
    expect(
      await answer(resident.api.from('my_transfers').select('kind, change, reference')),
    ).toEqual([{ kind: 'award', change: 2, reference: `action_log:${log.id}` }]);
  });

  test('pays the price of the day it was logged, whatever the list says later', async () => {
    const [resident, action] = [await signUp(), await newAction({ coins: 4 })];
    await answer(logAction(resident, action));
    await sql`update public.action_logs set logged_on = logged_on - 1 where resident_id = ${resident.id}`;
    await newPrice(action, 0, { coins: 9 });
    expect((await logsOf(resident))[0]?.coins).toBe(4);
    expect(await balanceOf(resident)).toBe(4);
  });
});

describe('logging an action that waits for a moderator', () => {
  test('gives no coins yet', async () => {
    const [resident, action] = [await signUp(), await newAction({ review: 'moderator' })];
    const log = await answer(logAction(resident, action));
    expect(log).toMatchObject({ status: 'pending', decided_at: null });
    expect(await balanceOf(resident)).toBe(0);
    expect(await transfersOf(resident)).toBe(0);
  });
});

describe('the key of a log', () => {
  test('sent again gives the same log and no second award', async () => {
    const resident = await signUp();
    const again = { p_idempotency_key: randomUUID(), p_note: '一' };
    const first = await answer(logAction(resident, 'clean-plate', again));
    const second = await answer(logAction(resident, 'clean-plate', again));
    expect(second).toEqual(first);
    expect(await logsOf(resident)).toHaveLength(1);
    expect(await balanceOf(resident)).toBe(1);
  });

  test('sent again is the same with spaces around the note', async () => {
    const resident = await signUp();
    const key = { p_idempotency_key: randomUUID() };
    const first = await answer(logAction(resident, 'clean-plate', { ...key, p_note: ' 一 ' }));
    expect(first.note).toBe('一');
    expect(await answer(logAction(resident, 'clean-plate', { ...key, p_note: '一' }))).toEqual(
      first,
    );
  });

  test('sent again is the same when it came with a photo that the action does not ask for', async () => {
    const resident = await signUp();
    const again = { p_idempotency_key: randomUUID(), p_evidence_path: `${resident.id}/x.webp` };
    const first = await answer(logAction(resident, 'clean-plate', again));
    expect(first.evidence_path).toBeNull();
    expect(await answer(logAction(resident, 'clean-plate', again))).toEqual(first);
    expect(await logsOf(resident)).toHaveLength(1);
  });

  test('sent again gives the same log after the cap is reached and the action is closed', async () => {
    const [resident, action] = [await signUp(), await newAction({ dailyCap: 1 })];
    const again = { p_idempotency_key: randomUUID() };
    const first = await answer(logAction(resident, action, again));
    expect((await refusal(logAction(resident, action))).code).toBe('daily_cap');
    expect(await answer(logAction(resident, action, again))).toEqual(first);
    await sql`update public.green_actions set is_open = false where code = ${action}`;
    expect(await answer(logAction(resident, action, again))).toEqual(first);
  });

  test('sent 50 times at once makes one log and one award', async () => {
    const [resident, action] = [await signUp(), await newAction({ dailyCap: 60, coins: 3 })];
    const again = { p_idempotency_key: randomUUID() };
    const logs = await Promise.all(
      Array.from({ length: 50 }, () => answer(logAction(resident, action, again))),
    );
    expect(new Set(logs.map(({ id }) => id)).size).toBe(1);
    expect(await logsOf(resident)).toHaveLength(1);
    expect(await balanceOf(resident)).toBe(3);
    expect(await transfersOf(resident)).toBe(1);
  });

  test.each([
    ['action', 'water-saving', {}],
    ['note', 'clean-plate', { p_note: 'another' }],
  ])('with another %s is refused, and nothing changes', async (_, action, rest) => {
    const resident = await signUp();
    const key = { p_idempotency_key: randomUUID() };
    await answer(logAction(resident, 'clean-plate', key));
    const refused = await refusal(logAction(resident, action, { ...key, ...rest }));
    expect(refused).toMatchObject({ status: 409, code: 'key_reused', detail: {} });
    expect(await logsOf(resident)).toHaveLength(1);
    expect(await balanceOf(resident)).toBe(1);
  });

  test('of another resident neither replays their log nor gives it away', async () => {
    const [resident, other] = await Promise.all([signUp(), signUp()]);
    const key = { p_idempotency_key: randomUUID() };
    const theirs = await answer(logAction(other, 'clean-plate', { ...key, p_note: 'secret' }));
    const mine = await answer(logAction(resident, 'clean-plate', key));
    expect(mine.id).not.toBe(theirs.id);
    expect(mine).toMatchObject({ resident_id: resident.id, note: '' });
    expect([await balanceOf(resident), await balanceOf(other)]).toEqual([1, 1]);
  });
});

describe('a note', () => {
  let resident: SignedIn;
  let action: string;
  beforeAll(async () => {
    [resident, action] = [await signUp(), await newAction({ dailyCap: 100, weeklyCap: 100 })];
  });

  test.each([
    ['markup', '<script>alert("1")</script><img src=x onerror=alert(1)>'],
    ['SQL', `'); delete from public.action_logs; --`],
    ['a placeholder', '$1 {0} %s :note'],
    ['200 characters', '绿'.repeat(200)],
    ['200 characters outside the basic plane', '𠮷'.repeat(200)],
    ['right-to-left and joined characters', 'שלום 👨‍👩‍👧'],
  ])('with %s is kept as the text it is', async (_, note) => {
    const log = await answer(logAction(resident, action, { p_note: note }));
    expect(log.note).toBe(note);
    const [kept] = await sql`select note from public.action_logs where id = ${log.id}`;
    expect(kept?.note).toBe(note);
  });

  test.each([
    ['201 characters', '绿'.repeat(201)],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ])('of %s is refused, and says how much is allowed', async (_, note) => {
    const before = await logsOf(resident);
    const refused = await refusal(logAction(resident, action, { p_note: note }));
    expect(refused).toMatchObject({
      status: 400,
      code: 'note_too_long',
      detail: { limit: 200 },
    });
    expect(await logsOf(resident)).toEqual(before);
  });

  test('that is left out or null is empty', async () => {
    for (const rest of [{}, { p_note: null }]) {
      expect((await answer(logAction(resident, action, rest))).note).toBe('');
    }
  });
});

describe('logging is refused', () => {
  let resident: SignedIn;
  beforeAll(async () => {
    resident = await signUp();
  });

  test.each([
    ['without a key', 'clean-plate', { p_idempotency_key: null }, 400, 'key_missing'],
    ['for an unknown action', 'space-travel', {}, 404, 'action_unknown'],
    ['for no action', null, {}, 404, 'action_unknown'],
    ['for an action in capitals', 'CLEAN-PLATE', {}, 404, 'action_unknown'],
  ])('%s', async (_, action, rest, status, code) => {
    const refused = await refusal(logAction(resident, action as string, rest));
    expect(refused).toMatchObject({ status, code, detail: {} });
    expect(await logsOf(resident)).toEqual([]);
  });

  test('for an action that is closed', async () => {
    const action = await newAction({ isOpen: false });
    const refused = await refusal(logAction(resident, action));
    expect(refused).toMatchObject({ status: 404, code: 'action_unknown' });
  });

  test('with a key that is no UUID', async () => {
    const refused = await refusal(
      logAction(resident, 'clean-plate', { p_idempotency_key: 'my key' }),
    );
    expect(refused).toMatchObject({ status: 400, sqlState: '22P02' });
    expect(await logsOf(resident)).toEqual([]);
  });

  test('to somebody who is not signed in', async () => {
    const nobody = { ...resident, api: visitor() };
    const refused = await refusal(logAction(nobody, 'clean-plate'));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
    expect(await logsOf(resident)).toEqual([]);
  });

  test('by writing the table', async () => {
    const row = {
      resident_id: resident.id,
      action_code: 'clean-plate',
      idempotency_key: randomUUID(),
      coins: 1_000,
      status: 'approved' as const,
    };
    const refused = await refusal(resident.api.from('action_logs').insert(row));
    expect(refused).toMatchObject({ status: 403, sqlState: '42501' });
    expect(await logsOf(resident)).toEqual([]);
  });
});

test('a resident reads their own logs and nobody else’s', async () => {
  const [resident, other] = await Promise.all([signUp(), signUp()]);
  const [mine] = await Promise.all([
    answer(logAction(resident, 'own-bag')),
    answer(logAction(other, 'own-bag')),
  ]);
  expect(await answer(resident.api.from('action_logs').select('id'))).toEqual([{ id: mine.id }]);
});

test('the price list is for everyone, and names seventeen actions of the plan in order', async () => {
  const list = await answer(
    visitor()
      .from('price_list')
      .select('code, position, coins')
      .not('code', 'like', 'test-%')
      .order('position'),
  );
  expect(list).toHaveLength(17);
  expect(list.map(({ position }) => position)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
});
