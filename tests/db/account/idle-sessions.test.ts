import { beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, sessionOf, signUp, signUpStaff, visitor } from '../../support/actors.ts';
import { asActor, sql } from '../../support/database.ts';
import { answer, refusal } from '../../support/refusals.ts';

/** Lets a session have been signed in, and seen last if it ever was, so long ago. */
async function leaveAlone({ session }: SignedIn, time: string): Promise<void> {
  await sql`update auth.sessions set created_at = now() - ${time}::interval where id = ${session}`;
  await sql`update private.staff_sessions set seen_at = now() - ${time}::interval
    where session_id = ${session}`;
}

const enter = (staff: SignedIn) => staff.api.rpc('enter_console');
const ended = { status: 401, code: 'staff_session_ended', detail: {} };

let administrator: SignedIn;
beforeEach(async () => {
  administrator = await signUpStaff('administrator');
});

describe('a session of staff', () => {
  test('gives its roles when it opens the console, with what they are limited to', async () => {
    const host = await signUpStaff('host', { town: 'fotang' });
    expect(await answer(enter(host))).toMatchObject([
      { resident_id: host.id, role: 'host', town_code: 'fotang', base_id: null, merchant_id: null },
    ]);
  });

  test('works for eight hours after signing in, without doing anything', async () => {
    await leaveAlone(administrator, '7 hours 59 minutes');
    expect(await answer(enter(administrator))).toHaveLength(1);
  });

  test('has ended after eight idle hours, for the console and for every call', async () => {
    await answer(enter(administrator));
    await leaveAlone(administrator, '8 hours 1 minute');
    expect(await refusal(enter(administrator))).toMatchObject(ended);
    expect(await refusal(administrator.api.rpc('list_staff'))).toMatchObject(ended);
  });

  test('that has ended reads no more than a resident', async () => {
    const seen = async () =>
      (await answer(administrator.api.from('audit_entries').select('id').limit(1))).length;
    await sql`insert into public.audit_entries (act, subject_kind) values ('test', 'test')`;
    expect(await seen()).toBe(1);
    await leaveAlone(administrator, '9 hours');
    expect(await seen()).toBe(0);
  });

  test('is kept alive by opening pages and by what is done', async () => {
    await answer(enter(administrator));
    await leaveAlone(administrator, '7 hours');
    await answer(enter(administrator));
    await sql`update auth.sessions set created_at = now() - interval '14 hours'
      where id = ${administrator.session}`;
    expect(await answer(enter(administrator))).toHaveLength(1);

    await leaveAlone(administrator, '7 hours');
    await answer(
      administrator.api.rpc('grant_staff_role', {
        p_email: (await signUp()).email,
        p_role: 'analyst',
      }),
    );
    await sql`update auth.sessions set created_at = now() - interval '21 hours'
      where id = ${administrator.session}`;
    expect(await answer(enter(administrator))).toHaveLength(1);
  });

  test('is not kept alive by a refreshed token', async () => {
    await leaveAlone(administrator, '9 hours');
    const { data, error } = await administrator.api.auth.refreshSession();
    expect(error).toBeNull();
    expect(sessionOf(data.session?.access_token ?? '')).toBe(administrator.session);
    expect(await refusal(enter(administrator))).toMatchObject(ended);
  });

  test('that has ended is not revived by asking again', async () => {
    await leaveAlone(administrator, '9 hours');
    for (const _ of [1, 2]) expect(await refusal(enter(administrator))).toMatchObject(ended);
  });

  test('begins anew by signing in again, while the old one stays ended', async () => {
    await leaveAlone(administrator, '9 hours');
    const api = visitor();
    await api.auth.signInWithPassword(administrator);
    expect(await answer(enter({ ...administrator, api }))).toHaveLength(1);
    expect(await refusal(enter(administrator))).toMatchObject(ended);
  });

  test('ends at once when it is signed out elsewhere', async () => {
    const api = visitor();
    await api.auth.signInWithPassword(administrator);
    const { error } = await api.auth.signOut({ scope: 'global' });
    expect(error).toBeNull();
    // Its token would be good for an hour yet.
    const roles = await asActor(
      administrator,
      (tx) => tx`select private.has_role('administrator') as held`,
    );
    expect(roles).toEqual([{ held: false }]);
  });

  test('of somebody else does not count', async () => {
    const resident = await signUp();
    const [row] = await asActor(
      { ...administrator, session: resident.session },
      (tx) => tx`select private.has_role('administrator') as held`,
    );
    expect(row).toEqual({ held: false });
  });

  test('is written down at most once a minute, and never waits for itself', async () => {
    await answer(enter(administrator));
    const seenAt = async () => {
      const [row] = await sql`select seen_at from private.staff_sessions
        where session_id = ${administrator.session}`;
      return row?.seen_at as Date;
    };
    const first = await seenAt();
    await answer(enter(administrator));
    expect(await seenAt()).toEqual(first);

    await leaveAlone(administrator, '5 minutes');
    await sql.begin(async (held) => {
      await held`select pg_advisory_xact_lock(
        hashtextextended('staff session ' || ${administrator.session}::text, 0))`;
      expect(await answer(enter(administrator))).toHaveLength(1);
    });
  });
});

describe('a resident', () => {
  test('enters no console, keeps no session there, and is never idle', async () => {
    const resident = await signUp();
    await leaveAlone(resident, '30 days');
    expect(await answer(enter(resident))).toEqual([]);
    expect(
      await sql`select from private.staff_sessions where resident_id = ${resident.id}`,
    ).toEqual([]);
    expect(await answer(resident.api.from('my_wallet').select('balance'))).toHaveLength(1);
  });

  test('who is staff as well keeps what is theirs when the session of staff has ended', async () => {
    await leaveAlone(administrator, '9 hours');
    expect(await answer(administrator.api.from('my_wallet').select('balance'))).toHaveLength(1);
    expect(await answer(administrator.api.from('staff_roles').select('role'))).toHaveLength(1);
  });
});

test('sessions that no longer exist are forgotten by the work that is due', async () => {
  await answer(enter(administrator));
  await sql`delete from auth.sessions where id = ${administrator.session}`;
  await sql`select * from private.do_due_work()`;
  expect(
    await sql`select from private.staff_sessions where session_id = ${administrator.session}`,
  ).toEqual([]);
});
