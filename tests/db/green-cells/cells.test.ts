import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addResident,
  addResidents,
  type SignedIn,
  signUp,
  signUpStaff,
} from '../../support/actors.ts';
import { createHousehold, joinCell, newCell, newHousehold } from '../../support/cells.ts';
import { asActor, sql } from '../../support/database.ts';
import { race, times, withScratchTable } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';

const create = (resident: SignedIn, id: string | null, name: string | null = '我们家') =>
  resident.api.rpc('create_household', { p_id: id, p_name: name } as never);
const join = (resident: SignedIn, code: string | null) =>
  resident.api.rpc('join_cell', { p_code: code } as never);
const myCells = (resident: SignedIn) =>
  answer(resident.api.from('my_cells').select('id, kind, name_zh, members, join_code'));

const membersOf = async (cellId: string) => {
  const [row] = await sql`
    select members, (select count(*)::integer from private.cell_members where cell_id = c.id) as rows
    from public.green_cells c where id = ${cellId}`;
  return row;
};

let resident: SignedIn;
beforeEach(async () => {
  resident = await signUp();
});

describe('a household', () => {
  test('is made by a resident, who is its first member and sees its code', async () => {
    const id = randomUUID();
    expect(await answer(create(resident, id))).toBe(id);
    expect(await myCells(resident)).toEqual([
      {
        id,
        kind: 'family',
        name_zh: '我们家',
        members: 1,
        join_code: expect.stringMatching(/^[2-9A-Z]{12}$/),
      },
    ]);
  });

  test('made twice with one id is one, and with another name is refused', async () => {
    const id = randomUUID();
    await answer(create(resident, id));
    await answer(create(resident, id));
    expect(await refusal(create(resident, id, '别家'))).toMatchObject({
      status: 409,
      code: 'key_reused',
    });
    expect(await membersOf(id)).toEqual({ members: 1, rows: 1 });
  });

  test('of somebody else cannot be had by its id', async () => {
    const id = randomUUID();
    await answer(create(await signUp(), id));
    expect(await refusal(create(resident, id))).toMatchObject({ status: 409, code: 'key_reused' });
    expect(await myCells(resident)).toEqual([]);
  });

  test.each([
    ['no name', null],
    ['blanks', '   '],
    ['two lines', '一\n二'],
    ['forty-one characters', '家'.repeat(41)],
    ['a megabyte', 'A'.repeat(1_000_000)],
  ])('with %s is refused', async (_, name) => {
    expect(await refusal(create(resident, randomUUID(), name))).toMatchObject({
      status: 400,
      code: 'cell_name_invalid',
      detail: { limit: 40 },
    });
  });

  test('without an id is refused', async () => {
    expect((await refusal(create(resident, null))).code).toBe('key_missing');
  });

  test('is one at a time: neither a second is made nor another joined', async () => {
    await answer(create(resident, randomUUID()));
    const other = await newHousehold();
    expect((await refusal(create(resident, randomUUID()))).code).toBe('in_a_household');
    expect((await refusal(join(resident, other.join_code))).code).toBe('in_a_household');
    expect(await membersOf(other.id)).toEqual({ members: 0, rows: 0 });
  });

  test('takes whoever knows its code, once, however it is typed', async () => {
    const { id, join_code } = await newHousehold(await addResident());
    const typed = ` ${join_code.slice(0, 5).toLowerCase()} - ${join_code.slice(5)} `;
    expect(await answer(join(resident, typed))).toBe(id);
    expect(await answer(join(resident, join_code))).toBe(id);
    expect(await membersOf(id)).toEqual({ members: 2, rows: 2 });
  });

  test.each([
    ['no code', null],
    ['an empty code', ''],
    ['a pattern', '%'],
    ['a code that nobody has', '2222222222'],
    ['a megabyte', 'A'.repeat(1_000_000)],
  ])('is not found by %s', async (_, code) => {
    expect(await refusal(join(resident, code))).toMatchObject({
      status: 404,
      code: 'cell_unknown',
    });
  });

  test('takes no eleventh person, also when thirty come at once', async () => {
    const { id, join_code } = await newHousehold(...(await addResidents(4)));
    const { won, codes } = await race(
      (await addResidents(30)).map((caller) => ({
        caller,
        run: (tx) => tx`select public.join_cell(${join_code})`,
      })),
    );
    expect(won).toHaveLength(6);
    expect(codes).toEqual({ household_full: 24 });
    expect(await membersOf(id)).toEqual({ members: 10, rows: 10 });
    expect(await refusal(join(resident, join_code))).toMatchObject({
      status: 409,
      code: 'household_full',
      detail: { limit: 10 },
    });
  });

  test('would take more if its members were counted first and written then', async () => {
    await withScratchTable('resident integer', async (table) => {
      const { won } = await race(
        times(30, (turn) => ({
          run: async (tx) => {
            const [row] = await tx.unsafe(`select count(*)::integer as members from ${table}`);
            if (row?.members >= 10) return false;
            await tx.unsafe(`insert into ${table} values (${turn})`);
            return true;
          },
        })),
      );
      expect(won.filter((joined) => joined).length).toBeGreaterThan(10);
    });
  });

  test('is one for a resident who joins sixteen at once', async () => {
    const [caller, households] = [
      await addResident(),
      await Promise.all(times(16, () => newHousehold())),
    ];
    const { won, codes } = await race(
      households.map(({ join_code }) => ({
        caller,
        run: (tx) => tx`select public.join_cell(${join_code})`,
      })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual({ in_a_household: 15 });
  });

  test('can be left, twice as once, and another joined then', async () => {
    const id = randomUUID();
    await answer(create(resident, id));
    await answer(resident.api.rpc('leave_cell', { p_id: id }));
    await answer(resident.api.rpc('leave_cell', { p_id: id }));
    expect(await membersOf(id)).toEqual({ members: 0, rows: 0 });
    const other = await newHousehold();
    await answer(join(resident, other.join_code));
    expect((await myCells(resident)).map((cell) => cell.id)).toEqual([other.id]);
  });

  test('loses whoever deletes their account', async () => {
    const leaving = await addResident();
    const { id } = await newHousehold(leaving, await addResident());
    await sql`delete from auth.users where id = ${leaving.id}`;
    expect(await membersOf(id)).toEqual({ members: 1, rows: 1 });
  });

  test('gets a new code from its members, and the old one lets nobody in', async () => {
    const id = randomUUID();
    await answer(create(resident, id));
    const [before] = await myCells(resident);
    const code = await answer(resident.api.rpc('renew_cell_code', { p_id: id }));
    expect(code).not.toBe(before?.join_code);
    const newcomer = await signUp();
    expect((await refusal(join(newcomer, before?.join_code ?? ''))).code).toBe('cell_unknown');
    expect(await answer(join(newcomer, code))).toBe(id);
  });

  test('gets no new code from anybody else, nor from editors', async () => {
    const { id } = await newHousehold(await addResident());
    const renew = (who: SignedIn) => refusal(who.api.rpc('renew_cell_code', { p_id: id }));
    expect((await renew(resident)).code).toBe('not_found');
    expect((await renew(await signUpStaff('editor'))).code).toBe('cell_unknown');
  });
});

describe('two residents share a cell', () => {
  const share = async (a: { id: string }, b: { id: string }) => {
    const [row] = await sql`select private.share_a_cell(${a.id}, ${b.id}) as shared`;
    return row?.shared;
  };

  test('when both belong to it, whatever its kind, and for 90 days after one has left', async () => {
    const [a, b, c] = (await addResidents(3)) as [SignedIn, SignedIn, SignedIn];
    expect(await share(a, b)).toBe(false);
    const { id } = await newCell({ members: [a, b] });
    expect(await share(a, b)).toBe(true);
    expect(await share(b, a)).toBe(true);
    expect(await share(a, c)).toBe(false);
    await asActor(a, (tx) => tx`select public.leave_cell(${id})`, { keep: true });
    expect(await share(a, b)).toBe(true);
    await sql`update private.left_cells set left_at = left_at - interval '90 days 1 second'
      where resident_id = ${a.id}`;
    await sql`select private.forget_left_cells()`;
    expect(await share(a, b)).toBe(false);
  });

  test('and only a household is where somebody lives', async () => {
    const caller = await addResident();
    await newCell({ members: [caller] });
    const homeOf = async () => {
      const [row] = await sql`select private.household_of(${caller.id}) as home`;
      return row?.home;
    };
    expect(await homeOf()).toBeNull();
    const home = await createHousehold(caller);
    expect(await homeOf()).toBe(home);
  });

  test('and nobody reads who they are', async () => {
    const refused = await refusalBy(
      asActor(resident, (tx) => tx`select * from private.cell_members`),
    );
    expect(refused.sqlState).toBe('42501');
  });
});

describe('a cell registered by an editor', () => {
  const content = (rest = {}) => ({
    kind: 'school',
    name_zh: '测试小学',
    name_en: 'Test school',
    town_code: 'fotang',
    is_open: true,
    ...rest,
  });
  const save = (who: SignedIn, id: string | null, version: number | null, form: unknown) =>
    who.api.rpc('save_cell', { p_id: id, p_version: version, p_content: form } as never);

  let editor: SignedIn;
  beforeEach(async () => {
    editor = await signUpStaff('editor', { town: 'fotang' });
  });

  test('has a code that lets residents in, who do not see the code', async () => {
    const id = randomUUID();
    const cell = await answer(save(editor, id, 0, content()));
    expect(cell).toMatchObject({ id, kind: 'school', version: 1, members: 0, changed_by: null });
    await joinCell(resident, cell.join_code);
    expect(await myCells(resident)).toEqual([
      { id, kind: 'school', name_zh: '测试小学', members: 1, join_code: null },
    ]);
  });

  test('beside which a resident may belong to others, and to a household', async () => {
    const cells = [await newCell(), await newCell({ kind: 'community' }), await newHousehold()];
    for (const { join_code } of cells) await joinCell(resident, join_code);
    expect(await myCells(resident)).toHaveLength(3);
  });

  test('is changed on top of its version, once, and audited without its code', async () => {
    const id = randomUUID();
    const { join_code } = await answer(save(editor, id, 0, content()));
    const changed = await answer(save(editor, id, 1, content({ name_zh: '新名' })));
    expect(changed).toMatchObject({ version: 2, name_zh: '新名', join_code });
    expect(await answer(save(editor, id, 1, content({ name_zh: '新名' })))).toEqual(changed);
    expect((await refusal(save(editor, id, 1, content()))).code).toBe('newer_version');
    const audit =
      await sql`select before, after from public.audit_entries where subject_id = ${id}`;
    expect(audit).toHaveLength(2);
    expect(JSON.stringify(audit)).not.toContain(join_code);
  });

  test('that is closed takes nobody any more, and keeps whom it has', async () => {
    const { id, join_code } = await newCell();
    await joinCell(resident, join_code);
    await answer(save(editor, id, 1, content({ is_open: false })));
    expect((await refusal(join(await signUp(), join_code))).code).toBe('cell_unknown');
    expect(await membersOf(id)).toEqual({ members: 1, rows: 1 });
  });

  test.each([
    ['no family', { kind: 'family' }, 'kind'],
    ['a kind that is one', { kind: 'factory' }, 'kind'],
    ['a name', { name_zh: ' ' }, 'name_zh'],
    ['one line of a name', { name_en: 'a\nb' }, 'name_en'],
    ['a town', { town_code: 'nowhere' }, 'town_code'],
  ])('needs %s', async (_, rest, field) => {
    const refused = await refusal(save(editor, randomUUID(), 0, content(rest)));
    expect(refused).toMatchObject({ status: 400, code: 'content_invalid', detail: { field } });
  });

  test('keeps its kind, which its members carry', async () => {
    const { id } = await newCell();
    const refused = await refusal(save(editor, id, 1, content({ kind: 'shop' })));
    expect(refused).toMatchObject({ code: 'content_invalid', detail: { field: 'kind' } });
  });

  test('is not for editors of another town, nor a household for any', async () => {
    const { id } = await newCell();
    const elsewhere = await signUpStaff('editor', { town: 'yiting' });
    expect((await refusal(save(elsewhere, id, 1, content({ town_code: 'yiting' })))).code).toBe(
      'not_found',
    );
    const home = await newHousehold();
    expect((await refusal(save(editor, home.id, 1, content()))).code).toBe('cell_unknown');
    expect(await answer(editor.api.from('green_cells').select('id').eq('id', home.id))).toEqual([]);
  });
});
