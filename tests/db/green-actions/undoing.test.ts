import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addResident, addStaff, type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { decide, logAction } from '../../support/green-actions.ts';
import { post, spending } from '../../support/ledger.ts';
import {
  ageDecisions,
  appeal,
  claimOn,
  decisionsOn,
  rejected,
  undo,
} from '../../support/moderation.ts';
import { type Contender, race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, giveCoins, newAction } from '../../support/things.ts';

let action: string;
let moderator: SignedIn;
let colleague: SignedIn;
let resident: SignedIn;
let logId: string;

beforeAll(async () => {
  action = await newAction({ review: 'moderator', coins: 6, dailyCap: 100, weeklyCap: 1_000 });
  [moderator, colleague] = await Promise.all([signUpStaff('moderator'), signUpStaff('moderator')]);
});
beforeEach(async () => {
  resident = await signUp();
  logId = (await answer(logAction(resident, action))).id;
});

const statusOf = async (id = logId) => {
  const [row] =
    await sql`select status::text, reason::text from public.action_logs where id = ${id}`;
  return row;
};
const noticesOf = async (who: SignedIn) =>
  (await answer(who.api.from('notices').select('kind, values, path').order('created_at'))).map(
    ({ kind }) => kind,
  );
const envelopeLeft = async () => {
  const [row] =
    await sql`select ledger.envelope_left(ledger.year_of(), ${action})::integer as left`;
  return row?.left;
};
const booksHold = async () => [...(await sql`select fact from ledger.verify() where not holds`)];

describe('taking a decision back is refused', () => {
  test('when the time for it has passed, and nothing is changed', async () => {
    await answer(decide(moderator, logId, true));
    await ageDecisions(logId, '61 seconds');
    const refused = await refusal(undo(moderator, logId));
    expect(refused).toMatchObject({
      status: 409,
      code: 'too_late_to_undo',
      detail: { seconds: 60 },
    });
    expect(await statusOf()).toMatchObject({ status: 'approved' });
    expect(await balanceOf(resident)).toBe(6);
  });

  test('when the coins have been spent', async () => {
    await answer(decide(moderator, logId, true));
    await post({ residentId: resident.id, ...spending, amount: 1 });
    expect(await refusal(undo(moderator, logId))).toMatchObject({
      status: 409,
      code: 'coins_spent',
    });
    expect(await balanceOf(resident)).toBe(5);
    expect(await decisionsOn(logId)).toHaveLength(1);
  });

  test('to everybody but whoever decided', async () => {
    await answer(decide(moderator, logId, true));
    expect(await refusal(undo(colleague, logId))).toMatchObject({
      status: 403,
      code: 'decided_by_another',
    });
    expect(await refusal(undo(resident, logId))).toMatchObject({ status: 404, code: 'not_found' });
    expect(await statusOf()).toMatchObject({ status: 'approved' });
  });

  test('when nobody has decided, and when there is no such log', async () => {
    expect(await refusal(undo(moderator, logId))).toMatchObject({
      status: 409,
      code: 'nothing_to_undo',
    });
    expect(await refusal(undo(moderator, randomUUID()))).toMatchObject({ code: 'log_unknown' });
  });

  test('when the resident has appealed against it', async () => {
    await rejected(moderator, logId);
    await answer(appeal(resident, logId));
    expect(await refusal(undo(moderator, logId))).toMatchObject({ code: 'appealed_already' });
    expect(await decisionsOn(logId)).toHaveLength(1);
  });

  test('when another log has taken the place of the rejected one under the cap', async () => {
    const once = await newAction({ review: 'moderator', dailyCap: 1, weeklyCap: 1 });
    const { id } = await answer(logAction(resident, once));
    await rejected(moderator, id);
    await answer(logAction(resident, once));
    expect(await refusal(undo(moderator, id))).toMatchObject({
      status: 409,
      code: 'reopened_over_cap',
    });
    expect(await statusOf(id)).toMatchObject({ status: 'rejected' });
  });
});

describe('an approval that is taken back', () => {
  test('gives its coins back to the envelope, withdraws the notice and is written down', async () => {
    const before = await envelopeLeft();
    await answer(decide(moderator, logId, true));
    expect(await envelopeLeft()).toBe(before - 6);
    const log = await answer(undo(moderator, logId));

    expect(log).toMatchObject({ status: 'pending', reason: null, decided_at: null });
    expect(await balanceOf(resident)).toBe(0);
    expect(await envelopeLeft()).toBe(before);
    expect(await noticesOf(resident)).toEqual([]);
    expect(await decisionsOn(logId)).toMatchObject([
      { kind: 'decide', approved: true },
      { kind: 'undo', approved: null, moderator_id: moderator.id },
    ]);
    expect(await claimOn(logId)).toEqual({ moderator_id: moderator.id, counts: true });
    const [audit] = await sql`select before, after from public.audit_entries
      where act = 'undo_decision' and subject_id = ${logId}`;
    expect(audit).toMatchObject({ before: { status: 'approved' }, after: { status: 'pending' } });
    expect(await booksHold()).toEqual([]);
  });

  test('may be approved again, and pays again; as often as one likes', async () => {
    for (const _ of times(3, () => 0)) {
      await answer(decide(moderator, logId, true));
      expect(await balanceOf(resident)).toBe(6);
      await answer(undo(moderator, logId));
      expect(await balanceOf(resident)).toBe(0);
    }
    await answer(decide(moderator, logId, true));
    expect(await balanceOf(resident)).toBe(6);
    expect(await noticesOf(resident)).toEqual(['log_approved']);
    expect(await booksHold()).toEqual([]);
  });

  test('twice is taken back once', async () => {
    await answer(decide(moderator, logId, true));
    const first = await answer(undo(moderator, logId));
    expect(await answer(undo(moderator, logId))).toEqual(first);
    expect(await decisionsOn(logId)).toHaveLength(2);
  });
});

test('a rejection that is taken back waits again; who has read of it is told', async () => {
  await rejected(moderator, logId);
  await sql`update public.notices set read_at = now() where resident_id = ${resident.id}`;
  await answer(undo(moderator, logId));
  expect(await statusOf()).toEqual({ status: 'pending', reason: null });
  expect(await noticesOf(resident)).toEqual(['log_reopened']);
});

test('an approval over the yearly cap pays nothing, says so, and can be taken back', async () => {
  await giveCoins(resident, 2_000);
  await answer(decide(moderator, logId, true));
  expect(await noticesOf(resident)).toEqual(['log_approved_unpaid']);
  await answer(undo(moderator, logId));
  expect(await statusOf()).toMatchObject({ status: 'pending' });
  expect(await balanceOf(resident)).toBe(2_000);
});

describe('at the same moment', () => {
  test('undoing 16 times against spending: the coins go one way', async () => {
    for (const _ of times(5, () => 0)) {
      const one = await addResident();
      const [row] = await asActor(
        one,
        (tx) => tx`select id from public.log_green_action(${action}, ${randomUUID()})`,
        { keep: true },
      );
      const judge = await addStaff('moderator');
      await asActor(judge, (tx) => tx`select public.decide_action_log(${row?.id}, true)`, {
        keep: true,
      });
      const undoing: Contender<unknown> = {
        caller: judge,
        run: (tx) => tx`select public.undo_decision(${row?.id})`,
      };
      const spendingAll: Contender<unknown> = {
        run: (tx) => post({ residentId: one.id, ...spending, amount: 6 }, tx),
      };
      const { codes } = await race([...times(16, () => undoing), ...times(4, () => spendingAll)]);
      const { status } = (await statusOf(row?.id)) ?? {};
      expect(await balanceOf(one)).toBe(0);
      expect(codes).toEqual(
        status === 'pending' ? { not_enough_coins: 4 } : { not_enough_coins: 3, coins_spent: 16 },
      );
    }
    expect(await booksHold()).toEqual([]);
  });

  test('approving and undoing leaves the log and the coins of one mind', async () => {
    const judge = await addStaff('moderator');
    const { refused } = await race(
      times(32, (turn) => ({
        caller: judge,
        run: (tx) =>
          turn % 2
            ? tx`select public.decide_action_log(${logId}, true)`
            : tx`select public.undo_decision(${logId})`,
      })),
    );
    expect(refused.every(({ code }) => code === 'nothing_to_undo')).toBe(true);
    const { status } = (await statusOf()) ?? {};
    expect(await balanceOf(resident)).toBe(status === 'approved' ? 6 : 0);
    expect(await booksHold()).toEqual([]);
  });
});
