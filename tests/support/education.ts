import { randomUUID } from 'node:crypto';
import type { Enums } from '../../src/lib/database.types.ts';
import { asActor, type Caller, sql, type Transaction } from './database.ts';

const made = <Row>(row: Row | undefined): Row => {
  if (!row) throw new Error('Nothing was made.');
  return row;
};

/** JSON as a parameter of a statement; undefined stands for null. */
export const json = (value: unknown) => JSON.stringify(value ?? null);

export async function newBase(options: { town?: string; isPublic?: boolean } = {}) {
  const [row] = await sql<{ id: string }[]>`
    insert into public.bases (slug, name_zh, name_en, kind, town_code, is_public)
    values (${`test-${randomUUID()}`}, '测试基地', 'Test base', 'park', ${options.town ?? 'fotang'},
      ${options.isPublic ?? true}) returning id`;
  return made(row).id;
}

export interface EventOptions {
  baseId?: string;
  kind?: Enums<'event_kind'>;
  coins?: number;
  status?: Enums<'event_status'>;
  questions?: { key: string; required: boolean }[];
}

export async function newEvent(options: EventOptions = {}): Promise<string> {
  const { status = 'published', kind = 'visit', coins = 5 } = options;
  const questions = (options.questions ?? []).map((one) => ({
    ...one,
    label_zh: '问',
    label_en: 'Q',
  }));
  const baseId = options.baseId ?? (await newBase());
  const [row] = await sql<{ id: string }[]>`
    insert into public.events
      (slug, base_id, kind, title_zh, title_en, summary_zh, summary_en, coins, questions, status, published_at)
    values (${`test-${randomUUID()}`}, ${baseId}, ${kind}, '测试活动', 'Test event', '简介', 'Summary',
      ${coins}, ${json(questions)}::text::jsonb, ${status},
      case when ${status === 'published'} then now() end)
    returning id`;
  return made(row).id;
}

export interface SessionOptions extends EventOptions {
  eventId?: string;
  capacity?: number;
  waitlist?: number;
  /** From now on, as intervals of PostgreSQL. */
  starts?: string;
  ends?: string;
  opens?: string;
  closes?: string;
}

/** A session of a published event three days from now, unless the test says otherwise. */
export async function newSession(options: SessionOptions = {}): Promise<string> {
  const eventId = options.eventId ?? (await newEvent(options));
  const { starts = '3 days', ends = null, closes = null } = options;
  const [row] = await sql<{ id: string }[]>`
    with times as (
      select now() + ${starts}::interval as starts_at,
        coalesce(now() + ${ends}::interval, now() + ${starts}::interval + interval '2 hours') as ends_at
    )
    insert into public.event_sessions
      (event_id, starts_at, ends_at, place_zh, place_en, capacity, waitlist_limit, opens_at, closes_at)
    select ${eventId}, starts_at, ends_at, '门口', 'At the door', ${options.capacity ?? 20},
      ${options.waitlist ?? 10}, now() + ${options.opens ?? '-30 days'}::interval,
      coalesce(now() + ${closes}::interval, ends_at)
    from times
    returning id`;
  return made(row).id;
}

export interface Party {
  key?: string | null;
  name?: string | null;
  adults?: number | null;
  children?: number | null;
  answers?: unknown;
  standpoint?: string | null;
  wait?: boolean;
}

export interface Registration {
  id: string;
  status: Enums<'registration_status'>;
  people: number;
  code: string;
  queue_number: string | null;
  offer_ends_at: Date | null;
  attended_people: number | null;
}

/** Registers within a transaction that already acts as somebody. */
export const registering =
  (sessionId: string | null, party: Party = {}) =>
  async (tx: Transaction) => {
    const { key = randomUUID(), name = '测试', adults = 0, children = 0, wait = true } = party;
    const [row] = await tx<Registration[]>`
    select * from public.register_for_session(${sessionId}, ${key}, ${name}, ${adults}, ${children},
      ${json(party.answers ?? {})}::text::jsonb, ${party.standpoint ?? null}, ${wait})`;
    return made(row);
  };

export const register = (caller: Caller, sessionId: string | null, party: Party = {}) =>
  asActor(caller, registering(sessionId, party), { keep: true });

/** Calls a function of the database as somebody and keeps what it did. */
export async function call<Row extends object = Record<string, never>>(
  caller: Caller,
  statement: (tx: Transaction) => Promise<unknown>,
): Promise<Row> {
  const rows = (await asActor(caller, statement, { keep: true })) as Row[];
  return made(rows[0]);
}

export const cancel = (caller: Caller, id: string) =>
  call<Registration>(caller, (tx) => tx`select * from public.cancel_registration(${id})`);
export const confirm = (caller: Caller, id: string) =>
  call<Registration>(caller, (tx) => tx`select * from public.confirm_offer(${id})`);

/** A registration as it is stored. */
export async function registrationOf(id: string) {
  const [row] = await sql<(Registration & { coins: number })[]>`
    select *, coins::integer as coins from public.registrations where id = ${id}`;
  return made(row);
}

/** What a session counts, beside what its registrations add up to. */
export async function seatsOf(sessionId: string) {
  const [row] = await sql`
    select s.seats_taken, s.waiting,
      (select coalesce(sum(people), 0)::integer from public.registrations r
        where r.session_id = s.id and r.status in ('confirmed', 'offered')) as seats,
      (select count(*)::integer from public.registrations r
        where r.session_id = s.id and r.status = 'waiting') as queue
    from public.event_sessions s where id = ${sessionId}`;
  return row as { seats_taken: number; waiting: number; seats: number; queue: number };
}

export interface ScanOptions {
  nonce?: string;
  kind?: string;
  undoes?: string;
  registration_id?: string;
  code?: string;
  people?: number;
  how?: string;
  scanned_at?: string;
}

export const scan = (options: ScanOptions = {}): ScanOptions => ({
  nonce: randomUUID(),
  kind: 'arrive',
  how: 'scan',
  scanned_at: new Date().toISOString(),
  ...options,
});

export const undo = (undoes: string, options: ScanOptions = {}): ScanOptions =>
  scan({ kind: 'undo', undoes, ...options });

export interface Outcome {
  nonce: string;
  outcome: string;
  registration_id: string | null;
}

/** Sends scans as a host's phone does. */
export const send = (host: Caller, sessionId: string | null, scans: unknown, device = 'phone') =>
  asActor(
    host,
    (tx) => tx<Outcome[]>`
      select * from public.record_check_ins(${sessionId}, ${device}, ${json(scans)}::text::jsonb)`,
    { keep: true },
  );

/** What a form says of an event; a test changes what it is about. */
export const eventContent = (baseId: string, rest: Record<string, unknown> = {}) => ({
  slug: `test-${randomUUID()}`,
  base_id: baseId,
  kind: 'visit',
  title_zh: '测试活动',
  title_en: 'Test event',
  summary_zh: '简介',
  summary_en: 'Summary',
  ...rest,
});

/** What a form says of a session, so many days from now. */
export const sessionContent = (days = 3, rest: Record<string, unknown> = {}) => {
  const at = (hours: number) =>
    new Date(Date.now() + (days * 24 + hours) * 3_600_000).toISOString();
  return {
    starts_at: at(0),
    ends_at: at(2),
    opens_at: at(-days * 24 - 24),
    place_zh: '门口',
    place_en: 'At the door',
    capacity: 10,
    waitlist_limit: 5,
    ...rest,
  };
};

export interface SavedEvent {
  id: string;
  version: number;
  status: string;
  slug: string;
}

export const saveEvent = (
  caller: Caller,
  form: {
    id?: string | null;
    version?: number | null;
    content: unknown;
    sessions?: unknown;
    key?: string | null;
  },
) =>
  call<SavedEvent>(
    caller,
    (tx) => tx`
      select * from public.save_event(${form.id ?? null}, ${form.version ?? null},
        ${json(form.content)}::text::jsonb, ${json(form.sessions ?? [])}::text::jsonb,
        ${form.key === undefined ? randomUUID() : form.key})`,
  );
