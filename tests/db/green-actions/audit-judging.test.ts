import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { judge, sample, samplesOf } from '../../support/audit.ts';
import { newHousehold } from '../../support/cells.ts';
import { sql } from '../../support/database.ts';
import { decide, logAction } from '../../support/green-actions.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, newAction, transfersOf } from '../../support/things.ts';

const month = '2018-05-01';
let first: SignedIn;
let second: SignedIn;
let resident: SignedIn;
let logId: string;

/** A log that the first moderator approved, drawn into the sample. */
async function sampled(who = resident): Promise<string> {
  const { id } = await answer(logAction(who, await newAction({ review: 'moderator', coins: 6 })));
  await answer(decide(first, id, true));
  await sample(month, [id]);
  return id;
}
const verdictOn = async (id: string) => {
  const [row] =
    await sql`select is_right, reason::text, note, judged_by from private.audit_samples where log_id = ${id}`;
  return row;
};
const isGiven = async (moderator: SignedIn, id = logId) =>
  (await samplesOf(moderator)).some((one) => one.id === id);

beforeEach(async () => {
  await sql`delete from private.audit_samples where month = ${month}`;
  [first, second, resident] = await Promise.all([
    signUpStaff('moderator'),
    signUpStaff('moderator'),
    signUp(),
  ]);
  logId = await sampled();
});

describe('a sampled log is given', () => {
  test('to a moderator who had no part in it, without what was decided and by whom', async () => {
    const [item] = (await samplesOf(second)).filter(({ id }) => id === logId);
    expect(item).toMatchObject({ month, id: logId, coins: 6, has_photo: false, approved: 0 });
    expect(Object.keys(item ?? {}).sort()).toEqual([
      'action_code',
      'appeals',
      'approved',
      'closer',
      'coins',
      'has_photo',
      'id',
      'logged_at',
      'month',
      'note',
      'rejected',
      'town_code',
    ]);
    expect(await isGiven(first)).toBe(false);
  });

  test('neither to whoever made it nor to somebody of their household', async () => {
    const relative = await signUpStaff('moderator');
    await newHousehold(resident, relative);
    const own = await sampled(second);
    expect(await isGiven(relative)).toBe(false);
    expect(await isGiven(second, own)).toBe(false);
    expect(await isGiven(relative, own)).toBe(true);
    expect(await refusal(judge(relative, logId, true))).toMatchObject({
      status: 403,
      code: 'own_cell',
    });
    expect(await refusal(judge(second, own, true))).toMatchObject({ status: 403, code: 'own_log' });
    expect(await verdictOn(logId)).toMatchObject({ is_right: null });
  });

  test('to nobody any more once it was judged, and counts in the work of today until then', async () => {
    const waiting = async () =>
      (await answer(second.api.rpc('get_desk_today'))).find(({ what }) => what === 'open_samples')
        ?.number ?? 0;
    const before = await waiting();
    expect(before).toBeGreaterThanOrEqual(1);
    await answer(judge(second, logId, true));
    expect(await waiting()).toBe(before - 1);
    expect(await isGiven(second)).toBe(false);
    expect(await isGiven(await signUpStaff('moderator'))).toBe(false);
  });

  test('to moderators of its town alone', async () => {
    const elsewhere = await signUpStaff('moderator', { town: 'fotang' });
    expect(await samplesOf(elsewhere)).toEqual([]);
    expect(await refusal(judge(elsewhere, logId, true))).toMatchObject({ status: 404 });
  });
});

describe('judging a second time', () => {
  test.each([
    ['right', true, {}, null, ''],
    ['wrong', false, { p_reason: 'seen_before', p_note: ' 三月用过 ' }, 'seen_before', '三月用过'],
  ] as const)('as %s is written down and moves no coins', async (_, right, rest, reason, note) => {
    const [balance, transfers] = [await balanceOf(resident), await transfersOf(resident)];
    await answer(judge(second, logId, right, rest));
    expect(await verdictOn(logId)).toEqual({ is_right: right, reason, note, judged_by: second.id });
    expect(await balanceOf(resident)).toBe(balance);
    expect(await transfersOf(resident)).toBe(transfers);
    const [log] =
      await sql`select status::text, reason from public.action_logs where id = ${logId}`;
    expect(log).toEqual({ status: 'approved', reason: null });
    const [audit] = await sql`select actor_id, detail from public.audit_entries
      where act = 'judge_audit_sample' and subject_id = ${logId}`;
    expect(audit).toMatchObject({ actor_id: second.id, detail: { month, right } });
  });

  test('twice alike is once; otherwise, or by a colleague, it is refused', async () => {
    await answer(judge(second, logId, false, { p_reason: 'other' }));
    await answer(judge(second, logId, false, { p_reason: 'other' }));
    const colleague = await signUpStaff('moderator');
    const tries: [SignedIn, boolean, object][] = [
      [second, true, {}],
      [second, false, { p_reason: 'seen_before' }],
      [colleague, true, {}],
      [colleague, false, { p_reason: 'other' }],
    ];
    for (const [who, right, rest] of tries) {
      expect(await refusal(judge(who, logId, right, rest))).toMatchObject({
        status: 409,
        code: 'judged_already',
      });
    }
    expect(await verdictOn(logId)).toMatchObject({ is_right: false, reason: 'other' });
    const [audit] = await sql`select count(*)::integer as count from public.audit_entries
      where act = 'judge_audit_sample' and subject_id = ${logId}`;
    expect(audit?.count).toBe(1);
  });

  test('is refused to the first moderator, and to whoever is none', async () => {
    expect(await refusal(judge(first, logId, true))).toMatchObject({
      status: 403,
      code: 'first_moderator',
    });
    const others = [
      resident,
      ...(await Promise.all([signUpStaff('editor'), signUpStaff('administrator')])),
    ];
    for (const who of others) {
      expect(await refusal(judge(who, logId, true))).toMatchObject({
        status: 404,
        code: 'not_found',
      });
      expect((await refusal(who.api.rpc('get_audit_queue'))).code).toBe('not_found');
    }
    expect(await verdictOn(logId)).toMatchObject({ is_right: null });
  });

  test.each([
    ['an approval with a reason', true, { p_reason: 'other' }, 400, 'reason_missing'],
    ['a rejection without one', false, {}, 400, 'reason_missing'],
    ['no verdict', null, {}, 400, 'reason_missing'],
    ['a note of 201 characters', true, { p_note: 'x'.repeat(201) }, 400, 'note_too_long'],
  ])('is refused for %s', async (_, right, rest, status, code) => {
    expect(await refusal(judge(second, logId, right, rest))).toMatchObject({ status, code });
    expect(await verdictOn(logId)).toMatchObject({ is_right: null });
  });

  test('is refused for a log that was not drawn', async () => {
    const { id } = await answer(logAction(resident, await newAction({ review: 'moderator' })));
    for (const unknown of [id, randomUUID()]) {
      expect(await refusal(judge(second, unknown, true))).toMatchObject({
        status: 404,
        code: 'log_unknown',
      });
    }
  });

  test('by 16 moderators at once leaves one verdict, and tells the others', async () => {
    const moderators = await Promise.all(times(16, () => signUpStaff('moderator')));
    const { won, codes } = await race(
      moderators.map((caller) => ({
        caller,
        run: (tx) => tx`select public.judge_audit_sample(${logId}, true)`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ judged_already: 15 });
  });
});

test('the published rate counts what was judged and what was wrong, and says how sure that is', async () => {
  await sample(month, []);
  const others = [await sampled(), await sampled(), await sampled()];
  await answer(judge(second, logId, false, { p_reason: 'other' }));
  await answer(judge(second, others[0] ?? '', true));
  const [row] =
    await sql`select sampled, judged, wrong, share, low, high from public.get_audit_rates()
    where month = ${month}`;
  expect(row).toMatchObject({ sampled: 4, judged: 2, wrong: 1, share: 0.5 });
  expect(row?.low).toBeCloseTo(0.0945, 3);
  expect(row?.high).toBeCloseTo(0.9055, 3);
});
