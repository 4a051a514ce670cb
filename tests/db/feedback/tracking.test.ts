import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { checkCharacter } from '../../../src/features/rewards/voucher-code.ts';
import { type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { addPhoto, assign, reply, report, stepsOf, stored } from '../../support/feedback.ts';
import { answer, refusal } from '../../support/refusals.ts';

let moderator: SignedIn;
let editor: SignedIn;
beforeAll(async () => {
  moderator = await signUpStaff('moderator');
  editor = await signUpStaff('editor');
});

/** Whether a photo is seen by somebody who names a tracking code, as the site does. */
async function seesWithCode(code: string, name: string): Promise<boolean> {
  const { apiUrl, publishableKey } = inject('stack');
  const client = createClient(apiUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { headers: { 'x-tracking-code': code } },
  });
  const { data } = await client.storage.from('feedback').download(name);
  return data !== null;
}

describe('a tracking code', () => {
  test('opens its report, however it is spaced, and no other', async () => {
    const [mine, other] = [await report({ p_body: '我的事' }), await report({ p_body: '别的事' })];
    const typed = ` ${mine.tracking_code.toLowerCase().replace(/(.{4})/g, '$1-')} `;
    const [seen] = await answer(visitor().rpc('read_my_report', { p_tracking_code: typed }));
    expect(seen).toMatchObject({ number: mine.number, body: '我的事' });
    expect(seen?.number).not.toBe(other.number);
    expect(seen).not.toHaveProperty('contact');
  });

  test('is not found by guessing: a thousand well-formed codes open nothing', async () => {
    const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
    const codes = Array.from({ length: 1000 }, () => {
      const body = Array.from(
        { length: 11 },
        () => alphabet[Math.floor(Math.random() * 31)] ?? '2',
      ).join('');
      return body + checkCharacter(body);
    });
    const [found] = await sql`
      select count(*)::integer as count from private.feedback_reports
      where tracking_hash = any (select private.tracking_hash_of(c) from unnest(${codes}::text[]) c)`;
    expect(found?.count).toBe(0);
    const [reports] = await sql`
      select count(*)::integer as count from private.feedback_reports`;
    expect(reports?.count).toBeGreaterThan(0);
  });

  test.each(['', '          ', 'AAAAAAAAAAAA', "' or true --", '%', '你好'])(
    'that is “%s” opens nothing',
    async (code) => {
      const refused = await refusal(visitor().rpc('read_my_report', { p_tracking_code: code }));
      expect(refused).toMatchObject({ status: 404, code: 'code_unknown', detail: {} });
    },
  );

  test('does not follow from another one of the same sender', async () => {
    const codes = new Set<string>();
    for (let turn = 0; turn < 20; turn += 1) codes.add((await report()).tracking_code);
    expect(codes.size).toBe(20);
    expect(new Set([...codes].map((code) => code.slice(0, 4))).size).toBeGreaterThan(15);
  });

  test('confirms and opens again only what has been answered', async () => {
    const { id, tracking_code } = await report();
    const handle = { p_tracking_code: tracking_code };
    const early = await refusal(visitor().rpc('confirm_feedback', handle));
    expect(early).toMatchObject({ status: 409, code: 'not_answered' });
    await answer(assign(moderator, id));
    await answer(reply(editor, id));
    const again = { p_words: '还在烧', ...handle };
    expect(await answer(visitor().rpc('reopen_feedback', again))).toBe('reopened');
    expect(await answer(visitor().rpc('reopen_feedback', again))).toBe('reopened');
    await answer(reply(editor, id, '又去了一次。'));
    expect(await answer(visitor().rpc('confirm_feedback', handle))).toBe('confirmed');
    expect(await answer(visitor().rpc('confirm_feedback', handle))).toBe('confirmed');
    expect((await refusal(visitor().rpc('reopen_feedback', again))).code).toBe('not_answered');
    expect(await stepsOf(id)).toEqual([
      'received',
      'assigned',
      'answered',
      'reopened',
      'answered',
      'confirmed',
    ]);
    expect(await stored(id)).toMatchObject({ reopened_count: 1, changed_by: null });
  });

  test('shows the reporter their own words, which nobody else reads among the steps', async () => {
    const { id, tracking_code } = await report();
    await answer(assign(moderator, id));
    await answer(reply(editor, id));
    const words = `还在烧 ${randomUUID()}`;
    await answer(
      visitor().rpc('reopen_feedback', { p_words: words, p_tracking_code: tracking_code }),
    );
    const steps = await answer(
      visitor().rpc('list_my_report_steps', { p_tracking_code: tracking_code }),
    );
    expect(steps.at(-1)).toMatchObject({ step: 'reopened', words });
    const seen = await answer(editor.api.from('feedback_steps').select().eq('feedback_id', id));
    expect(JSON.stringify(seen)).not.toContain(words);
    expect(seen.length).toBe(4);
  });
});

describe('a report from an account', () => {
  test('is settled by its number, and tells the reporter of the answer', async () => {
    const sender = await signUp();
    const { id, number } = await report({ p_with_account: true }, sender.api);
    await answer(assign(moderator, id));
    await answer(reply(editor, id));
    const notices = await answer(sender.api.from('notices').select('kind, values, path'));
    expect(notices).toEqual([
      { kind: 'feedback_answered', values: { number }, path: `/feedback/track/?number=${number}` },
    ]);
    expect(await answer(sender.api.rpc('confirm_feedback', { p_number: number }))).toBe(
      'confirmed',
    );
  });

  test('leaves no name where colleagues would read it, even when staff sent it', async () => {
    const { id, number } = await report({ p_with_account: true }, moderator.api);
    const other = await signUpStaff('moderator');
    await answer(assign(other, id));
    await answer(reply(editor, id));
    await answer(moderator.api.rpc('confirm_feedback', { p_number: number }));
    expect((await stored(id)).changed_by).toBeNull();
    const audit = await sql`
      select actor_id from public.audit_entries where subject_id = ${id}`;
    expect(audit.map(({ actor_id }) => actor_id)).not.toContain(moderator.id);
  });
});

describe('photos', () => {
  test('are taken as announced, each once, from nobody, within the hour', async () => {
    const { photo_folder: folder } = await report({ p_photos: 2 });
    expect((await addPhoto(folder, '1.webp')).error).toBeNull();
    expect((await addPhoto(folder, '2.webp')).error).toBeNull();
    expect((await addPhoto(folder, '1.jpg')).error, 'the same place again').not.toBeNull();
    expect((await addPhoto(folder, '3.webp')).error, 'one more than announced').not.toBeNull();
    expect((await addPhoto(folder, 'x.webp')).error, 'another name').not.toBeNull();
    expect((await addPhoto(randomUUID())).error, 'a folder of no report').not.toBeNull();
    const [owner] = await sql`
      select owner from storage.objects where name = ${`${folder}/1.webp`}`;
    expect(owner?.owner).toBeNull();

    const late = await report({ p_photos: 1 });
    await sql`update private.feedback_reports set received_at = now() - interval '61 minutes'
      where feedback_id = ${late.id}`;
    expect((await addPhoto(late.photo_folder)).error, 'after the hour').not.toBeNull();
  });

  test('are not taken with an account, which would stand beside them', async () => {
    const sender = await signUp();
    const { photo_folder } = await report({ p_photos: 1 });
    expect((await addPhoto(photo_folder, '1.webp', sender.api)).error).not.toBeNull();
  });

  test('are seen by their reporter, and by the desk as far as it goes', async () => {
    const { id, photo_folder, tracking_code } = await report({
      p_photos: 2,
      p_wants_public: true,
    });
    const names = ['1.webp', '2.webp'].map((name) => `${photo_folder}/${name}`);
    const [first = '', second = ''] = names;
    for (const name of ['1.webp', '2.webp']) await addPhoto(photo_folder, name);
    const sees = async (who: SignedIn | undefined, name: string) => {
      const { data } = await (who?.api ?? visitor()).storage.from('feedback').download(name);
      return data !== null;
    };
    expect(await seesWithCode(tracking_code, first)).toBe(true);
    expect(await seesWithCode('AAAAAAAAAAAA', first)).toBe(false);
    expect(await sees(undefined, first)).toBe(false);
    expect(await sees(moderator, first), 'before the recorded reading').toBe(false);

    const [original] = await answer(moderator.api.rpc('read_feedback_report', { p_id: id }));
    expect(original?.photos).toEqual(names);
    expect(await sees(moderator, first)).toBe(true);

    await answer(assign(moderator, id, { p_photos: [second] }));
    expect(await sees(editor, first)).toBe(false);
    expect(await sees(editor, second)).toBe(true);
    expect(await sees(undefined, second)).toBe(false);
    const { version } = await stored(id);
    await answer(
      moderator.api.rpc('publish_feedback', { p_id: id, p_version: version, p_is_public: true }),
    );
    expect(await sees(undefined, second)).toBe(true);
    expect(await sees(undefined, first)).toBe(false);
  });
});
