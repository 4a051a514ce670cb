// The database past the site, for what a test has to prepare and no page can: time that has passed.
import postgres from 'postgres';

/** Runs SQL as the superuser and closes its connection. */
export async function behindTheSite<Result>(
  run: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

/** Gives somebody who has signed up a role. */
export const giveRole = (email: string, role: string) =>
  behindTheSite(
    (sql) => sql`insert into public.staff_roles (resident_id, role)
      select id, ${role}::public.staff_role from auth.users where email = ${email}`,
  );

/** Lets somebody have done nothing for so long. */
export const leaveAlone = (email: string, time: string) =>
  behindTheSite(async (sql) => {
    const [user] = await sql`select id from auth.users where email = ${email}`;
    await sql`update auth.sessions set created_at = now() - ${time}::interval
      where user_id = ${user?.id}`;
    await sql`update private.staff_sessions set seen_at = now() - ${time}::interval
      where resident_id = ${user?.id}`;
  });
