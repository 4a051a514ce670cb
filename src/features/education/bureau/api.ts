import type { Json, Tables } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Stored } from '../../../lib/use-versioned-form';
import type { BaseDraft } from './base-draft';
import { baseContentOf, baseDraftOf } from './base-draft';
import { contentOf, draftOf, type EventDraft } from './event-draft';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An event with its base and sessions, for those who work on it; undefined when there is none they may read. */
export async function readDeskEvent(client: Client, id: string) {
  if (!uuid.test(id)) return undefined;
  const { data, error } = await client
    .from('events')
    .select(
      'id, slug, base_id, kind, theme, title_zh, title_en, summary_zh, summary_en, programme_zh, programme_en, audience_zh, audience_en, languages, minimum_age, maximum_age, guardian_below, accessibility_zh, accessibility_en, cover, coins, questions, recurrence, except_on, status, minutes_zh, minutes_en, minutes_published_at, published_at, is_demo, version, bases (id, slug, town_code, name_zh, name_en), event_sessions (id, starts_at, ends_at, place_zh, place_en, capacity, waitlist_limit, opens_at, closes_at, status, seats_taken, waiting)',
    )
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}
export type DeskEvent = NonNullable<Awaited<ReturnType<typeof readDeskEvent>>>;

/** What is stored of an event now, as the form holds it. */
export async function readEventForm(client: Client, id: string): Promise<Stored<EventDraft>> {
  const event = await readDeskEvent(client, id);
  if (!event) throw refusalOf({ hint: 'event_unknown' });
  return { version: event.version, content: draftOf(event) };
}

/** Writes an event with its sessions; without an id a new draft, once per key. */
export async function saveEvent(
  client: Client,
  draft: EventDraft,
  at: { id: string | undefined; version: number; key: string },
): Promise<Tables<'events'>> {
  const { content, sessions } = contentOf(draft);
  const { data, error } = await client.rpc('save_event', {
    // Empty for a new event, which the generated types do not know to be allowed.
    p_id: (at.id ?? null) as string,
    p_version: at.version,
    p_content: content as unknown as Json,
    p_sessions: sessions as unknown as Json,
    p_key: at.key,
  });
  if (error) throw refusalOf(error);
  return data;
}

/** Hands a draft to the bureau. */
export async function submitEvent(client: Client, id: string, version: number): Promise<void> {
  const { error } = await client.rpc('submit_event', { p_id: id, p_version: version });
  if (error) throw refusalOf(error);
}

/** Publishes an event, from now on for everyone to read. */
export async function publishEvent(client: Client, id: string, version: number): Promise<void> {
  const { error } = await client.rpc('publish_event', { p_id: id, p_version: version });
  if (error) throw refusalOf(error);
}

/** Words in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/** Cancels an event with every session that is not over. */
export async function cancelEvent(
  client: Client,
  id: string,
  version: number,
  reason: Words,
): Promise<void> {
  const { error } = await client.rpc('cancel_event', {
    p_id: id,
    p_version: version,
    p_reason_zh: reason.zh,
    p_reason_en: reason.en,
  });
  if (error) throw refusalOf(error);
}

/** Cancels one session. */
export async function cancelSession(client: Client, id: string, reason: Words): Promise<void> {
  const { error } = await client.rpc('cancel_session', {
    p_session_id: id,
    p_reason_zh: reason.zh,
    p_reason_en: reason.en,
  });
  if (error) throw refusalOf(error);
}

/** Announces something of an event, or of one of its sessions. */
export async function announceChange(
  client: Client,
  eventId: string,
  sessionId: string | undefined,
  text: Words,
): Promise<void> {
  const { error } = await client.rpc('announce_change', {
    p_event_id: eventId,
    // Empty for all sessions, which the generated types do not know to be allowed.
    p_session_id: (sessionId ?? null) as string,
    p_text_zh: text.zh,
    p_text_en: text.en,
  });
  if (error) throw refusalOf(error);
}

/** Publishes the minutes of a hearing. */
export async function publishMinutes(
  client: Client,
  id: string,
  version: number,
  minutes: Words,
): Promise<void> {
  const { error } = await client.rpc('publish_minutes', {
    p_event_id: id,
    p_version: version,
    p_minutes_zh: minutes.zh,
    p_minutes_en: minutes.en,
  });
  if (error) throw refusalOf(error);
}

/** The bases the caller may see, hidden ones in their reach with them. */
export async function readDeskBases(client: Client) {
  const { data, error } = await client
    .from('bases')
    .select('id, town_code, name_zh, name_en')
    .order('name_zh');
  if (error) throw refusalOf(error);
  return data;
}

/** One base with all its words; undefined when there is none the caller may read. */
export async function readDeskBase(client: Client, id: string) {
  if (!uuid.test(id)) return undefined;
  const { data, error } = await client
    .from('bases')
    .select(
      'id, slug, name_zh, name_en, kind, town_code, summary_zh, summary_en, courses_zh, courses_en, opening_zh, opening_en, directions_zh, directions_en, accessibility_zh, accessibility_en, host_zh, host_en, source_section, is_provincial, is_public, is_demo, version',
    )
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}

/** What is stored of a base now, as the form holds it. */
export async function readBaseForm(client: Client, id: string): Promise<Stored<BaseDraft>> {
  const base = await readDeskBase(client, id);
  if (!base) throw refusalOf({ hint: 'base_unknown' });
  return { version: base.version, content: baseDraftOf(base) };
}

/** Writes a base; without an id a new one, once per key. */
export async function saveBase(
  client: Client,
  draft: BaseDraft,
  at: { id: string | undefined; version: number; key: string },
): Promise<Tables<'bases'>> {
  const { data, error } = await client.rpc('save_base', {
    // Empty for a new base, which the generated types do not know to be allowed.
    p_id: (at.id ?? null) as string,
    p_version: at.version,
    p_content: baseContentOf(draft) as unknown as Json,
    p_key: at.key,
  });
  if (error) throw refusalOf(error);
  return data;
}

/** How a session went: people, and what they answered. Refused to everybody but its hosts. */
export async function readSessionReport(client: Client, sessionId: string) {
  const { data, error } = await client
    .rpc('get_session_report', { p_session_id: sessionId })
    .single();
  if (error) throw refusalOf(error);
  return data;
}

/** A registration as the host of its session sees it. */
export interface ListedRegistration {
  id: string;
  code: string;
  name: string;
  people: number;
  status: 'confirmed' | 'waiting' | 'offered';
  attended: number;
}

/** Who is registered for a session, by name. Refused to everybody but its hosts. */
export async function readRegistrations(
  client: Client,
  sessionId: string,
): Promise<ListedRegistration[]> {
  const { data, error } = await client.rpc('get_check_in_list', { p_session_id: sessionId });
  if (error) throw refusalOf(error);
  return (data as unknown as { registrations: ListedRegistration[] }).registrations;
}
