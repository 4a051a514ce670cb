import type { Database, Tables } from '../../../lib/database.types';
import { Refusal, refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** A report as far as the desk sees it without looking at the original. */
export type DeskItem = Omit<Tables<'feedback'>, 'changed_by'>;
export type DeskStep = Omit<Tables<'feedback_steps'>, 'feedback_id'>;
type Functions = Database['public']['Functions'];
export type Original = Functions['read_feedback_report']['Returns'][number];
export type Alike = Functions['suggest_duplicates']['Returns'][number];

const columns =
  'id, number, kind, town_code, status, department, due_on, public_text, place_text, photos_public, answer_zh, answer_en, received_at, assigned_at, answered_at, confirmed_at, reopened_count, duplicate_of, duplicates, wants_public, is_public, published_at, is_verified, is_demo, version, changed_at';

/** A report of the caller's towns; undefined when there is none with this id. */
export async function readItem(client: Client, id: string): Promise<DeskItem | undefined> {
  const { data, error } = await client.from('feedback').select(columns).eq('id', id).limit(1);
  if (error) throw refusalOf(error);
  return data[0];
}

/** A report that must be there. */
export async function requireItem(client: Client, id: string): Promise<DeskItem> {
  const item = await readItem(client, id);
  if (!item) throw new Refusal({ code: 'feedback_unknown', values: {} });
  return item;
}

/** The number of a report by its id, for those that are linked. */
export async function readNumber(client: Client, id: string): Promise<number | undefined> {
  return (await readItem(client, id))?.number;
}

/** What happened to a report, oldest first. */
export async function readSteps(client: Client, id: string): Promise<DeskStep[]> {
  const { data, error } = await client
    .from('feedback_steps')
    .select('id, at, step, department, due_on, words')
    .eq('feedback_id', id)
    .order('id');
  if (error) throw refusalOf(error);
  return data;
}

/** The report as it was sent; the reading is recorded. For moderators. */
export async function readOriginal(client: Client, id: string): Promise<Original> {
  const { data, error } = await client.rpc('read_feedback_report', { p_id: id });
  if (error) throw refusalOf(error);
  const [original] = data;
  if (!original) throw new Refusal({ code: 'feedback_unknown', values: {} });
  return original;
}

/** Reports that may be about the same matter, the likest first. For moderators. */
export async function suggestDuplicates(client: Client, id: string): Promise<Alike[]> {
  const { data, error } = await client.rpc('suggest_duplicates', { p_id: id });
  if (error) throw refusalOf(error);
  return data;
}

/** One of the things the desk does to a report, with the version it was seen in. */
export async function act<Name extends DeskAct>(
  client: Client,
  name: Name,
  values: Functions[Name]['Args'],
): Promise<DeskItem> {
  const { data, error } = await client.rpc(name, values as never);
  if (error) throw refusalOf(error);
  return data as unknown as DeskItem;
}
export type DeskAct =
  | 'assign_feedback'
  | 'answer_feedback'
  | 'publish_feedback'
  | 'link_feedback'
  | 'verify_violation'
  | 'close_feedback';
