import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addResident, type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { decide, logAction } from '../../support/green-actions.ts';
import { race } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';
import { chooseMail, emptyOutbox, jobs, mailsFor, notify } from './support.ts';

const inboxOf = (resident: SignedIn) =>
  answer(
    resident.api
      .from('notices')
      .select('id, kind, values, path, read_at')
      .order('created_at', { ascending: false }),
  );

describe('a notice', () => {
  test('arrives in the inbox of its resident and of nobody else', async () => {
    const [resident, other] = [await signUp(), await signUp()];
    await notify(resident, { values: { number: 7 }, path: '/feedback/track/?number=7' });
    expect(await inboxOf(resident)).toEqual([
      {
        id: expect.any(String),
        kind: 'feedback_answered',
        values: { number: 7 },
        path: '/feedback/track/?number=7',
        read_at: null,
      },
    ]);
    expect(await inboxOf(other)).toEqual([]);
  });

  test('is given once per key, with one mail, however often and at the same time it is told', async () => {
    const resident = await chooseMail(await signUp());
    const key = randomUUID();
    await race(
      Array.from({ length: 16 }, () => ({
        run: (tx) =>
          tx`select private.notify(${resident.id}, 'session_soon', '{}', '/my-events/', ${key}, true)`,
      })),
    );
    expect(await inboxOf(resident)).toHaveLength(1);
    expect(await mailsFor(resident)).toHaveLength(1);
  });

  test('of the same key may go to somebody else', async () => {
    const residents = [await signUp(), await signUp()];
    for (const one of residents) await notify(one, { key: 'minutes:1' });
    for (const one of residents) expect(await inboxOf(one)).toHaveLength(1);
  });

  test('comes by mail only to who chose it, when signing up or later, and until they choose otherwise', async () => {
    const [silent, early, late, unasked] = [
      await signUp(),
      await signUp({ wants_mail: true }),
      await signUp({ wants_mail: 'perhaps' }),
      await chooseMail(await signUp()),
    ];
    const choose = (one: SignedIn, wants_mail: boolean) =>
      answer(
        one.api.from('profiles').update({ wants_mail }).eq('resident_id', one.id).select('locale'),
      );
    const mailed = async (one: SignedIn) => (await mailsFor(one)).length;
    await notify(unasked, { mail: false });
    for (const one of [silent, early, late]) await notify(one);
    expect(await Promise.all([silent, early, late, unasked].map(mailed))).toEqual([0, 1, 0, 0]);
    await choose(late, true);
    await choose(early, false);
    for (const one of [silent, early, late]) await notify(one);
    expect(await Promise.all([silent, early, late].map(mailed))).toEqual([0, 1, 1]);
    expect(await inboxOf(silent)).toHaveLength(2);
  });

  test.each([['https://example.com/'], ['//example.com'], ['/\\example.com'], ['my-events']])(
    'does not lead out of the site: %s',
    async (path) => {
      const refused = await refusalBy(notify(await addResident(), { path }));
      expect(refused.constraint).toBe('notice_leads_into_the_site');
    },
  );

  test('tells a resident what became of their log', async () => {
    const [resident, moderator] = [await signUp(), await signUpStaff('moderator')];
    const action = await newAction({ review: 'moderator', coins: 6, dailyCap: 2 });
    const [good, bad] = [
      await answer(logAction(resident, action)),
      await answer(logAction(resident, action)),
    ];
    await answer(decide(moderator, good.id, true));
    await answer(decide(moderator, bad.id, false, { p_reason: 'unclear_photo' }));
    const values = { name_zh: '测试', name_en: 'Test', coins: 6 };
    expect(await inboxOf(resident)).toMatchObject([
      { kind: 'log_rejected', values, path: `/act/log/${bad.id}/` },
      { kind: 'log_approved', values, path: `/act/log/${good.id}/` },
    ]);
    expect(await mailsFor(resident)).toEqual([]);
  });

  test('of a decision comes by mail when it can no longer be taken back', async () => {
    const [resident, moderator] = [
      await chooseMail(await signUp()),
      await signUpStaff('moderator'),
    ];
    const action = await newAction({ review: 'moderator', coins: 6 });
    const log = await answer(logAction(resident, action));
    await emptyOutbox();
    const take = () => answer(jobs().rpc('take_mail', { p_limit: 10 }));

    await answer(decide(moderator, log.id, true));
    expect(await mailsFor(resident)).toHaveLength(1);
    expect(await take()).toEqual([]);
    await answer(moderator.api.rpc('undo_decision', { p_log_id: log.id }));
    expect(await mailsFor(resident)).toEqual([]);

    await answer(decide(moderator, log.id, false, { p_reason: 'unclear_photo' }));
    await sql`update private.outbox set send_after = send_after - interval '60 seconds'
      where resident_id = ${resident.id}`;
    expect(await take()).toEqual([]);
    await sql`update private.outbox set send_after = send_after - interval '10 seconds'
      where resident_id = ${resident.id}`;
    expect(await take()).toMatchObject([{ kind: 'log_rejected', email: resident.email }]);
  });

  test('goes with its account', async () => {
    const resident = await chooseMail(await addResident());
    await notify(resident);
    await sql`delete from auth.users where id = ${resident.id}`;
    expect(await sql`select from public.notices where resident_id = ${resident.id}`).toEqual([]);
    expect(await mailsFor(resident)).toEqual([]);
  });
});

describe('reading', () => {
  const read = (resident: SignedIn, p_ids: string[]) => resident.api.rpc('read_notices', { p_ids });

  test('is written down once, and the first moment stays', async () => {
    const resident = await signUp();
    await notify(resident);
    const [{ id } = { id: '' }] = await inboxOf(resident);
    expect(await answer(read(resident, [id]))).toBe(1);
    const [first] = await inboxOf(resident);
    expect(first?.read_at).not.toBeNull();
    expect(await answer(read(resident, [id]))).toBe(0);
    expect(await inboxOf(resident)).toEqual([first]);
  });

  test('passes over the notices of others and ids that are none', async () => {
    const [resident, other] = [await signUp(), await signUp()];
    await notify(other);
    const [{ id } = { id: '' }] = await inboxOf(other);
    expect(await answer(read(resident, [id, randomUUID()]))).toBe(0);
    expect(await inboxOf(other)).toMatchObject([{ read_at: null }]);
  });

  test('needs an account, and no notice is written past the function', async () => {
    expect((await refusal(visitor().rpc('read_notices', { p_ids: [] }))).status).toBe(401);
    const resident = await signUp();
    await notify(resident);
    const forged = { resident_id: resident.id, kind: 'forged', path: '/', key: 'forged' };
    expect((await refusal(resident.api.from('notices').insert(forged))).sqlState).toBe('42501');
    const emptied = resident.api.from('notices').delete().eq('resident_id', resident.id);
    expect((await refusal(emptied)).sqlState).toBe('42501');
  });
});
