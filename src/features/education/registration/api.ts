import type { Tables } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { RegistrationDraft } from './schema';

/** How the caller wants to be called; empty when they have not said. */
export async function readDisplayName(client: Client): Promise<string> {
  const { data, error } = await client.from('profiles').select('display_name').maybeSingle();
  if (error) throw refusalOf(error);
  return data?.display_name ?? '';
}

/** The caller's registrations that stand for an event, and what they are called. */
export async function readStanding(client: Client, slug: string) {
  const [mine, name] = await Promise.all([
    client
      .from('my_registrations')
      .select('id, session_id, people, status, queue_position, offer_ends_at, attended_people')
      .eq('slug', slug)
      .in('status', ['confirmed', 'waiting', 'offered']),
    readDisplayName(client),
  ]);
  if (mine.error) throw refusalOf(mine.error);
  return { mine: mine.data, name };
}
export type Standing = Awaited<ReturnType<typeof readStanding>>['mine'][number];

/** Registers; the same draft sent twice is registered once. */
export async function register(client: Client, draft: RegistrationDraft) {
  const { data, error } = await client.rpc('register_for_session', {
    p_session_id: draft.sessionId,
    p_idempotency_key: draft.key,
    p_name: draft.name,
    p_adults: draft.adults,
    p_children: draft.children,
    p_answers: draft.answers,
    p_join_waiting: draft.joinWaiting,
    ...(draft.standpoint ? { p_standpoint: draft.standpoint } : {}),
  });
  if (error) throw refusalOf(error);
  return data;
}

/** Gives the seats, or the place in the queue, back. */
export async function cancelRegistration(client: Client, id: string): Promise<void> {
  const { error } = await client.rpc('cancel_registration', { p_id: id });
  if (error) throw refusalOf(error);
}

/** Takes the seats that were offered from the waiting list. */
export async function confirmOffer(client: Client, id: string): Promise<void> {
  const { error } = await client.rpc('confirm_offer', { p_id: id });
  if (error) throw refusalOf(error);
}

/** The caller's registrations, soonest session first: those that stand, and those of the last year. */
export async function readMyRegistrations(client: Client) {
  const { data, error } = await client
    .from('my_registrations')
    .select('*')
    .order('starts_at')
    .order('id')
    .gte('ends_at', new Date(Date.now() - 366 * 24 * 60 * 60 * 1000).toISOString());
  if (error) throw refusalOf(error);
  return data.map(filled);
}

type Row = Tables<'my_registrations'>;

/** Columns of the view that are empty by nature; all others come from columns that never are. */
type Optional =
  | 'queue_position'
  | 'offer_ends_at'
  | 'cancelled_at'
  | 'attended_people'
  | 'first_arrived_at'
  | 'standpoint';
export type MyRegistration = {
  [Column in keyof Row]: Column extends Optional ? Row[Column] : NonNullable<Row[Column]>;
};
const filled = (row: Row) => row as MyRegistration;

/** The caller's certificates and answers, by registration. */
export async function readAfterwards(client: Client) {
  const [certificates, answers] = await Promise.all([
    client.from('certificates').select('id, registration_id, code, name'),
    client.from('event_answers').select('registration_id'),
  ]);
  if (certificates.error) throw refusalOf(certificates.error);
  if (answers.error) throw refusalOf(answers.error);
  return {
    certificates: new Map(certificates.data.map((one) => [one.registration_id, one])),
    answered: new Set(answers.data.map(({ registration_id }) => registration_id)),
  };
}

/** A certificate as its resident sees it. */
export type Certificate = Pick<Tables<'certificates'>, 'id' | 'code' | 'name'>;

/** Issues the certificate of a session the caller attended; the same name again is the same one. */
export async function issueCertificate(client: Client, registrationId: string, name: string) {
  const { data, error } = await client.rpc('issue_certificate', {
    p_registration_id: registrationId,
    p_name: name,
  });
  if (error) throw refusalOf(error);
  return data;
}

/** What a resident says after a session: two numbers from 1 to 5 and, if they like, a few words. */
export interface EventAnswer {
  worth: number;
  learnt: number;
  words: string;
}

/** Hands the three answers over, once. */
export async function answerEvent(
  client: Client,
  registrationId: string,
  answer: EventAnswer,
): Promise<void> {
  const { error } = await client.rpc('answer_event', {
    p_registration_id: registrationId,
    p_worth: answer.worth,
    p_learnt: answer.learnt,
    p_words: answer.words,
  });
  if (error) throw refusalOf(error);
}
