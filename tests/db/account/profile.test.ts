import { describe, expect, test } from 'vitest';
import { addResident, signUp, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';

const profileOf = async (id: string) => {
  const [row] = await sql`
    select display_name, town_code from public.profiles where resident_id = ${id}`;
  return row;
};

describe('a resident', () => {
  test('names themselves and their town', async () => {
    const resident = await signUp();
    const { error, status } = await resident.api
      .from('profiles')
      .update({ display_name: '王小明 Wang', town_code: 'fotang' })
      .eq('resident_id', resident.id);
    expect({ error, status }).toEqual({ error: null, status: 204 });
    expect(await profileOf(resident.id)).toEqual({
      display_name: '王小明 Wang',
      town_code: 'fotang',
    });
  });

  test('reads no profile but their own', async () => {
    const [resident, other] = await Promise.all([signUp(), signUp()]);
    const seen = await answer(resident.api.from('profiles').select('resident_id'));
    expect(seen).toEqual([{ resident_id: resident.id }]);
    const asked = await answer(
      resident.api.from('profiles').select('resident_id').eq('resident_id', other.id),
    );
    expect(asked).toEqual([]);
  });

  test('changes no profile but their own', async () => {
    const [resident, other] = await Promise.all([signUp(), signUp()]);
    const changed = await answer(
      resident.api
        .from('profiles')
        .update({ display_name: '不是我' })
        .eq('resident_id', other.id)
        .select('resident_id'),
    );
    expect(changed).toEqual([]);
    expect((await profileOf(other.id))?.display_name).toBe('');
  });

  test.each([['resident_id'], ['created_at']])('cannot change %s', async (column) => {
    const resident = await addResident();
    const refused = await refusalBy(
      asActor(resident, (tx) => tx`update public.profiles set ${tx(column)} = default`),
    );
    expect(refused.sqlState).toBe('42501');
  });
});

test('a visitor reads no profile', async () => {
  await signUp();
  const refused = await refusal(visitor().from('profiles').select('display_name'));
  expect(refused).toMatchObject({ status: 401, sqlState: '42501' });
});

describe('a display name', () => {
  const rename = async (name: string) => {
    const resident = await addResident();
    return {
      resident,
      call: asActor(resident, (tx) => tx`update public.profiles set display_name = ${name}`, {
        keep: true,
      }),
    };
  };

  test.each([
    ['of 40 letters', 'x'.repeat(40)],
    ['of 40 characters outside the basic plane', '𠮷'.repeat(40)],
    ['that is empty', ''],
    ['with markup, which is text', '<b>王</b>'],
  ])('%s is kept as it is', async (_, name) => {
    const { resident, call } = await rename(name);
    await call;
    expect((await profileOf(resident.id))?.display_name).toBe(name);
  });

  test.each([
    ['of 41 characters', 'x'.repeat(41), 'display_name_is_short'],
    ['of 41 Chinese characters', '王'.repeat(41), 'display_name_is_short'],
    ['of a million characters', 'x'.repeat(1_000_000), 'display_name_is_short'],
    ['with a line break', 'a\nb', 'display_name_is_one_line'],
    ['with a tab', 'a\tb', 'display_name_is_one_line'],
    ['with a bell', 'a\u0007b', 'display_name_is_one_line'],
    ['with a delete character', 'a\u007fb', 'display_name_is_one_line'],
    ['with an escape', '\u001b[31m', 'display_name_is_one_line'],
  ])('%s is refused', async (_, name, constraint) => {
    const { resident, call } = await rename(name);
    expect((await refusalBy(call)).constraint).toBe(constraint);
    expect((await profileOf(resident.id))?.display_name).toBe('');
  });
});

describe('a town', () => {
  test.each([['shanghai'], ['FOTANG'], ['']])(
    'such as %j, which Yiwu does not have, is refused',
    async (town) => {
      const resident = await addResident();
      const refused = await refusalBy(
        asActor(resident, (tx) => tx`update public.profiles set town_code = ${town}`, {
          keep: true,
        }),
      );
      expect(refused.constraint).toBe('profiles_town_code_fkey');
      expect((await profileOf(resident.id))?.town_code).toBeNull();
    },
  );

  test('may be taken back', async () => {
    const resident = await addResident();
    for (const town of ['yiting', null]) {
      await asActor(resident, (tx) => tx`update public.profiles set town_code = ${town}`, {
        keep: true,
      });
      expect((await profileOf(resident.id))?.town_code).toBe(town);
    }
  });

  test('is one of eight streets and six towns', async () => {
    const towns = await answer(visitor().from('towns').select('kind'));
    const count = (kind: string) => towns.filter((town) => town.kind === kind).length;
    expect([count('street'), count('town'), towns.length]).toEqual([8, 6, 14]);
  });
});
