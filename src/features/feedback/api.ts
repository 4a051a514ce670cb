import type { Tables } from '../../lib/database.types';
import { Refusal, refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { Filter } from './done/filter';
import type { Draft, Handle, Kind, MyReport, MyStep, Receipt } from './schema';

export type PublicFeedback = {
  [Key in keyof Tables<'public_feedback'>]: NonNullable<Tables<'public_feedback'>[Key]>;
} & {
  town_code: string | null;
  department: string | null;
  answered_at: string | null;
  is_verified: boolean | null;
};

/** Sends a report; the same key gives the same receipt. */
export async function submitFeedback(client: Client, kind: Kind, draft: Draft): Promise<Receipt> {
  const { data, error } = await client.rpc('submit_feedback', {
    p_kind: kind,
    p_body: draft.body,
    p_idempotency_key: draft.key,
    p_place: draft.place,
    p_contact: draft.contact,
    p_with_account: draft.withAccount,
    p_wants_public: draft.wantsPublic,
    p_photos: draft.photos,
    ...(draft.town ? { p_town_code: draft.town } : {}),
    ...(draft.point
      ? { p_latitude: draft.point.latitude, p_longitude: draft.point.longitude }
      : {}),
  });
  if (error) throw refusalOf(error);
  const [receipt] = data;
  if (!receipt) throw new Refusal({ code: 'unknown', values: {} });
  return receipt;
}

/** Puts one photo of a report into its folder, as nobody; one that is there already is fine. */
export async function uploadPhoto(
  client: Client,
  folder: string,
  place: number,
  photo: Blob,
): Promise<void> {
  const extension = photo.type === 'image/webp' ? 'webp' : 'jpg';
  const { error } = await client.storage
    .from('feedback')
    .upload(`${folder}/${place}.${extension}`, await photo.arrayBuffer(), {
      contentType: photo.type,
    });
  const isThere = error && 'statusCode' in error && String(error.statusCode) === '409';
  if (error && !isThere) {
    if (/fetch|network/i.test(error.message)) throw refusalOf({ message: error.message });
    throw new Refusal({ code: 'photo_refused', values: {} });
  }
}

const handleOf = (handle: Handle) =>
  'code' in handle ? { p_tracking_code: handle.code } : { p_number: handle.number };

/** A report and what happened to it, for whoever sent it. */
export async function readMyReport(
  client: Client,
  handle: Handle,
): Promise<{ report: MyReport; steps: MyStep[] }> {
  const [report, steps] = await Promise.all([
    client.rpc('read_my_report', handleOf(handle)),
    client.rpc('list_my_report_steps', handleOf(handle)),
  ]);
  if (report.error) throw refusalOf(report.error);
  if (steps.error) throw refusalOf(steps.error);
  const [found] = report.data;
  if (!found) throw new Refusal({ code: 'code_unknown', values: {} });
  return { report: found, steps: steps.data };
}

/** Says that the matter is settled. */
export async function confirmFeedback(client: Client, handle: Handle): Promise<void> {
  const { error } = await client.rpc('confirm_feedback', handleOf(handle));
  if (error) throw refusalOf(error);
}

/** Says what is not settled. */
export async function reopenFeedback(client: Client, handle: Handle, words: string): Promise<void> {
  const { error } = await client.rpc('reopen_feedback', { p_words: words, ...handleOf(handle) });
  if (error) throw refusalOf(error);
}

/** The reports sent from the caller's account, newest first. */
export async function listMyFeedback(client: Client) {
  const { data, error } = await client.rpc('list_my_feedback');
  if (error) throw refusalOf(error);
  return data;
}

/** A photo of a report, for whoever may see it. */
export async function readPhoto(client: Client, name: string): Promise<Blob> {
  const { data, error } = await client.storage.from('feedback').download(name);
  if (error) throw refusalOf({ message: error.message });
  return data;
}

/** How many published reports a page shows. */
const pageSize = 20;

/** Published reports, newest first, and whether there are older ones. */
export async function readPublished(
  client: Client,
  filter: Filter,
): Promise<{ items: PublicFeedback[]; hasOlder: boolean }> {
  let query = client.from('public_feedback').select('*');
  if (filter.kind) query = query.eq('kind', filter.kind);
  if (filter.town) query = query.eq('town_code', filter.town);
  if (filter.before) query = query.lt('number', filter.before);
  if (filter.state === 'open') query = query.in('status', ['received', 'assigned', 'reopened']);
  if (filter.state === 'overdue') query = query.is('is_overdue', true);
  if (filter.state === 'answered') query = query.in('status', ['answered', 'confirmed']);
  if (filter.state === 'confirmed') query = query.eq('status', 'confirmed');
  // One more than is shown tells whether there is another page.
  const { data, error } = await query.order('number', { ascending: false }).limit(pageSize + 1);
  if (error) throw refusalOf(error);
  const items = data as PublicFeedback[];
  return { items: items.slice(0, pageSize), hasOlder: items.length > pageSize };
}

/** One published report and what happened to it; undefined when none is published under this number. */
export async function readPublishedOne(client: Client, number: number) {
  const { data, error } = await client.from('public_feedback').select('*').eq('number', number);
  if (error) throw refusalOf(error);
  const [item] = data as PublicFeedback[];
  if (!item) return undefined;
  const steps = await client
    .from('feedback_steps')
    .select('at, step, department, due_on, words')
    .eq('feedback_id', item.id)
    .order('id');
  if (steps.error) throw refusalOf(steps.error);
  return { item, steps: steps.data };
}

/** How many reports of a kind and town came, were answered, settled and are late; published or not. */
export async function readTotals(client: Client, filter: Pick<Filter, 'kind' | 'town'>) {
  const { data, error } = await client.rpc('get_feedback_totals', {
    ...(filter.kind ? { p_kind: filter.kind } : {}),
    ...(filter.town ? { p_town_code: filter.town } : {}),
  });
  if (error) throw refusalOf(error);
  const [totals] = data;
  if (!totals) throw new Refusal({ code: 'unknown', values: {} });
  return totals;
}
export type FeedbackTotals = Awaited<ReturnType<typeof readTotals>>;
