import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addResidents,
  addStaff,
  giveRole,
  type SignedIn,
  signUp,
  signUpStaff,
  visitor,
} from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { decide, logAction, logsOf } from '../../support/green-actions.ts';
import { race } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, newAction, transfersOf } from '../../support/things.ts';

let action: string;
let moderator: SignedIn;
let resident: SignedIn;
let logId: string;

beforeAll(async () => {
  action = await newAction({ review: 'moderator', coins: 6, dailyCap: 100, weeklyCap: 1_000 });
  [moderator, resident] = await Promise.all([signUpStaff('moderator'), signUp()]);
});
beforeEach(async () => {
  logId = (await answer(logAction(resident, action))).id;
});

const decisionsOn = async (id: string) => {
  const rows = await sql`
    select moderator_id, approved, reason, note from public.moderation_decisions
    where log_id = ${id} order by id`;
  return [...rows];
};

const auditOf = async (id: string) => {
  const rows = await sql`
    select actor_id, act, detail, before, after, address from public.audit_entries
    where subject_kind = 'action_log' and subject_id = ${id} order by id`;
  return [...rows];
};

const statusOf = async (id: string) => {
  const [row] = await sql`select status::text from public.action_logs where id = ${id}`;
  return row?.status;
};

/** Coins that this log has brought. */
const coinsFor = async (id: string) => {
  const [row] = await sql`
    select coalesce(sum(amount), 0)::integer as coins from ledger.transfers
    where reference = ${`action_log:${id}`}`;
  return row?.coins;
};

describe('approving a log', () => {
  test('posts its coins, and writes down the decision and who made it', async () => {
    const before = await balanceOf(resident);
    const log = await answer(decide(moderator, logId, true));

    expect(log).toMatchObject({ id: logId, status: 'approved', reason: null, reason_note: '' });
    expect(log.decided_at).not.toBeNull();
    expect((await balanceOf(resident)) - before).toBe(6);
    expect(
      await sql`
      select kind::text, amount::integer, actor_id from ledger.transfers
      where reference = ${`action_log:${logId}`}`,
    ).toEqual([{ kind: 'award', amount: 6, actor_id: moderator.id }]);
    expect(await decisionsOn(logId)).toEqual([
      { moderator_id: moderator.id, approved: true, reason: null, note: '' },
    ]);
    expect(await auditOf(logId)).toEqual([
      {
        actor_id: moderator.id,
        act: 'decide_action_log',
        detail: { approved: true, reason: null },
        before: { status: 'pending' },
        after: { status: 'approved', reason: null, note: '' },
        address: '127.0.0.1',
      },
    ]);
  });

  test('twice is the same as once, by the same moderator or a colleague', async () => {
    const colleague = await signUpStaff('moderator');
    const first = await answer(decide(moderator, logId, true));
    for (const one of [moderator, colleague]) {
      expect(await answer(decide(one, logId, true))).toEqual(first);
    }
    expect(await decisionsOn(logId)).toHaveLength(1);
    expect(await auditOf(logId)).toHaveLength(1);
    expect(await coinsFor(logId)).toBe(6);
  });
});

describe('rejecting a log', () => {
  test('posts nothing, and tells the resident the reason and the note', async () => {
    const before = await transfersOf(resident);
    const rejection = { p_reason: 'outside_yiwu', p_note: ' 看起来在金华 ' };
    const log = await answer(decide(moderator, logId, false, rejection));

    expect(log).toMatchObject({
      status: 'rejected',
      reason: 'outside_yiwu',
      reason_note: '看起来在金华',
    });
    expect(
      await answer(resident.api.from('action_logs').select('reason, reason_note').eq('id', logId)),
    ).toEqual([{ reason: 'outside_yiwu', reason_note: '看起来在金华' }]);
    expect(await transfersOf(resident)).toBe(before);
    expect(await decisionsOn(logId)).toEqual([
      {
        moderator_id: moderator.id,
        approved: false,
        reason: 'outside_yiwu',
        note: '看起来在金华',
      },
    ]);
    expect(await auditOf(logId)).toEqual([
      {
        actor_id: moderator.id,
        act: 'decide_action_log',
        detail: { approved: false, reason: 'outside_yiwu' },
        before: { status: 'pending' },
        after: { status: 'rejected', reason: 'outside_yiwu', note: '看起来在金华' },
        address: '127.0.0.1',
      },
    ]);
  });

  test('twice for the same reason is the same as once', async () => {
    const rejection = { p_reason: 'seen_before' };
    const first = await answer(decide(moderator, logId, false, rejection));
    expect(await answer(decide(moderator, logId, false, rejection))).toEqual(first);
    expect(await decisionsOn(logId)).toHaveLength(1);
  });
});

describe('a log that was decided', () => {
  test.each([
    ['approved', true, {}, false, { p_reason: 'other' }],
    ['rejected', false, { p_reason: 'other' }, true, {}],
    ['rejected', false, { p_reason: 'other' }, false, { p_reason: 'unclear_photo' }],
  ] as const)('%s cannot be decided otherwise', async (status, approve, rest, otherwise, other) => {
    await answer(decide(moderator, logId, approve, rest));
    const coins = await coinsFor(logId);
    const refused = await refusal(decide(moderator, logId, otherwise, other));
    expect(refused).toMatchObject({ status: 409, code: 'already_decided', detail: { status } });
    expect(await statusOf(logId)).toBe(status);
    expect(await decisionsOn(logId)).toHaveLength(1);
    expect(await coinsFor(logId)).toBe(coins);
  });

  test('by itself cannot be rejected afterwards', async () => {
    const log = await answer(logAction(resident, await newAction()));
    const refused = await refusal(decide(moderator, log.id, false, { p_reason: 'other' }));
    expect(refused).toMatchObject({ status: 409, code: 'already_decided' });
    expect(await decisionsOn(log.id)).toEqual([]);
  });
});

describe('two moderators at once', () => {
  test('who agree post the coins once', async () => {
    const moderators = await Promise.all(Array.from({ length: 8 }, () => addStaff('moderator')));
    const { won, refused } = await race(
      moderators.map((caller) => ({
        caller,
        run: (tx) => tx`select (public.decide_action_log(${logId}, true)).status`,
      })),
    );
    expect(refused).toEqual([]);
    expect(won.flat()).toEqual(moderators.map(() => ({ status: 'approved' })));
    expect(await decisionsOn(logId)).toHaveLength(1);
    expect(await auditOf(logId)).toHaveLength(1);
    expect(await coinsFor(logId)).toBe(6);
  });

  test('who disagree leave one decision, and the later learns of the earlier', async () => {
    const moderators = await addResidents(20);
    for (const one of moderators) await giveRole(one, 'moderator');
    const { won, codes } = await race(
      moderators.map((caller, turn) => ({
        caller,
        run: async (tx) => {
          const reason = turn % 2 ? 'other' : null;
          await tx`select public.decide_action_log(${logId}, ${!(turn % 2)}, ${reason})`;
          return turn % 2 ? 'rejected' : 'approved';
        },
      })),
    );
    const status = await statusOf(logId);
    expect(new Set(won)).toEqual(new Set([status]));
    expect(codes).toEqual({ already_decided: 10 });
    expect(await decisionsOn(logId)).toHaveLength(1);
    expect(await coinsFor(logId)).toBe(status === 'approved' ? 6 : 0);
  });
});

describe('deciding is refused', () => {
  const unchanged = async (id = logId) => {
    expect(await statusOf(id)).toBe('pending');
    expect(await decisionsOn(id)).toEqual([]);
    expect(await auditOf(id)).toEqual([]);
    expect(await coinsFor(id)).toBe(0);
  };

  test.each([
    ['a rejection without a reason', false, {}, 400, 'reason_missing'],
    ['an approval with a reason', true, { p_reason: 'other' }, 400, 'reason_missing'],
    ['neither approval nor rejection', null, {}, 400, 'reason_missing'],
    [
      'a note of 201 characters',
      false,
      { p_reason: 'other', p_note: 'x'.repeat(201) },
      400,
      'note_too_long',
    ],
  ])('for %s', async (_, approve, rest, status, code) => {
    expect(await refusal(decide(moderator, logId, approve, rest))).toMatchObject({ status, code });
    await unchanged();
  });

  test('for a reason that is not on the list', async () => {
    const refused = await refusal(decide(moderator, logId, false, { p_reason: 'ugly' }));
    expect(refused).toMatchObject({ status: 400, sqlState: '22P02' });
    await unchanged();
  });

  test.each([
    ['an unknown log', randomUUID()],
    ['no log', null],
  ])('for %s', async (_, id) => {
    const refused = await refusal(decide(moderator, id as string, true));
    expect(refused).toMatchObject({ status: 404, code: 'log_unknown', detail: {} });
  });

  test('to the moderator who made the log, while a colleague may', async () => {
    const own = await answer(logAction(moderator, action));
    const refused = await refusal(decide(moderator, own.id, true));
    expect(refused).toMatchObject({ status: 403, code: 'own_log' });
    await unchanged(own.id);
    await answer(decide(await signUpStaff('moderator'), own.id, true));
    expect(await statusOf(own.id)).toBe('approved');
  });

  test('to the resident who made the log, as if there were nothing to find', async () => {
    const refused = await refusal(decide(resident, logId, true));
    expect(refused).toMatchObject({ status: 404, code: 'not_found' });
    await unchanged();
  });

  test.each([['analyst'], ['merchant'], ['editor'], ['host'], ['administrator']] as const)(
    'to a member of staff who is %s and no moderator',
    async (role) => {
      const refused = await refusal(decide(await signUpStaff(role), logId, true));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
      await unchanged();
    },
  );

  test('to somebody who is not signed in', async () => {
    const refused = await refusal(decide({ ...moderator, api: visitor() }, logId, true));
    expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
    await unchanged();
  });

  test('by writing the log', async () => {
    for (const one of [resident, moderator]) {
      const refused = await refusal(
        one.api.from('action_logs').update({ status: 'approved' }).eq('id', logId),
      );
      expect(refused).toMatchObject({ status: 403, sqlState: '42501' });
    }
    await unchanged();
  });
});

test('a moderator sees the logs of all residents that wait; a resident does not', async () => {
  const other = await signUp();
  const waiting = (who: SignedIn) =>
    answer(who.api.from('action_logs').select('id').eq('status', 'pending').eq('id', logId));
  expect(await waiting(moderator)).toEqual([{ id: logId }]);
  expect(await waiting(other)).toEqual([]);
});

test('a moderator never reads whose log it is: not from the log, not from a decision, not from its taking back', async () => {
  for (const column of ['resident_id', 'evidence_path', 'idempotency_key', '*']) {
    const refused = await refusal(moderator.api.from('action_logs').select(column).eq('id', logId));
    expect(refused, column).toMatchObject({ sqlState: '42501' });
  }
  const nobody = { id: logId, resident_id: null, evidence_path: null, idempotency_key: null };
  expect(await answer(decide(moderator, logId, true))).toMatchObject({
    ...nobody,
    status: 'approved',
  });
  expect(await answer(moderator.api.rpc('undo_decision', { p_log_id: logId }))).toMatchObject({
    ...nobody,
    status: 'pending',
  });
});

test('residents read their own logs whole, and nobody else’s, whatever role they have', async () => {
  const mine = (who: SignedIn) => answer(who.api.rpc('get_my_logs', { p_id: logId }));
  expect(await mine(resident)).toMatchObject([{ id: logId, resident_id: resident.id }]);
  expect(await mine(moderator)).toEqual([]);
  const open = await answer(resident.api.rpc('get_my_logs'));
  expect(open.length).toBeLessThanOrEqual(20);
  expect(open[0]).toMatchObject({ id: logId, status: 'pending' });
});

test('the status of every log that a moderator decided can be rebuilt from the decisions', async () => {
  await answer(decide(moderator, logId, false, { p_reason: 'other' }));
  const differing = await sql`
    select l.id from public.action_logs l join (
      select distinct on (log_id) * from public.moderation_decisions order by log_id, id desc
    ) d on d.log_id = l.id
    left join public.log_appeals a on a.log_id = l.id and a.appealed_at >= d.decided_at
    where (l.status::text, l.reason) is distinct from (
      case when d.kind = 'undo' or (a.log_id is not null and not d.approved) then 'pending'
        when d.approved then 'approved' else 'rejected' end,
      case when a.log_id is null or d.approved then d.reason end)`;
  expect(differing).toEqual([]);
  expect(await decisionsOn(logId)).toHaveLength(1);
  expect((await logsOf(resident)).length).toBeGreaterThan(0);
});
