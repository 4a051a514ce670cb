import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import {
  assign,
  dayFromToday,
  reply,
  report,
  stepsOf,
  stored,
  versionOf,
} from '../../support/feedback.ts';
import { race, times } from '../../support/race.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, transfersOf } from '../../support/things.ts';

let moderator: SignedIn;
let editor: SignedIn;
beforeAll(async () => {
  moderator = await signUpStaff('moderator');
  editor = await signUpStaff('editor');
});

const verify = async (who: SignedIn, id: string, verified = true) =>
  who.api.rpc('verify_violation', {
    p_id: id,
    p_version: await versionOf(id),
    p_verified: verified,
  });
const publish = async (id: string, isPublic = true) =>
  moderator.api.rpc('publish_feedback', {
    p_id: id,
    p_version: await versionOf(id),
    p_is_public: isPublic,
  });
const link = async (id: string, original: string | null) =>
  moderator.api.rpc('link_feedback', {
    p_id: id,
    p_version: await versionOf(id),
    p_duplicate_of: original as string,
  });

describe('the original of a report', () => {
  test('is read by a moderator, without the account, and the reading is recorded', async () => {
    const sender = await signUp();
    const body = `原文 ${randomUUID()}`;
    const { id } = await report(
      { p_body: body, p_contact: '13800000000', p_with_account: true },
      sender.api,
    );
    const rows = await answer(moderator.api.rpc('read_feedback_report', { p_id: id }));
    expect(rows[0]).toMatchObject({ body, contact: '13800000000' });
    expect(JSON.stringify(rows)).not.toContain(sender.id);
    expect(
      await sql`select actor_id, act, subject_kind from public.audit_entries where subject_id = ${id}`,
    ).toEqual([{ actor_id: moderator.id, act: 'read_feedback_report', subject_kind: 'feedback' }]);
  });

  test('is beyond everybody else of the console, and of every table they read', async () => {
    const sender = await signUp();
    const [body, contact] = [`原文 ${randomUUID()}`, `x${randomUUID()}@example.com`];
    const { id } = await report(
      { p_body: body, p_contact: contact, p_with_account: true, p_wants_public: true },
      sender.api,
    );
    await answer(assign(moderator, id));
    await answer(publish(id));
    for (const role of ['editor', 'analyst', 'host', 'administrator', 'merchant'] as const) {
      const staff = await signUpStaff(role);
      const refused = await refusal(staff.api.rpc('read_feedback_report', { p_id: id }));
      expect(refused).toMatchObject({ status: 404, code: 'not_found' });
      for (const table of ['feedback_reports', 'feedback_replies'] as const) {
        const closed = await refusal(
          staff.api
            .schema('private' as never)
            .from(table)
            .select(),
        );
        expect(closed.status).toBe(406);
      }
    }
    for (const staff of [moderator, editor, await signUpStaff('administrator')]) {
      const seen = [
        await answer(staff.api.from('feedback').select('id, public_text').eq('id', id)),
        await answer(staff.api.from('feedback_steps').select().eq('feedback_id', id)),
        await answer(staff.api.from('desk_feedback').select().eq('id', id)),
        await answer(staff.api.from('audit_entries').select()),
      ];
      for (const secret of [sender.id, body, contact, sender.email]) {
        expect(JSON.stringify(seen)).not.toContain(secret);
      }
    }
  });

  test('does not exist for an editor before a moderator has looked', async () => {
    const { id } = await report();
    expect(await answer(editor.api.from('feedback').select('id').eq('id', id))).toEqual([]);
    const refused = await refusal(reply(editor, id));
    expect(refused).toMatchObject({ status: 404, code: 'feedback_unknown' });
  });
});

describe('towns', () => {
  test('a moderator of another town neither sees, reads, passes on nor closes a report', async () => {
    const stranger = await signUpStaff('moderator', { town: 'suxi' });
    const { id } = await report();
    expect(await answer(stranger.api.from('desk_feedback').select('id').eq('id', id))).toEqual([]);
    const calls = [
      stranger.api.rpc('read_feedback_report', { p_id: id }),
      assign(stranger, id),
      verify(stranger, id),
      stranger.api.rpc('suggest_duplicates', { p_id: id }),
      stranger.api.rpc('close_feedback', { p_id: id, p_version: 1, p_words: 'x' }),
      stranger.api.rpc('link_feedback', { p_id: id, p_version: 1 }),
      stranger.api.rpc('publish_feedback', { p_id: id, p_version: 1, p_is_public: true }),
    ];
    for (const call of calls) expect((await refusal(call)).code).toBe('not_found');
    expect(await stepsOf(id)).toEqual(['received']);
  });

  test('a report of no town is for those limited to none', async () => {
    const local = await signUpStaff('moderator', { town: 'fotang' });
    const { id } = await report({ p_town_code: null });
    expect((await refusal(assign(local, id))).code).toBe('not_found');
    await answer(assign(moderator, id));
    await answer(local.api.rpc('read_feedback_report', { p_id: id }));
  });

  test('an editor of another town cannot answer', async () => {
    const stranger = await signUpStaff('editor', { town: 'suxi' });
    const { id } = await report();
    await answer(assign(moderator, id));
    expect((await refusal(reply(stranger, id))).code).toBe('not_found');
  });
});

describe('passing on', () => {
  test.each([
    ['without a department', { p_department: '' }, 'department_missing'],
    ['with a department that is no code', { p_department: 'Nobody!' }, 'department_missing'],
    ['without a text', { p_public_text: ' ' }, 'text_missing'],
    ['with a day that is over', { p_due_on: '2020-01-01' }, 'due_invalid'],
    ['with no day', { p_due_on: null }, 'due_invalid'],
    ['with a town that is none', { p_town_code: 'atlantis' }, 'town_unknown'],
    ['with somebody else’s photo', { p_photos: [`${randomUUID()}/1.webp`] }, 'photos_unknown'],
  ])('%s is refused', async (_, values, code) => {
    const { id } = await report();
    expect((await refusal(assign(moderator, id, values))).code).toBe(code);
    expect((await stored(id)).status).toBe('received');
  });

  test('twice with the same is once', async () => {
    const { id } = await report();
    const first = await answer(assign(moderator, id));
    expect(await answer(assign(moderator, id, { p_version: 1 }))).toEqual(first);
    expect(await stepsOf(id)).toEqual(['received', 'assigned']);
  });

  test('over a colleague’s newer version is refused, and says whose', async () => {
    const { id } = await report();
    const seen = await versionOf(id);
    await answer(assign(moderator, id));
    const other = await signUpStaff('moderator');
    const refused = await refusal(
      assign(other, id, { p_version: seen, p_public_text: '另一种写法' }),
    );
    expect(refused).toMatchObject({
      status: 409,
      code: 'newer_version',
      detail: { version: seen + 1, by: '' },
    });
    expect((await stored(id)).public_text).toBe('溪边有人烧垃圾。');
  });

  test('two editors at one answer: one is written, the other is told', async () => {
    const { id } = await report();
    await answer(assign(moderator, id));
    const version = await versionOf(id);
    const { won, codes } = await race(
      times(8, (turn) => ({
        caller: editor,
        run: (tx) =>
          tx`select public.answer_feedback(${id}, ${version}::integer, ${`答复 ${turn}`})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ newer_version: 7 });
  });
});

describe('publishing', () => {
  test('needs the reporter’s wish and a moderator’s look, and shows no more than the text', async () => {
    const unwilling = await report();
    await answer(assign(moderator, unwilling.id));
    expect((await refusal(publish(unwilling.id))).code).toBe('consent_missing');
    const { id, number } = await report({ p_wants_public: true, p_body: '我叫王小明' });
    expect((await refusal(publish(id))).code).toBe('text_missing');
    await answer(assign(moderator, id));
    const shown = () => answer(visitor().from('public_feedback').select().eq('number', number));
    expect(await shown()).toEqual([]);
    await answer(publish(id));
    const [item] = await shown();
    expect(item).toMatchObject({ public_text: '溪边有人烧垃圾。', is_overdue: false });
    expect(JSON.stringify(item)).not.toContain('王小明');
    await answer(publish(id, false));
    expect(await shown()).toEqual([]);
  });

  test('turns a matter late by the day alone, and raises the revision of the site', async () => {
    const { id, number } = await report({ p_wants_public: true });
    await answer(assign(moderator, id));
    const revision = async () => Number(await answer(visitor().rpc('site_revision')));
    const before = await revision();
    await answer(publish(id));
    expect(await revision()).toBeGreaterThan(before);
    await sql`update public.feedback set due_on = ${await dayFromToday(-1)} where id = ${id}`;
    const [item] = await answer(
      visitor().from('public_feedback').select('is_overdue').eq('number', number),
    );
    expect(item?.is_overdue).toBe(true);
  });
});

describe('a verified violation', () => {
  test('pays its price once, to the account that nobody is shown', async () => {
    const sender = await signUp();
    const { id } = await report({ p_kind: 'violation', p_with_account: true }, sender.api);
    const [price] = await sql`
      select coins::integer as coins from public.price_list where code = 'violation-report'`;
    const version = await versionOf(id);
    const { won, refused } = await race(
      times(32, () => ({
        caller: moderator,
        run: (tx) => tx`select public.verify_violation(${id}, ${version}::integer, true)`,
      })),
    );
    expect(refused).toEqual([]);
    expect(won).toHaveLength(32);
    expect(await balanceOf(sender)).toBe(price?.coins);
    expect(await transfersOf(sender)).toBe(1);
    expect(await stepsOf(id)).toEqual(['received', 'verified']);
    const kinds = await answer(sender.api.from('notices').select('kind'));
    expect(kinds).toEqual([{ kind: 'feedback_verified' }]);
  });

  test('looks the same to the desk whether there was an account or not', async () => {
    const sender = await signUp();
    const [known, unknown] = [
      await report({ p_kind: 'violation', p_with_account: true }, sender.api),
      await report({ p_kind: 'violation' }),
    ];
    const shape = (item: object) =>
      Object.entries(item).filter(([key]) => !/^(id|number|.*_at)$/.test(key));
    const answers = [
      await answer(verify(moderator, known.id)),
      await answer(verify(moderator, unknown.id)),
    ];
    expect(shape(answers[0] as object)).toEqual(shape(answers[1] as object));
    const before = await sql`select count(*)::integer as n from ledger.transfers
      where reference = ${`violation:${unknown.id}`}`;
    expect(before[0]?.n).toBe(0);
  });

  test('is no more taken back, but one that was not verified may still be', async () => {
    const { id } = await report({ p_kind: 'violation' });
    await answer(verify(moderator, id, false));
    await answer(verify(moderator, id));
    expect((await refusal(verify(moderator, id, false))).code).toBe('verified_already');
  });

  test('is not one’s own, and no other kind', async () => {
    const own = await report({ p_kind: 'violation', p_with_account: true }, moderator.api);
    expect((await refusal(verify(moderator, own.id))).code).toBe('own_report');
    const complaint = await report();
    expect((await refusal(verify(moderator, complaint.id))).code).toBe('not_a_violation');
  });
});

describe('duplicates', () => {
  test('are answered with their original, each reporter told', async () => {
    const sender = await signUp();
    const [first, second] = [await report(), await report({ p_with_account: true }, sender.api)];
    await answer(link(second.id, first.id));
    await answer(assign(moderator, first.id));
    await answer(reply(editor, first.id, '一起答复。'));
    expect(await stored(second.id)).toMatchObject({ status: 'answered', answer_zh: '一起答复。' });
    expect((await stored(first.id)).duplicates).toBe(1);
    expect(await answer(sender.api.from('notices').select('kind'))).toEqual([
      { kind: 'feedback_answered' },
    ]);
  });

  test('linked after the answer get it at once; unlinked they count no more', async () => {
    const [first, second] = [await report(), await report()];
    await answer(assign(moderator, first.id));
    await answer(reply(editor, first.id));
    await answer(link(second.id, first.id));
    expect((await stored(second.id)).status).toBe('answered');
    await answer(link(second.id, null));
    expect((await stored(first.id)).duplicates).toBe(0);
  });

  test('make neither chains nor circles', async () => {
    const [a, b, c] = [await report(), await report(), await report()];
    await answer(link(b.id, a.id));
    await answer(link(c.id, b.id));
    expect((await stored(c.id)).duplicate_of).toBe(a.id);
    expect((await refusal(link(a.id, b.id))).code).toBe('duplicate_of_itself');
    const d = await report();
    await answer(link(a.id, d.id));
    expect((await stored(b.id)).duplicate_of).toBe(d.id);
    expect((await stored(d.id)).duplicates).toBe(3);
  });

  test('are found by their words, and those of other matters are not', async () => {
    const words = `东溪桥下 ${randomUUID().slice(0, 6)} 的水渠冒白色泡沫，有刺鼻的味道`;
    const old = await report({ p_body: words });
    const other = await report({ p_body: '菜场门口想要一个旧衣回收箱' });
    const { id } = await report({ p_body: `今天${words}，请来看看` });
    const found = await answer(moderator.api.rpc('suggest_duplicates', { p_id: id }));
    expect(found[0]).toMatchObject({ id: old.id });
    expect(found.map((one) => one.id)).not.toContain(other.id);
  });
});

test('a report that is closed tells its reporter why, and is not published any more', async () => {
  const sender = await signUp();
  const { id, number } = await report({ p_wants_public: true, p_with_account: true }, sender.api);
  await answer(assign(moderator, id));
  await answer(publish(id));
  const close = async (words: string) =>
    moderator.api.rpc('close_feedback', {
      p_id: id,
      p_version: await versionOf(id),
      p_words: words,
    });
  expect((await refusal(close(' '))).code).toBe('words_missing');
  await answer(close('这是广告'));
  expect(await stored(id)).toMatchObject({ status: 'closed', is_public: false });
  const steps = await answer(sender.api.rpc('list_my_report_steps', { p_number: number }));
  expect(steps.at(-1)).toMatchObject({ step: 'closed', words: '这是广告' });
  expect((await refusal(assign(moderator, id, { p_public_text: '改' }))).code).toBe(
    'feedback_closed',
  );
});

test('the totals count everything but duplicates and what was closed', async () => {
  const totals = async () => (await answer(visitor().rpc('get_feedback_totals')))[0];
  const before = await totals();
  const [first, second] = [await report(), await report()];
  await answer(link(second.id, first.id));
  await answer(assign(moderator, first.id));
  await answer(reply(editor, first.id));
  await answer(visitor().rpc('confirm_feedback', { p_tracking_code: first.tracking_code }));
  const after = await totals();
  const grown = (name: 'received' | 'answered' | 'confirmed') =>
    Number(after?.[name]) - Number(before?.[name]);
  expect([grown('received'), grown('answered'), grown('confirmed')]).toEqual([1, 1, 1]);
});
