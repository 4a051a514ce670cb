import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { decide, logAction, logsOf } from '../../support/green-actions.ts';
import {
  appeal,
  claim,
  clearQueue,
  decisionsOn,
  rejected,
  undo,
} from '../../support/moderation.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, newAction } from '../../support/things.ts';

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
  await clearQueue();
  resident = await signUp();
  logId = await rejected(moderator, (await answer(logAction(resident, action))).id);
});

describe('appealing is refused', () => {
  test.each([
    ['without a word', '  ', 400, 'appeal_missing'],
    ['with nothing', null, 400, 'appeal_missing'],
    ['in 501 characters', '甲'.repeat(501), 400, 'appeal_too_long'],
  ])('%s', async (_, text, status, code) => {
    expect(await refusal(appeal(resident, logId, text))).toMatchObject({ status, code });
    expect(await logsOf(resident)).toMatchObject([{ status: 'rejected' }]);
  });

  test('against a log of somebody else, or one that does not exist', async () => {
    const other = await signUp();
    for (const id of [logId, randomUUID()]) {
      expect(await refusal(appeal(other, id))).toMatchObject({ status: 404, code: 'log_unknown' });
    }
    expect(await logsOf(resident)).toMatchObject([{ status: 'rejected' }]);
  });

  test('against what was not rejected', async () => {
    const { id } = await answer(logAction(resident, action));
    expect(await refusal(appeal(resident, id))).toMatchObject({
      status: 409,
      code: 'not_rejected',
      detail: { status: 'pending' },
    });
  });

  test('a second time, whatever became of the first', async () => {
    await answer(appeal(resident, logId, '第一次'));
    expect(await refusal(appeal(resident, logId, '第二次'))).toMatchObject({
      status: 409,
      code: 'appealed_already',
    });
    await rejected(colleague, logId);
    expect(await refusal(appeal(resident, logId, '第三次'))).toMatchObject({
      code: 'appealed_already',
    });
    expect(await logsOf(resident)).toMatchObject([{ status: 'rejected' }]);
  });

  test('when the action has since been logged as often as it counts', async () => {
    const once = await newAction({ review: 'moderator', dailyCap: 1, weeklyCap: 1 });
    const { id } = await answer(logAction(resident, once));
    await rejected(moderator, id);
    await answer(logAction(resident, once));
    expect(await refusal(appeal(resident, id))).toMatchObject({ code: 'reopened_over_cap' });
  });

  test('when the action has since been logged too short a while after it', async () => {
    const slow = await newAction({ review: 'moderator', dailyCap: 9, coolDownHours: 30 });
    const { id } = await answer(logAction(resident, slow));
    await rejected(moderator, id);
    await answer(logAction(resident, slow));
    expect(await refusal(appeal(resident, id))).toMatchObject({ code: 'reopened_over_cap' });
    expect((await refusal(undo(moderator, id))).code).toBe('reopened_over_cap');
  });
});

describe('an appeal', () => {
  test('lets the log wait again, with what was decided and what was said', async () => {
    const log = await answer(appeal(resident, logId, ' 就在后宅 '));
    expect(log).toMatchObject({ id: logId, status: 'pending', reason: null });
    await answer(claim(colleague));
    const [item] = await answer(colleague.api.rpc('get_moderation_queue'));
    expect(item).toMatchObject({
      id: logId,
      appeal: '就在后宅',
      appeals: 1,
      earlier: [{ kind: 'decide', approved: false, reason: 'unclear_photo', note: '太暗' }],
    });
    expect(JSON.stringify(item)).not.toContain(moderator.id);
    expect(JSON.stringify(item)).not.toContain(resident.id);
  });

  test('said twice in the same words is one', async () => {
    const first = await answer(appeal(resident, logId));
    expect(await answer(appeal(resident, logId))).toEqual(first);
  });

  test('is not decided by the first moderator, who does not even get it', async () => {
    await answer(appeal(resident, logId));
    expect(await answer(claim(moderator))).toBe(0);
    expect(await refusal(decide(moderator, logId, true))).toMatchObject({
      status: 403,
      code: 'first_moderator',
    });
    expect(await balanceOf(resident)).toBe(0);
  });

  test.each([
    [true, 'approved', 6],
    [false, 'rejected', 0],
  ])(
    'that ends with %s tells the resident and pays accordingly',
    async (approve, status, coins) => {
      await answer(appeal(resident, logId));
      await answer(decide(colleague, logId, approve, approve ? {} : { p_reason: 'other' }));
      expect(await logsOf(resident)).toMatchObject([{ status }]);
      expect(await balanceOf(resident)).toBe(coins);
      expect(await decisionsOn(logId)).toMatchObject([
        { kind: 'decide', moderator_id: moderator.id },
        { kind: 'appeal', moderator_id: colleague.id, approved: approve },
      ]);
      const notices = await answer(
        resident.api.from('notices').select('kind, path').order('created_at'),
      );
      expect(notices).toEqual([
        { kind: 'log_rejected', path: `/act/log/${logId}/` },
        { kind: 'appeal_decided', path: `/act/log/${logId}/` },
      ]);
    },
  );

  test('can be decided anew by whoever took their decision back, and by nobody else before', async () => {
    await answer(appeal(resident, logId));
    await answer(decide(colleague, logId, true));
    await answer(undo(colleague, logId));
    expect(await balanceOf(resident)).toBe(0);
    await answer(decide(colleague, logId, false, { p_reason: 'other' }));
    expect((await decisionsOn(logId)).map(({ kind }) => kind)).toEqual([
      'decide',
      'appeal',
      'undo',
      'appeal',
    ]);
  });

  test('is heard by its resident alone', async () => {
    await answer(appeal(resident, logId));
    const read = (who: SignedIn) =>
      answer(who.api.from('log_appeals').select('text').eq('log_id', logId));
    expect(await read(resident)).toHaveLength(1);
    expect(await read(moderator)).toEqual([]);
  });
});

test('32 appeals at once in different words are one appeal', async () => {
  const { won, codes } = await race(
    times(32, (turn) => ({
      caller: resident,
      run: (tx) => tx`select public.appeal_decision(${logId}, ${`第 ${turn} 次`})`,
    })),
  );
  expect(won).toHaveLength(1);
  expect(codes).toEqual({ appealed_already: 31 });
  const said = await sql`select text from public.log_appeals where log_id = ${logId}`;
  expect(said).toHaveLength(1);
});
