// Who acts in a test. Everyone is fresh: no test meets the residents of another.
import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { inject } from 'vitest';
import type { Database, Enums } from '../../src/lib/database.types.ts';
import { privacyVersion } from '../../src/lib/site.ts';
import { type Caller, sql, type Transaction } from './database.ts';
import { newMerchant } from './things.ts';

export type Client = SupabaseClient<Database>;
export type StaffRole = Enums<'staff_role'>;

/** Somebody with an account, as the database sees them. */
export interface Resident extends Caller {
  role: 'authenticated';
  id: string;
  email: string;
  session: string;
}

/** A resident who signed up through the API, with their session. */
export interface SignedIn extends Resident {
  password: string;
  api: Client;
}

/** A connection to the API as nobody. */
export function visitor(): Client {
  const { apiUrl, publishableKey } = inject('stack');
  return createClient<Database>(apiUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

/** The session that a token belongs to. */
export const sessionOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).session_id;

const newEmail = () => `${randomUUID()}@example.com`;

/** Signs a new resident up through the API, as the site does. */
export async function signUp(
  metadata: Record<string, unknown> = { privacy_version: privacyVersion },
): Promise<SignedIn> {
  const api = visitor();
  const email = newEmail();
  const password = randomUUID();
  const { data, error } = await api.auth.signUp({ email, password, options: { data: metadata } });
  if (error || !data.user || !data.session) {
    throw error ?? new Error(`${email} signed up but got no session.`);
  }
  const session = sessionOf(data.session.access_token);
  return { role: 'authenticated', id: data.user.id, email, session, password, api };
}

/** Adds an account by SQL, for tests that need many at once and none of them over HTTP. */
export async function addResident(): Promise<Resident> {
  const [resident] = await addResidents(1);
  if (!resident) throw new Error('No account was added.');
  return resident;
}

export async function addResidents(
  count: number,
  db: typeof sql | Transaction = sql,
): Promise<Resident[]> {
  const residents = Array.from({ length: count }, (): Resident => {
    const id = randomUUID();
    return { role: 'authenticated', id, email: `${id}@example.com`, session: randomUUID() };
  });
  await db`insert into auth.users ${db(residents, 'id', 'email')}`;
  const sessions = residents.map(({ id, session }) => ({ id: session, user_id: id }));
  await db`insert into auth.sessions ${db(sessions, 'id', 'user_id')}`;
  return residents;
}

/** What a role is limited to: a merchant to their shop, a host to a base, others to a town. */
export interface Scope {
  merchantId?: string;
  baseId?: string;
  town?: string;
}

/** Gives somebody a role, past the console; a merchant gets a shop unless one is named. */
export async function giveRole(
  resident: Resident,
  role: StaffRole,
  { merchantId, baseId, town }: Scope = {},
): Promise<void> {
  const merchant = role === 'merchant' ? (merchantId ?? (await newMerchant())) : null;
  await sql`insert into public.staff_roles (resident_id, role, merchant_id, base_id, town_code)
    values (${resident.id}, ${role}, ${merchant}, ${baseId ?? null}, ${town ?? null})`;
}

/** Signs up a member of staff. */
export async function signUpStaff(role: StaffRole, scope?: Scope): Promise<SignedIn> {
  const staff = await signUp();
  await giveRole(staff, role, scope);
  return staff;
}

/** Adds a member of staff by SQL. */
export async function addStaff(role: StaffRole, scope?: Scope): Promise<Resident> {
  const staff = await addResident();
  await giveRole(staff, role, scope);
  return staff;
}
