import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { decide, logAction, logsOf, uploadPhoto } from '../../support/green-actions.ts';
import { newPoint, shownAt } from '../../support/points.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, newAction } from '../../support/things.ts';

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

describe('an action proved by a photo', () => {
  test('is logged with the resident’s own photo and waits', async () => {
    const path = await uploadPhoto(resident);
    const log = await answer(logAction(resident, 'tree-planting', { p_evidence_path: path }));
    expect(log).toMatchObject({ status: 'pending', evidence_path: path, coins: 20 });
    expect(await balanceOf(resident)).toBe(0);
  });

  test.each([
    ['without a photo', () => ({}), 400, 'photo_missing'],
    ['with null for a photo', () => ({ p_evidence_path: null }), 400, 'photo_missing'],
    ['with an empty path', () => ({ p_evidence_path: '' }), 400, 'photo_unknown'],
    [
      'with a photo that never arrived',
      (id: string) => ({ p_evidence_path: `${id}/no.webp` }),
      400,
      'photo_unknown',
    ],
    [
      'with the folder for a photo',
      (id: string) => ({ p_evidence_path: id }),
      400,
      'photo_unknown',
    ],
    ['with a code instead', () => ({ p_onsite_code: 'FST2SQNL62DR' }), 400, 'photo_missing'],
  ])('is refused %s', async (_, rest, status, code) => {
    const refused = await refusal(logAction(resident, 'tree-planting', rest(resident.id)));
    expect(refused).toMatchObject({ status, code, detail: {} });
    expect(await logsOf(resident)).toEqual([]);
  });

  test.each([
    ['named plainly', (path: string) => path],
    ['through the resident’s own folder', (path: string, id: string) => `${id}/../${path}`],
  ])('is refused with another resident’s photo, %s', async (_, name) => {
    const other = await signUp();
    const path = await uploadPhoto(other);
    const refused = await refusal(
      logAction(resident, 'tree-planting', { p_evidence_path: name(path, resident.id) }),
    );
    expect(refused).toMatchObject({ status: 400, code: 'photo_unknown' });
    expect(await logsOf(resident)).toEqual([]);
    await answer(logAction(other, 'tree-planting', { p_evidence_path: path }));
  });

  test('is refused with a photo that proved another log, even a rejected one', async () => {
    const [moderator, path] = [await signUpStaff('moderator'), await uploadPhoto(resident)];
    const photo = { p_evidence_path: path };
    const log = await answer(logAction(resident, 'tree-planting', photo));
    expect(await refusal(logAction(resident, 'river-patrol', photo))).toMatchObject({
      status: 409,
      code: 'photo_used',
    });
    await answer(decide(moderator, log.id, false, { p_reason: 'unclear_photo' }));
    expect((await refusal(logAction(resident, 'tree-planting', photo))).code).toBe('photo_used');
    expect(await logsOf(resident)).toHaveLength(1);
  });

  test('counts one photo once, however many logs are sent with it at once', async () => {
    const path = await uploadPhoto(resident);
    const action = await newAction({ proof: 'photo', review: 'moderator', dailyCap: 100 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => logAction(resident, action, { p_evidence_path: path })),
    );
    expect(answers.filter(({ error }) => !error)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ error }) => (error ? [error.hint] : [])))).toEqual(
      new Set(['photo_used']),
    );
  });

  test('with the same key gives the same log, and with another photo is refused', async () => {
    const again = { p_idempotency_key: randomUUID(), p_evidence_path: await uploadPhoto(resident) };
    const log = await answer(logAction(resident, 'second-hand', again));
    expect(await answer(logAction(resident, 'second-hand', again))).toEqual(log);
    for (const p_evidence_path of [await uploadPhoto(resident), null]) {
      const refused = await refusal(
        logAction(resident, 'second-hand', { ...again, p_evidence_path }),
      );
      expect(refused).toMatchObject({ status: 409, code: 'key_reused' });
    }
  });
});

describe('an action proved on site', () => {
  test.each([['FST2SQNL62DR'], ['fst2sqnl62dr'], ['FST2-SQNL-62DR'], [' fst2 sqnl 62dr\t']])(
    'counts with the code of the place, typed as %j',
    async (code) => {
      const log = await answer(logAction(resident, 'base-visit', { p_onsite_code: code }));
      expect(log).toMatchObject({ status: 'approved', coins: 15 });
      expect(await balanceOf(resident)).toBe(15);
    },
  );

  test.each([
    ['without a code', {}],
    ['with null', { p_onsite_code: null }],
    ['with an empty code', { p_onsite_code: ' ' }],
    ['with a wrong code', { p_onsite_code: 'FST2SQNL62DS' }],
    ['with a pattern', { p_onsite_code: '%' }],
    ['with a photo instead', { p_evidence_path: 'x' }],
  ])('is refused %s', async (_, rest) => {
    const refused = await refusal(logAction(resident, 'base-visit', rest));
    expect(refused).toMatchObject({ status: 400, code: 'onsite_code_wrong', detail: {} });
    expect(await logsOf(resident)).toEqual([]);
    expect(await balanceOf(resident)).toBe(0);
  });

  test('is refused with the code of another action', async () => {
    const other = await newAction({ proof: 'onsite_code' });
    const p_onsite_code = await shownAt(await newPoint(other));
    const refused = await refusal(logAction(resident, 'base-visit', { p_onsite_code }));
    expect(refused).toMatchObject({ status: 400, code: 'onsite_code_wrong' });
    await answer(logAction(resident, other, { p_onsite_code }));
  });

  test('keeps its secrets from everyone who might look them up', async () => {
    const refused = await refusal(
      resident.api
        .schema('private' as never)
        .from('point_secrets')
        .select(),
    );
    expect(refused.status).toBe(406);
    const [row] = await sql`select count(*)::integer as count from private.point_secrets`;
    expect(row?.count).toBeGreaterThan(0);
  });
});

test('the price list lets no action be proved by a photo that nobody looks at', async () => {
  await expect(newAction({ proof: 'photo', review: 'automatic' })).rejects.toThrow(
    'photos_wait_for_a_moderator',
  );
});

test('a violation is not logged: it is sent as feedback', async () => {
  const resident = await signUp();
  const refused = await refusal(logAction(resident, 'violation-report'));
  expect(refused).toMatchObject({ status: 409, code: 'report_instead' });
  expect(await logsOf(resident)).toEqual([]);
});
