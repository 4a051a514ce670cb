import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addResident,
  addResidents,
  addStaff,
  giveRole,
  type Resident,
  type SignedIn,
  signUp,
  signUpStaff,
} from '../../support/actors.ts';
import { asActor, become, sql } from '../../support/database.ts';
import { race } from '../../support/race.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';
import { newMerchant } from '../../support/things.ts';

// Some of these tests are about the last administrator, so nobody else's may be around.
let others: { resident_id: string }[] = [];
beforeEach(async () => {
  others = await sql`
    delete from public.staff_roles where role = 'administrator' returning resident_id`;
});
afterEach(async () => {
  await sql`delete from public.staff_roles where role = 'administrator'`;
  for (const { resident_id } of others) {
    await sql`insert into public.staff_roles (resident_id, role)
      values (${resident_id}, 'administrator')`;
  }
});

const rolesOf = async ({ id }: { id: string }) => {
  const rows = await sql`
    select role::text, merchant_id, granted_by from public.staff_roles
    where resident_id = ${id} order by staff_roles.role`;
  return [...rows];
};

const auditOf = async (subject: { id: string }) => {
  const rows = await sql`
    select actor_id, act, detail, before, after, address from public.audit_entries
    where subject_kind = 'staff_role' and subject_id = ${subject.id} order by id`;
  return [...rows];
};

const grant = (caller: SignedIn, args: Record<string, unknown>) =>
  caller.api.rpc('grant_staff_role', args as never);
const grantOf = async ({ id }: { id: string }, role: string) => {
  const [row] = await sql`
    select id from public.staff_roles where resident_id = ${id} and staff_roles.role = ${role}`;
  return row?.id as string;
};
const revoke = async (caller: SignedIn, resident: Resident, role: string) =>
  caller.api.rpc('revoke_staff_role', { p_id: await grantOf(resident, role) });

describe('an administrator', () => {
  test('gives a role by e-mail address, however it is spelt, and the audit says so', async () => {
    const [administrator, resident] = [await signUpStaff('administrator'), await addResident()];
    const p_email = `  ${resident.email.toUpperCase()} `;
    await answer(grant(administrator, { p_email, p_role: 'moderator' }));

    expect(await rolesOf(resident)).toEqual([
      { role: 'moderator', merchant_id: null, granted_by: administrator.id },
    ]);
    expect(await auditOf(resident)).toEqual([
      {
        actor_id: administrator.id,
        act: 'grant_staff_role',
        detail: { role: 'moderator' },
        before: null,
        after: expect.objectContaining({ resident_id: resident.id, role: 'moderator' }),
        address: '127.0.0.1',
      },
    ]);
  });

  test('gives several roles to one person', async () => {
    const [administrator, resident] = [await signUpStaff('administrator'), await addResident()];
    for (const p_role of ['moderator', 'analyst', 'administrator']) {
      await answer(grant(administrator, { p_email: resident.email, p_role }));
    }
    expect((await rolesOf(resident)).map(({ role }) => role)).toEqual([
      'moderator',
      'analyst',
      'administrator',
    ]);
  });

  test('moves a merchant to another shop by giving the role again', async () => {
    const [administrator, resident] = [await signUpStaff('administrator'), await addResident()];
    const shops = [await newMerchant(), await newMerchant()];
    for (const p_merchant_id of shops) {
      await answer(
        grant(administrator, { p_email: resident.email, p_role: 'merchant', p_merchant_id }),
      );
    }
    expect(await rolesOf(resident)).toEqual([
      { role: 'merchant', merchant_id: shops[1], granted_by: administrator.id },
    ]);
  });

  test('takes a role away, and twice is the same as once', async () => {
    const [administrator, moderator] = [
      await signUpStaff('administrator'),
      await addStaff('moderator'),
    ];
    const p_id = await grantOf(moderator, 'moderator');
    await answer(administrator.api.rpc('revoke_staff_role', { p_id }));
    await answer(administrator.api.rpc('revoke_staff_role', { p_id }));
    expect(await rolesOf(moderator)).toEqual([]);
    expect(await auditOf(moderator)).toEqual([
      {
        actor_id: administrator.id,
        act: 'revoke_staff_role',
        detail: { role: 'moderator' },
        before: expect.objectContaining({ id: p_id, role: 'moderator' }),
        after: null,
        address: '127.0.0.1',
      },
    ]);
  });

  test('dismisses another administrator, and twice is the same as once', async () => {
    const [administrator, colleague] = [
      await signUpStaff('administrator'),
      await addStaff('administrator'),
    ];
    const p_id = await grantOf(colleague, 'administrator');
    await answer(administrator.api.rpc('revoke_staff_role', { p_id }));
    await answer(administrator.api.rpc('revoke_staff_role', { p_id }));
    expect(await rolesOf(colleague)).toEqual([]);
    expect(await rolesOf(administrator)).toHaveLength(1);
  });

  test('sees everyone who holds a role, with their e-mail address and nobody else', async () => {
    const [administrator, analyst, resident] = [
      await signUpStaff('administrator'),
      await addStaff('analyst'),
      await addResident(),
    ];
    const staff = await answer(administrator.api.rpc('list_staff'));
    const emails = staff.map(({ email, role }) => [email, role]);
    expect(emails).toContainEqual([administrator.email, 'administrator']);
    expect(emails).toContainEqual([analyst.email, 'analyst']);
    expect(staff.map(({ resident_id }) => resident_id)).not.toContain(resident.id);
  });

  test.each([
    [
      'an unknown address',
      { p_email: 'nobody@example.com', p_role: 'moderator' },
      404,
      'account_unknown',
    ],
    ['no address', { p_email: null, p_role: 'moderator' }, 404, 'account_unknown'],
    ['a merchant without a shop', { p_role: 'merchant' }, 400, 'merchant_missing'],
    [
      'a shop without the role',
      { p_role: 'moderator', p_merchant_id: randomUUID() },
      400,
      'merchant_missing',
    ],
    [
      'an unknown shop',
      { p_role: 'merchant', p_merchant_id: randomUUID() },
      404,
      'merchant_unknown',
    ],
  ])('is refused for %s', async (_, args, status, code) => {
    const [administrator, resident] = [await signUpStaff('administrator'), await addResident()];
    const refused = await refusal(grant(administrator, { p_email: resident.email, ...args }));
    expect(refused).toMatchObject({ status, code });
    expect(await rolesOf(resident)).toEqual([]);
    expect(await auditOf(resident)).toEqual([]);
  });

  test('gives no role to themselves', async () => {
    const administrator = await signUpStaff('administrator');
    const refused = await refusal(
      grant(administrator, { p_email: administrator.email, p_role: 'moderator' }),
    );
    expect(refused).toMatchObject({ status: 403, code: 'own_role' });
    expect((await rolesOf(administrator)).map(({ role }) => role)).toEqual(['administrator']);
  });
});

describe('the last administrator', () => {
  test('cannot leave', async () => {
    const administrator = await signUpStaff('administrator');
    const refused = await refusal(revoke(administrator, administrator, 'administrator'));
    expect(refused).toMatchObject({ status: 409, code: 'last_administrator' });
    expect(await rolesOf(administrator)).toHaveLength(1);
  });

  test('can leave once there is another', async () => {
    const administrator = await signUpStaff('administrator');
    await addStaff('administrator');
    await answer(revoke(administrator, administrator, 'administrator'));
    expect(await rolesOf(administrator)).toEqual([]);
  });

  test('stays, however many administrators dismiss each other at the same time', async () => {
    const staff = await addResidents(10);
    for (const one of staff) await giveRole(one, 'administrator');
    const grants = await Promise.all(staff.map((one) => grantOf(one, 'administrator')));

    const { won, codes } = await race(
      staff.map((caller, turn) => ({
        caller,
        run: (tx) => tx`select public.revoke_staff_role(${grants[(turn + 1) % 10] ?? ''})`,
      })),
    );

    const [left] = await sql`
      select count(*)::integer as count from public.staff_roles where role = 'administrator'`;
    expect(left?.count).toBeGreaterThanOrEqual(1);
    expect(left?.count).toBe(10 - won.length);
    // Whoever was dismissed before their turn came finds nothing there any more.
    const others = Object.keys(codes).filter(
      (code) => !['last_administrator', 'not_found'].includes(code),
    );
    expect(others).toEqual([]);
  });
});

describe.each([['moderator'], ['editor'], ['analyst'], ['host'], ['merchant']] as const)(
  'a %s',
  (role) => {
    test('neither gives, takes nor lists roles, and learns nothing of the console', async () => {
      const [staff, resident] = [await signUpStaff(role), await addStaff('moderator')];
      const refusals = await Promise.all([
        refusal(grant(staff, { p_email: resident.email, p_role: 'analyst' })),
        refusal(grant(staff, { p_email: staff.email, p_role: 'administrator' })),
        refusal(revoke(staff, resident, 'moderator')),
        refusal(staff.api.rpc('list_staff')),
      ]);
      for (const refused of refusals) {
        expect(refused).toMatchObject({ status: 404, code: 'not_found', detail: {} });
      }
      expect((await rolesOf(resident)).map((one) => one.role)).toEqual(['moderator']);
      expect((await rolesOf(staff)).map((one) => one.role)).toEqual([role]);
    });
  },
);

test('a resident gives themselves no role, neither by the call nor by writing the table', async () => {
  const resident = await signUp();
  const byCall = grant(resident, { p_email: resident.email, p_role: 'administrator' });
  expect(await refusal(byCall)).toMatchObject({ status: 404, code: 'not_found' });
  const byTable = resident.api
    .from('staff_roles')
    .insert({ resident_id: resident.id, role: 'administrator' });
  expect(await refusal(byTable)).toMatchObject({ status: 403, sqlState: '42501' });
  expect(await rolesOf(resident)).toEqual([]);
});

test('a role that was taken away ends at once, in the session that is open', async () => {
  const [administrator, colleague] = [
    await signUpStaff('administrator'),
    await signUpStaff('administrator'),
  ];
  await answer(colleague.api.rpc('list_staff'));
  await answer(revoke(administrator, colleague, 'administrator'));
  expect((await refusal(colleague.api.rpc('list_staff'))).code).toBe('not_found');
});

describe('the first administrator', () => {
  const appoint = (email: string) =>
    sql.begin((tx) => tx`select private.appoint_first_administrator(${email})`);

  test('is appointed in the SQL editor, once', async () => {
    const [first, second] = await addResidents(2);
    if (!first || !second) throw new Error('Two residents are needed.');
    await appoint(first.email.toUpperCase());
    expect(await rolesOf(first)).toEqual([
      { role: 'administrator', merchant_id: null, granted_by: null },
    ]);
    const refused = await refusalBy(appoint(second.email));
    expect(refused).toMatchObject({ status: 409, code: 'administrator_exists' });
    expect(await rolesOf(second)).toEqual([]);
  });

  test('needs an account', async () => {
    const refused = await refusalBy(appoint('nobody@example.com'));
    expect(refused).toMatchObject({ status: 404, code: 'account_unknown' });
  });

  test('cannot be appointed by a resident, nor with the secret key', async () => {
    const resident = await addResident();
    for (const caller of [resident, { role: 'service_role' as const }]) {
      const refused = await refusalBy(
        sql.begin(async (tx) => {
          await become(tx, caller);
          await tx`select private.appoint_first_administrator(${resident.email})`;
        }),
      );
      expect(refused.sqlState).toBe('42501');
    }
    expect(await rolesOf(resident)).toEqual([]);
  });
});

describe('a role', () => {
  test.each([
    ['of a merchant without a shop', 'merchant', false],
    ['of a moderator with a shop', 'moderator', true],
  ])('%s is refused by the table itself', async (_, role, withShop) => {
    const [resident, shop] = [await addResident(), await newMerchant()];
    const refused = await refusalBy(
      sql`insert into public.staff_roles (resident_id, role, merchant_id)
        values (${resident.id}, ${role}, ${withShop ? shop : null})`.execute(),
    );
    expect(refused.constraint).toBe('merchant_role_names_its_merchant');
  });

  test('is seen by whoever holds it, and by no colleague', async () => {
    const [moderator, analyst] = [await addStaff('moderator'), await addStaff('analyst')];
    const seen = await asActor(moderator, (tx) => tx`select resident_id from public.staff_roles`);
    expect(seen).toEqual([{ resident_id: moderator.id }]);
    expect(seen).not.toContainEqual({ resident_id: analyst.id });
  });
});
