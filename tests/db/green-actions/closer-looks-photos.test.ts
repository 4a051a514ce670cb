import { beforeAll, describe, expect, test } from 'vitest';
import { giveRole, type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { logAction, uploadPhoto } from '../../support/green-actions.ts';
import { mark, marksOf, newDhash, newSha256, reasonsFor, turnBits } from '../../support/marks.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

let action: string;
let moderator: SignedIn;

beforeAll(async () => {
  action = await newAction({ proof: 'photo', review: 'moderator', dailyCap: 50, weeklyCap: 500 });
  moderator = await signUpStaff('moderator');
});

/** Logs the action with a photo and gives the log's id. */
async function withPhoto(resident: SignedIn): Promise<string> {
  const log = await answer(
    logAction(resident, action, { p_evidence_path: await uploadPhoto(resident) }),
  );
  return log.id;
}
async function marked(resident: SignedIn, marks: Parameters<typeof mark>[1] = {}) {
  const id = await withPhoto(resident);
  await answer(mark(id, marks));
  return id;
}

describe('a moderator is shown', () => {
  test('the same file of another resident, on both logs', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const marks = { sha256: newSha256(), dhash: newDhash() };
    const first = await marked(one, marks);
    const second = await marked(other, marks);
    for (const [id, its] of [
      [second, first],
      [first, second],
    ] as const) {
      expect(await reasonsFor(moderator, id)).toEqual([
        {
          kind: 'same_photo',
          logs: [expect.objectContaining({ id: its, by_same_resident: false, status: 'pending' })],
        },
      ]);
    }
  });

  test('the same file of the same resident on another day', async () => {
    const resident = await signUp();
    const marks = { sha256: newSha256(), dhash: newDhash() };
    const first = await marked(resident, marks);
    await sql`update public.action_logs set logged_at = logged_at - interval '40 days',
      logged_on = logged_on - 40 where id = ${first}`;
    const second = await marked(resident, marks);
    expect(await reasonsFor(moderator, second)).toMatchObject([
      { kind: 'same_photo', logs: [{ id: first, by_same_resident: true }] },
    ]);
  });

  test.each([
    ['one', [5]],
    ['seven, two in three quarters and one in the last', [0, 9, 17, 31, 33, 47, 60]],
    ['eight, all in one quarter', [0, 1, 2, 3, 4, 5, 6, 7]],
  ])('a picture that differs in %s of the 64 bits', async (_, bits) => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const dhash = newDhash();
    const first = await marked(one, { dhash });
    const second = await marked(other, { dhash: turnBits(dhash, ...bits) });
    expect(await reasonsFor(moderator, second)).toMatchObject([
      { kind: 'near_photo', logs: [{ id: first, by_same_resident: false }] },
    ]);
  });

  test('nothing of a picture that differs in nine bits', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const dhash = newDhash();
    await marked(one, { dhash });
    const second = await marked(other, { dhash: turnBits(dhash, 0, 1, 2, 3, 4, 5, 6, 7, 8) });
    expect(await reasonsFor(moderator, second)).toEqual([]);
  });

  test('the five nearest, the same file before all others', async () => {
    const resident = await signUp();
    const marks = { sha256: newSha256(), dhash: newDhash() };
    const same = await marked(resident, marks);
    const near = [];
    for (const bit of [0, 1, 2, 3, 4, 5]) {
      near.push(await marked(resident, { dhash: turnBits(marks.dhash, bit) }));
    }
    const last = await marked(await signUp(), marks);
    const reasons = await reasonsFor(moderator, last);
    expect(reasons.map(({ kind, logs }) => [kind, logs?.length])).toEqual([
      ['same_photo', 1],
      ['near_photo', 4],
    ]);
    expect(reasons[0]?.logs?.[0]?.id).toBe(same);
  });

  test('no resident with any of it', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const marks = { sha256: newSha256(), dhash: newDhash() };
    await marked(one, marks);
    const said = JSON.stringify(await reasonsFor(moderator, await marked(other, marks)));
    expect(said).not.toContain(one.id);
    expect(said).not.toContain(one.email);
  });

  test('whether they may open the other log, which can be of a town they do not judge', async () => {
    const [one, other, townModerator] = await Promise.all([signUp(), signUp(), signUp()]);
    await giveRole(townModerator, 'moderator', { town: 'fotang' });
    await sql`update public.profiles set town_code = 'fotang' where resident_id = ${other.id}`;
    const marks = { sha256: newSha256(), dhash: newDhash() };
    await marked(one, marks);
    const second = await marked(other, marks);
    expect(await reasonsFor(townModerator, second)).toMatchObject([
      { logs: [{ is_open_to_caller: false }] },
    ]);
    expect(await reasonsFor(moderator, second)).toMatchObject([
      { logs: [{ is_open_to_caller: true }] },
    ]);
  });
});

describe('marks', () => {
  test('are saved once: others for the same photo change nothing', async () => {
    const marks = { sha256: newSha256(), dhash: newDhash() };
    const id = await marked(await signUp(), marks);
    await answer(mark(id));
    expect(await marksOf(id)).toMatchObject({ sha256: marks.sha256, marked: true, failed: false });
  });

  test.each([
    ['too short', { sha256: 'ab' }],
    ['in capitals', { dhash: 'ABCDEF0123456789' }],
    ['no digits', { dhash: '0123456789abcdeg' }],
  ])('are refused when they are %s', async (_, marks) => {
    const id = await withPhoto(await signUp());
    expect(await refusal(mark(id, marks))).toMatchObject({ status: 400, code: 'marks_invalid' });
    expect(await marksOf(id)).toMatchObject({ marked: false });
  });

  test('of the same file, saved for five logs at once, leave no pair unseen', async () => {
    const resident = await signUp();
    const marks = { sha256: newSha256(), dhash: newDhash() };
    const ids = await Promise.all(times(5, () => withPhoto(resident)));
    const { won } = await race(
      ids.map((id) => ({
        caller: { role: 'service_role' as const },
        run: (tx) => tx`select public.save_evidence_marks(${id}, ${marks.sha256}, ${marks.dhash})`,
      })),
    );
    expect(won).toHaveLength(5);
    for (const id of ids) {
      const [same] = await reasonsFor(moderator, id);
      expect(same).toMatchObject({ kind: 'same_photo' });
      expect(same?.logs?.map((log) => log.id).toSorted()).toEqual(
        ids.filter((other) => other !== id).toSorted(),
      );
    }
  });

  test('go with the account', async () => {
    const [one, other] = await Promise.all([signUp(), signUp()]);
    const marks = { sha256: newSha256(), dhash: newDhash() };
    const first = await marked(one, marks);
    const second = await marked(other, marks);
    await sql`delete from auth.users where id = ${one.id}`;
    expect(await marksOf(first)).toBeUndefined();
    expect(await reasonsFor(moderator, second)).toEqual([]);
  });
});
