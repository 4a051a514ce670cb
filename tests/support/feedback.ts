import { randomUUID } from 'node:crypto';
import type { Database, Enums } from '../../src/lib/database.types.ts';
import { type Client, type SignedIn, visitor } from './actors.ts';
import { become, type Caller, sql, type Transaction } from './database.ts';
import { photo } from './green-actions.ts';
import { answer } from './refusals.ts';

type Submit = Database['public']['Functions']['submit_feedback']['Args'];
export type Receipt = Database['public']['Functions']['submit_feedback']['Returns'][number];

/** An address that nobody else in the tests comes from, for limits that count by address. */
export const newAddress = () =>
  `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`;

/** Sends a report through the API; what a test does not name is an anonymous complaint from Fotang. */
export const submit = (
  client: Client,
  values: { [Name in keyof Submit]?: unknown } = {},
  address = newAddress(),
) =>
  client
    .rpc('submit_feedback', {
      p_kind: 'complaint',
      p_body: '溪边有人烧垃圾，烟很大。',
      p_idempotency_key: randomUUID(),
      p_town_code: 'fotang',
      ...values,
    } as never)
    .setHeader('x-forwarded-for', address);

/** A report that has arrived, with its id. */
export async function report(
  values: { [Name in keyof Submit]?: unknown } = {},
  client: Client = visitor(),
): Promise<Receipt & { id: string }> {
  const [receipt] = await answer(submit(client, values));
  if (!receipt) throw new Error('Nothing was received.');
  const [row] = await sql<{ id: string }[]>`
    select id from public.feedback where number = ${receipt.number}`;
  return { ...receipt, id: row?.id ?? '' };
}

/** A report as the database holds it. */
export async function stored(id: string) {
  const [row] = await sql`
    select *, number::integer as number, due_on::text as due_on from public.feedback where id = ${id}`;
  if (!row) throw new Error(`There is no report ${id}.`);
  return row;
}

export const versionOf = async (id: string): Promise<number> => (await stored(id)).version;

/** A day in Shanghai, so many days from today. */
export async function dayFromToday(days: number): Promise<string> {
  const [row] = await sql<{ day: string }[]>`
    select (private.shanghai_day() + ${days}::integer)::text as day`;
  return row?.day ?? '';
}

/** A moderator passes a report on through the API, for a week. */
export const assign = async (
  moderator: SignedIn,
  id: string,
  values: Record<string, unknown> = {},
) =>
  moderator.api.rpc('assign_feedback', {
    p_id: id,
    p_version: await versionOf(id),
    p_town_code: 'fotang',
    p_department: 'water-bureau',
    p_due_on: await dayFromToday(7),
    p_public_text: '溪边有人烧垃圾。',
    ...values,
  } as never);

/** An editor answers through the API. */
export const reply = async (editor: SignedIn, id: string, words = '已处理。') =>
  editor.api.rpc('answer_feedback', {
    p_id: id,
    p_version: await versionOf(id),
    p_answer_zh: words,
  });

/** The steps of a report in their order. */
export async function stepsOf(id: string): Promise<Enums<'feedback_step'>[]> {
  const rows = await sql<{ step: Enums<'feedback_step'> }[]>`
    select step from public.feedback_steps where feedback_id = ${id} order by id`;
  return rows.map(({ step }) => step);
}

/** Adds a photo to a report, as the site does: as nobody. */
export const addPhoto = (folder: string, name = '1.webp', client: Client = visitor()) =>
  client.storage
    .from('feedback')
    .upload(`${folder}/${name}`, photo(), { contentType: 'image/webp' });

/** Acts as somebody who comes from an address, within a race. */
export async function comeFrom(tx: Transaction, caller: Caller, address: string): Promise<void> {
  await become(tx, caller);
  await tx`select set_config('request.headers',
    ${JSON.stringify({ 'x-forwarded-for': address })}, true)`;
}
