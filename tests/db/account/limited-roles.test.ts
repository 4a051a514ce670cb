import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addStaff,
  giveRole,
  type Resident,
  type SignedIn,
  signUp,
  signUpStaff,
} from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { newBase } from '../../support/education.ts';
import { decide, logAction } from '../../support/green-actions.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { newAction } from '../../support/things.ts';

const scopeOf = async (staff: Resident, role: string) => {
  const [row] = await asActor(
    staff,
    (
      tx,
    ) => tx`select private.has_role(${role}) as held, private.holds_everywhere(${role}) as everywhere,
      private.role_bases(${role}) as bases, private.role_towns(${role}) as towns`,
  );
  return row;
};

describe('what a role is limited to', () => {
  test('is nothing where neither base nor town is named', async () => {
    expect(await scopeOf(await addStaff('editor'), 'editor')).toEqual({
      held: true,
      everywhere: true,
      bases: [],
      towns: [],
    });
  });

  test('is the towns and the bases that its grants name', async () => {
    const base = await newBase();
    const host = await addStaff('host', { town: 'fotang' });
    await giveRole(host, 'host', { town: 'suxi' });
    await giveRole(host, 'host', { baseId: base });
    const scope = await scopeOf(host, 'host');
    expect(scope).toMatchObject({ held: true, everywhere: false, bases: [base] });
    expect(scope?.towns.toSorted()).toEqual(['fotang', 'suxi']);
  });

  test('is of one role and says nothing about another', async () => {
    const host = await addStaff('host', { town: 'fotang' });
    expect(await scopeOf(host, 'editor')).toEqual({
      held: false,
      everywhere: false,
      bases: [],
      towns: [],
    });
  });

  test('is nothing at all in a session that has ended', async () => {
    const editor = await addStaff('editor', { town: 'fotang' });
    await giveRole(editor, 'editor');
    await sql`update auth.sessions set created_at = now() - interval '9 hours'
      where id = ${editor.session}`;
    expect(await scopeOf(editor, 'editor')).toEqual({
      held: false,
      everywhere: false,
      bases: [],
      towns: [],
    });
  });

  test.each([
    ['a moderator to a base', 'moderator', { baseId: randomUUID() }],
    ['an analyst to a town', 'analyst', { town: 'fotang' }],
    ['an administrator to a town', 'administrator', { town: 'fotang' }],
    ['an administrator to a base', 'administrator', { baseId: randomUUID() }],
    ['a host to a base and a town', 'host', { baseId: randomUUID(), town: 'fotang' }],
    ['an editor to a town that does not exist', 'editor', { town: 'hangzhou' }],
  ] as const)('limits no %s', async (_, role, scope) => {
    const administrator = await signUpStaff('administrator');
    const resident = await signUp();
    const refused = await refusal(
      administrator.api.rpc('grant_staff_role', {
        p_email: resident.email,
        p_role: role,
        ...('baseId' in scope ? { p_base_id: scope.baseId } : {}),
        ...('town' in scope ? { p_town_code: scope.town } : {}),
      }),
    );
    expect(['scope_invalid', 'town_unknown']).toContain(refused.code);
    expect((await refusalBy(giveRole(resident, role, scope))).constraint).not.toBe('');
  });
});

describe('a place', () => {
  const enters = async (staff: Resident, town: string | null) => {
    const call = asActor(
      staff,
      (tx) => tx`select private.require_role_at('editor', null, ${town}) as id`,
    );
    return call.then(
      ([row]) => row?.id === staff.id,
      async (error) => (await refusalBy(Promise.reject(error))).code,
    );
  };

  test('lets in whoever holds the role for its town or everywhere', async () => {
    expect(await enters(await addStaff('editor'), 'fotang')).toBe(true);
    expect(await enters(await addStaff('editor', { town: 'fotang' }), 'fotang')).toBe(true);
  });

  test('is as if it did not exist for those of another town, and for those without the role', async () => {
    expect(await enters(await addStaff('editor', { town: 'suxi' }), 'fotang')).toBe('not_found');
    expect(await enters(await addStaff('editor', { town: 'suxi' }), null)).toBe('not_found');
    expect(await enters(await addStaff('host', { town: 'fotang' }), 'fotang')).toBe('not_found');
  });
});

describe('a base', () => {
  const entersBase = (staff: Resident, base: string) =>
    asActor(staff, (tx) => tx`select private.require_role_at('host', ${base}, null) as id`).then(
      ([row]) => row?.id === staff.id,
      async (error) => (await refusalBy(Promise.reject(error))).code,
    );

  test('lets in its own host, and the hosts of its town and of the whole city', async () => {
    const base = await newBase({ town: 'fotang' });
    for (const scope of [{ baseId: base }, { town: 'fotang' }, {}]) {
      expect(await entersBase(await addStaff('host', scope), base)).toBe(true);
    }
  });

  test('is as if it did not exist for the hosts of another base or town', async () => {
    const base = await newBase({ town: 'fotang' });
    for (const scope of [{ baseId: await newBase({ town: 'fotang' }) }, { town: 'suxi' }]) {
      expect(await entersBase(await addStaff('host', scope), base)).toBe('not_found');
    }
  });

  test('is named when an administrator gives the role, and has to exist', async () => {
    const [administrator, resident] = [await signUpStaff('administrator'), await signUp()];
    const grant = (p_base_id: string) =>
      administrator.api.rpc('grant_staff_role', {
        p_email: resident.email,
        p_role: 'host',
        p_base_id,
      });
    expect(await refusal(grant(randomUUID()))).toMatchObject({ status: 404, code: 'base_unknown' });
    const base = await newBase();
    await answer(grant(base));
    expect(await scopeOf(resident, 'host')).toMatchObject({ everywhere: false, bases: [base] });
  });
});

describe('a moderator of one town', () => {
  let moderator: SignedIn;
  let neighbour: SignedIn;
  let action: string;
  /** A log that waits, made by somebody who lives there. */
  const logFrom = async (town: string | null) => {
    const resident = await signUp();
    await sql`update public.profiles set town_code = ${town} where resident_id = ${resident.id}`;
    return (await answer(logAction(resident, action))).id;
  };
  beforeEach(async () => {
    moderator = await signUpStaff('moderator', { town: 'fotang' });
    neighbour = await signUpStaff('moderator', { town: 'suxi' });
    action = await newAction({ review: 'moderator' });
  });

  test('sees and judges the logs of the town', async () => {
    const id = await logFrom('fotang');
    expect(await answer(moderator.api.from('action_logs').select('id').eq('id', id))).toEqual([
      { id },
    ]);
    expect(await answer(decide(moderator, id, true))).toMatchObject({ id, status: 'approved' });
  });

  test.each([['suxi'], [null]])('neither sees nor judges a log of %s', async (town) => {
    const id = await logFrom(town);
    expect(await answer(moderator.api.from('action_logs').select('id').eq('id', id))).toEqual([]);
    expect(await refusal(decide(moderator, id, true))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  test('goes by the town the resident lived in when they logged it', async () => {
    const id = await logFrom('fotang');
    await sql`update public.profiles set town_code = 'suxi'
      where resident_id = (select resident_id from public.action_logs where id = ${id})`;
    expect((await refusal(decide(neighbour, id, true))).code).toBe('not_found');
    expect(await answer(decide(moderator, id, true))).toMatchObject({ status: 'approved' });
  });
});
