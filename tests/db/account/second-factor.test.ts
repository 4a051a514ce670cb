import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, signUp, signUpStaff } from '../../support/actors.ts';
import { asActor, sql, type Transaction } from '../../support/database.ts';
import { answer, refusal, refusalBy } from '../../support/refusals.ts';

const require = (isRequired: boolean) =>
  sql`update private.settings set require_second_factor = ${isRequired}`;

const listStaff = (tx: Transaction) => tx`select * from public.list_staff()`;
const needed = { status: 401, code: 'second_factor_needed', detail: {} };

let administrator: SignedIn;
beforeEach(async () => {
  administrator = await signUpStaff('administrator');
});
afterEach(() => require(false));

describe('where a second factor is required', () => {
  beforeEach(() => require(true));

  test('staff who proved only their password are told what is missing', async () => {
    expect(await refusal(administrator.api.rpc('enter_console'))).toMatchObject(needed);
    expect(await refusal(administrator.api.rpc('list_staff'))).toMatchObject(needed);
    expect(await refusalBy(asActor(administrator, listStaff))).toMatchObject(needed);
  });

  test('staff who proved both work as ever', async () => {
    const rows = await asActor({ ...administrator, aal: 'aal2' }, listStaff);
    expect(rows.length).toBeGreaterThan(0);
    const entered = await asActor(
      { ...administrator, aal: 'aal2' },
      (tx) => tx`select role from public.enter_console()`,
    );
    expect(entered).toEqual([{ role: 'administrator' }]);
  });

  test('policies give staff no more than a resident without it', async () => {
    await sql`insert into public.audit_entries (act, subject_kind) values ('test', 'test')`;
    const seen = (aal: 'aal1' | 'aal2') =>
      asActor({ ...administrator, aal }, (tx) => tx`select id from public.audit_entries limit 1`);
    expect(await seen('aal1')).toEqual([]);
    expect(await seen('aal2')).toHaveLength(1);
  });

  test('a session that has ended is told that first', async () => {
    await sql`update auth.sessions set created_at = now() - interval '9 hours'
      where id = ${administrator.session}`;
    const refused = await refusalBy(asActor({ ...administrator, aal: 'aal2' }, listStaff));
    expect(refused.code).toBe('staff_session_ended');
  });

  test('residents notice nothing, and colleagues without the role learn nothing', async () => {
    const resident = await signUp();
    expect(await answer(resident.api.rpc('enter_console'))).toEqual([]);
    expect(await answer(resident.api.from('my_wallet').select('balance'))).toHaveLength(1);
    expect((await refusal(resident.api.rpc('list_staff'))).code).toBe('not_found');
  });
});

test('where it is not required, the password is enough', async () => {
  expect((await answer(administrator.api.rpc('list_staff'))).length).toBeGreaterThan(0);
});

test('a platform that offers none says so with a code', async () => {
  const { error } = await administrator.api.auth.mfa.enroll({ factorType: 'totp' });
  expect(error?.code).toBe('mfa_totp_enroll_not_enabled');
});
