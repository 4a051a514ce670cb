import type { Tables } from '../../lib/database.types';
import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';

export type Notice = Tables<'notices'>;

const pageLength = 30;

/** The caller's notices, newest first, and the moment to go on from if there are earlier ones. */
export async function readInbox(
  client: Client,
  before?: string,
): Promise<{ notices: Notice[]; next: string | undefined }> {
  let query = client
    .from('notices')
    .select('*')
    .order('created_at', { ascending: false })
    .limit(pageLength + 1);
  if (before !== undefined) query = query.lt('created_at', before);
  const { data, error } = await query;
  if (error) throw refusalOf(error);
  const notices = data.slice(0, pageLength);
  return { notices, next: data.length > pageLength ? notices.at(-1)?.created_at : undefined };
}

/** Whether the caller chose to get their notices by mail, too. */
export async function readMailChoice(client: Client): Promise<boolean> {
  const { data, error } = await client.from('profiles').select('wants_mail').single();
  if (error) throw refusalOf(error);
  return data.wants_mail;
}

/** How many notices the caller has not read. */
export async function countUnread(client: Client): Promise<number> {
  const { count, error } = await client
    .from('notices')
    .select('id', { count: 'exact', head: true })
    .is('read_at', null);
  if (error) throw refusalOf(error);
  return count ?? 0;
}

/** Marks notices of the caller as read; twice is the same as once. */
export async function markRead(client: Client, ids: string[]): Promise<void> {
  const { error } = await client.rpc('read_notices', { p_ids: ids });
  if (error) throw refusalOf(error);
}

/** Takes the next mail that is due, for two minutes nobody else's to send. With the secret key. */
export async function takeMail(client: Client) {
  const { data, error } = await client.rpc('take_mail', { p_limit: 1 });
  if (error) throw refusalOf(error);
  return data[0];
}

/** Writes down that a mail was sent, or why not. With the secret key. */
export async function finishMail(client: Client, id: number, problem?: string): Promise<void> {
  const { error } = await client.rpc('finish_mail', {
    p_id: id,
    ...(problem === undefined ? {} : { p_error: problem }),
  });
  if (error) throw refusalOf(error);
}

/**
 * Does what is due without anybody asking, each in a transaction of its own; how much of what was done. With the
 * secret key.
 */
export async function doDueWork(client: Client): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  for (const work of ['do_due_work', 'lapse_coins'] as const) {
    const { data, error } = await client.rpc(work);
    if (error) throw refusalOf(error);
    for (const line of data) done[line.what] = line.done;
  }
  return done;
}

/**
 * Closes the days of the books that have ended and, once a night, proves the books: each a call of its own,
 * as each may take a while. How many days were closed and how many facts proved. With the secret key.
 */
export async function keepBooks(client: Client): Promise<{ closed: number; proved: number }> {
  const days = await client.rpc('close_days');
  if (days.error) throw refusalOf(days.error);
  const facts = await client.rpc('prove_books');
  if (facts.error) throw refusalOf(facts.error);
  return { closed: days.data, proved: facts.data };
}
