// Sessions to register for and check in at, made fresh by SQL; residents and hosts through the API.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { encode } from 'uqr';
import type { Database } from '../../src/lib/database.types.ts';
import { privacyVersion } from '../../src/lib/site.ts';
import { newcomer } from './people';

export const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 2, onnotice: () => {} });

export interface Session {
  slug: string;
  title: string;
  baseId: string;
  sessionId: string;
}

/** A published event of a base of its own, with one session that begins in an hour. */
export async function newSession(
  options: { capacity?: number; waitlist?: number; coins?: number; place?: string } = {},
): Promise<Session> {
  const slug = `test-${randomUUID().slice(0, 12)}`;
  const title = `测试活动 ${slug.slice(-4)}`;
  const [base] = await sql<{ id: string }[]>`
    insert into public.bases (slug, name_zh, name_en, kind, town_code, is_public, is_demo)
    values (${slug}, '测试基地', 'Test base', 'village', 'fotang', true, true) returning id`;
  const [event] = await sql<{ id: string }[]>`
    insert into public.events (slug, base_id, kind, title_zh, title_en, coins, status, published_at,
      is_demo, guardian_below)
    values (${slug}, ${base?.id ?? ''}, 'visit', ${title}, ${`Test event ${slug.slice(-4)}`},
      ${options.coins ?? 12}, 'published', now(), true, 12) returning id`;
  const [session] = await sql<{ id: string }[]>`
    insert into public.event_sessions (event_id, starts_at, ends_at, place_zh, place_en, capacity,
      waitlist_limit, opens_at, closes_at)
    values (${event?.id ?? ''}, now() + interval '3 hours', now() + interval '5 hours',
      ${options.place ?? '村口'}, 'Village gate', ${options.capacity ?? 20},
      ${options.waitlist ?? 5}, now() - interval '1 day', now() + interval '2 hours') returning id`;
  return { slug, title, baseId: base?.id ?? '', sessionId: session?.id ?? '' };
}

export interface Person {
  email: string;
  password: string;
  id: string;
  api: ReturnType<typeof connect>;
}

const connect = () =>
  createClient<Database>(process.env.E2E_API_URL ?? '', process.env.E2E_PUBLISHABLE_KEY ?? '', {
    auth: { persistSession: false, autoRefreshToken: false },
  });

/** Somebody new with an account, who acts through the API. */
export async function newPerson(): Promise<Person> {
  const { email, password } = newcomer();
  const api = connect();
  const { data, error } = await api.auth.signUp({
    email,
    password,
    options: { data: { privacy_version: privacyVersion } },
  });
  if (error || !data.user) throw error ?? new Error(`${email} did not sign up.`);
  return { email, password, id: data.user.id, api };
}

/** A host of one base. */
export async function newHost(baseId: string): Promise<Person> {
  const host = await newPerson();
  await sql`insert into public.staff_roles (resident_id, role, base_id)
    values (${host.id}, 'host', ${baseId})`;
  return host;
}

/** Somebody registered for a session under a name. */
export async function newRegistration(session: Session, name: string, adults = 0) {
  const person = await newPerson();
  const { data, error } = await person.api.rpc('register_for_session', {
    p_session_id: session.sessionId,
    p_idempotency_key: randomUUID(),
    p_name: name,
    p_adults: adults,
    p_join_waiting: true,
  });
  if (error) throw new Error(`${name} could not register: ${error.message}`);
  return { ...person, registration: data };
}

/** What the database says of a registration's attendance and coins. */
export async function attendanceOf(registrationId: string) {
  const [row] = await sql<{ people: number | null; coins: number; awards: number }[]>`
    select r.attended_people as people, r.coins::integer as coins,
      (select count(*)::integer from ledger.transfers t
        where t.resident_id = r.resident_id and t.reference = 'registration:' || r.id) as awards
    from public.registrations r where r.id = ${registrationId}`;
  return row;
}

const dot = 8;

/** A QR code as pixels: rows of light (255) and dark (0). */
function pixels(text: string, width: number, height: number): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const left = Math.floor((width - size * dot) / 2);
  const top = Math.floor((height - size * dot) / 2);
  const luma = Buffer.alloc(width * height, 255);
  for (let y = 0; y < size * dot; y += 1) {
    for (let x = 0; x < size * dot; x += 1) {
      if (data[Math.floor(y / dot)]?.[Math.floor(x / dot)]) luma[(top + y) * width + left + x] = 0;
    }
  }
  return luma;
}

/** Writes what a camera sees that is pointed at a QR code, as Chromium's fake camera reads it. */
export function pointCameraAt(file: string, text: string): void {
  const [width, height] = [640, 480];
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), pixels(text, width, height), grey]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
      ...Array.from({ length: 10 }, () => frame),
    ]),
  );
}
