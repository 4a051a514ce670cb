import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, signUpStaff, visitor } from '../../support/actors.ts';
import { sql } from '../../support/database.ts';
import { codeOf } from '../../support/point-codes.ts';
import { newPoint } from '../../support/points.ts';
import { answer, refusal } from '../../support/refusals.ts';

let editor: SignedIn;
beforeAll(async () => {
  editor = await signUpStaff('editor');
});

const content = (rest: Record<string, unknown> = {}) => ({
  action_code: 'base-visit',
  name_zh: '测试基地门口',
  name_en: 'Gate of a test base',
  town_code: 'fotang',
  kind: 'screen',
  opens: '09:00',
  closes: '16:30',
  weekdays: [2, 3, 4, 5, 6, 7],
  valid_from: '2026-11-01',
  valid_until: '',
  daily_limit: 300,
  latitude: 29.2009,
  longitude: 120.0215,
  radius_m: 150,
  is_open: true,
  ...rest,
});

const save = (who: SignedIn, id: string, version: number, fields: Record<string, unknown>) =>
  who.api.rpc('save_point', {
    p_id: id,
    p_version: version,
    p_content: fields as Record<string, string>,
  });

interface Key {
  handle: string;
  generation: number;
  secret?: string;
  code?: string;
}
const readKey = async (who: SignedIn, id: string) =>
  (await answer(who.api.rpc('read_point_key', { p_id: id }))) as unknown as Key;

const auditOf = (id: string) =>
  sql`select act, detail, before, after from public.audit_entries where subject_id = ${id} order by id`;

describe('saving a point is refused', () => {
  test.each([
    ['action_code', 'no-such-action'],
    ['name_zh', ' '],
    ['name_en', 'x'.repeat(121)],
    ['town_code', 'atlantis'],
    ['kind', 'hologram'],
    ['opens', '25:00'],
    ['opens', 9],
    ['closes', '08:00'],
    ['closes', ''],
    ['weekdays', []],
    ['weekdays', [8]],
    ['weekdays', 'every day'],
    ['valid_from', '2026-02-30'],
    ['valid_until', '2026-10-31'],
    ['daily_limit', 0],
    ['daily_limit', 1.5],
    ['latitude', 91],
    ['latitude', null],
    ['longitude', '120'],
    ['radius_m', 5],
    ['radius_m', null],
  ])('with %s %j', async (field, value) => {
    const id = randomUUID();
    const refused = await refusal(save(editor, id, 0, content({ [field]: value })));
    expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
    expect(await sql`select from public.action_points where id = ${id}`).toHaveLength(0);
  });

  test('to an editor of another town, and to them also when they would move it to theirs', async () => {
    const local = await signUpStaff('editor', { town: 'suxi' });
    const id = randomUUID();
    expect((await refusal(save(local, id, 0, content()))).code).toBe('not_found');
    await answer(save(editor, id, 0, content()));
    const moved = await refusal(save(local, id, 1, content({ town_code: 'suxi' })));
    expect(moved.code).toBe('not_found');
    expect((await refusal(local.api.rpc('read_point_key', { p_id: id }))).code).toBe('not_found');
  });

  test('under a version that is not the newest', async () => {
    const id = randomUUID();
    await answer(save(editor, id, 0, content()));
    await answer(save(editor, id, 1, content({ radius_m: 200 })));
    const refused = await refusal(save(editor, id, 1, content({ radius_m: 250 })));
    expect(refused).toMatchObject({ status: 409, code: 'newer_version', detail: { version: 2 } });
    expect((await refusal(save(editor, randomUUID(), 3, content()))).code).toBe('point_unknown');
  });
});

test('a point is saved once, keeps its handle, and tells nobody who changed it', async () => {
  const id = randomUUID();
  const made = await answer(save(editor, id, 0, content()));
  expect(made).toMatchObject({ id, version: 1, opens: '09:00:00', changed_by: null });
  expect(made.handle).toMatch(/^[2-9A-HJ-NP-TV-Z]{4}$/);
  expect(await answer(save(editor, id, 0, content()))).toEqual(made);
  const whole = content({ opens: '', closes: '', latitude: null, longitude: null, radius_m: null });
  const changed = await answer(save(editor, id, 1, whole));
  expect(changed).toMatchObject({ handle: made.handle, version: 2, opens: null, radius_m: null });
  expect(await auditOf(id)).toMatchObject([
    { act: 'save_point', before: null, after: { version: 1 } },
    { act: 'save_point', before: { radius_m: 150 }, after: { radius_m: null, version: 2 } },
  ]);
});

describe('the secret of a point', () => {
  test('makes the codes, and the audit says who read it', async () => {
    const screen = await newPoint('base-visit', { kind: 'screen' });
    const { handle, generation, secret, code } = await readKey(editor, screen.id);
    expect({ handle, generation, code }).toEqual({ handle: screen.handle, generation: 1 });
    const [row] = await sql`select private.point_code(${handle}, secret, 5) as code
      from private.point_secrets where point_id = ${screen.id}`;
    expect(codeOf(handle, Buffer.from(secret ?? '', 'hex'), 5)).toBe(row?.code);
    expect(await auditOf(screen.id)).toMatchObject([{ act: 'read_point_key' }]);
  });

  test('of a printed one stays in the database: its code is all there is to know', async () => {
    const sign = await newPoint('base-visit');
    const key = await readKey(editor, sign.id);
    expect(Object.keys(key).sort()).toEqual(['code', 'generation', 'handle']);
    expect(key.code).toMatch(new RegExp(`^${sign.handle}.{8}$`));
  });

  test('is replaced once, however often the same replacement is asked for', async () => {
    const { id, handle } = await newPoint('base-visit', { kind: 'screen' });
    const first = await readKey(editor, id);
    const renew = () => editor.api.rpc('renew_point_key', { p_id: id, p_generation: 1 });
    const [one, two] = await Promise.all([answer(renew()), answer(renew())]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ handle, generation: 2 });
    expect((one as unknown as Key).secret).not.toBe(first.secret);
    const acts = (await auditOf(id)).map(({ act }) => act);
    expect(acts.filter((act) => act === 'renew_point_key')).toHaveLength(1);
    const now = await answer(visitor().rpc('get_point_generation', { p_handle: handle }));
    expect(now).toBe(2);
  });
});
