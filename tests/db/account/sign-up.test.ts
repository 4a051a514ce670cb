import { describe, expect, test } from 'vitest';
import { privacyVersion } from '../../../src/lib/site.ts';
import { addStaff, signUp, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { answer, refusal } from '../../support/refusals.ts';
import { balanceOf, giveCoins, transfersOf } from '../../support/things.ts';

const consentsOf = (id: string) =>
  sql`select document, version from public.consents where resident_id = ${id}`;

describe('signing up', () => {
  test('opens an empty profile, an empty wallet and writes down the consent with its version', async () => {
    const resident = await signUp();

    expect(
      await answer(resident.api.from('profiles').select('resident_id, display_name, town_code')),
    ).toEqual([{ resident_id: resident.id, display_name: '', town_code: null }]);
    expect(await answer(resident.api.from('my_wallet').select('balance').single())).toEqual({
      balance: 0,
    });
    expect(await answer(resident.api.from('consents').select('document, version'))).toEqual([
      { document: 'privacy', version: privacyVersion },
    ]);
  });

  test('writes down no consent that was not given', async () => {
    const resident = await signUp({});
    expect(await consentsOf(resident.id)).toEqual([]);
    expect(await balanceOf(resident)).toBe(0);
  });

  test.each([['tomorrow'], ['2026-11-23; drop'], [''], [20261123], [{ version: '2026-11-23' }]])(
    'writes down no consent to a version that is not a date, such as %j',
    async (privacy_version) => {
      const resident = await signUp({ privacy_version });
      expect(await consentsOf(resident.id)).toEqual([]);
    },
  );

  test('gives nobody a role, whatever they say of themselves', async () => {
    const resident = await signUp({ role: 'administrator', staff_role: 'moderator', coins: 1_000 });
    expect(await sql`select from public.staff_roles where resident_id = ${resident.id}`).toEqual(
      [],
    );
    expect((await refusal(resident.api.rpc('list_staff'))).code).toBe('not_found');
    expect(await balanceOf(resident)).toBe(0);
  });

  test('twice with one e-mail address makes one account', async () => {
    const first = await signUp();
    const { data } = await visitor().auth.signUp({ email: first.email, password: 'another-one-1' });
    expect(data.session).toBeNull();
    expect(await sql`select id from auth.users where email = ${first.email}`).toEqual([
      { id: first.id },
    ]);
  });

  test('lets the resident sign in again with the password, and nobody with another', async () => {
    const { email, password, id } = await signUp();
    const good = await visitor().auth.signInWithPassword({ email, password });
    expect(good.data.user?.id).toBe(id);
    const bad = await visitor().auth.signInWithPassword({ email, password: `${password}x` });
    expect(bad.data.session).toBeNull();
    expect(bad.error?.status).toBe(400);
  });
});

describe('a consent', () => {
  test('to a newer version is added beside the older one', async () => {
    const resident = await signUp();
    const { error } = await resident.api
      .from('consents')
      .insert({ document: 'privacy', version: '2030-01-01' });
    expect(error).toBeNull();
    expect(await consentsOf(resident.id)).toEqual([
      { document: 'privacy', version: privacyVersion },
      { document: 'privacy', version: '2030-01-01' },
    ]);
  });

  test.each([
    ['for somebody else', (other: string) => ({ version: '2030-01-01', resident_id: other })],
    ['given in the past', () => ({ version: '2030-01-01', given_at: '2020-01-01T00:00:00Z' })],
    ['to an unknown document', () => ({ version: '2030-01-01', document: 'cookies' })],
    ['to a version without a date', () => ({ version: 'newest' })],
    ['that was given before', () => ({ version: privacyVersion })],
  ])('%s is refused', async (_, row) => {
    const [resident, other] = await Promise.all([signUp(), signUp()]);
    await refusal(
      resident.api.from('consents').insert({ document: 'privacy', ...row(other.id) } as never),
    );
    for (const { id } of [resident, other]) {
      expect(await consentsOf(id)).toEqual([{ document: 'privacy', version: privacyVersion }]);
    }
  });
});

describe('an account that is deleted', () => {
  test('takes its profile, roles and consents along and leaves the books as they are', async () => {
    const leaver = await addStaff('moderator');
    await giveCoins(leaver, 40);
    await asActor(
      leaver,
      (tx) => tx`insert into public.consents (document, version) values ('privacy', '2026-11-23')`,
      { keep: true },
    );

    await sql`delete from auth.users where id = ${leaver.id}`;

    for (const table of ['profiles', 'consents', 'staff_roles']) {
      const left = await sql`select from public.${sql(table)} where resident_id = ${leaver.id}`;
      expect({ table, left: left.length }).toEqual({ table, left: 0 });
    }
    expect(await balanceOf(leaver)).toBe(40);
    expect(await transfersOf(leaver)).toBe(1);
  });
});
