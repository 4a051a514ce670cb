import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { inject } from 'vitest';
import type { Database } from '../../../src/lib/database.types.ts';
import { sql } from '../../support/database.ts';

/** Tells a resident something, as the rooms do: an answered report unless the test says otherwise. */
export async function notify(
  { id }: { id: string },
  options: {
    kind?: string;
    values?: Record<string, string | number>;
    path?: string;
    key?: string;
    mail?: boolean;
  } = {},
): Promise<void> {
  const { kind = 'feedback_answered', values = { number: 1 }, path = '/inbox/' } = options;
  const { key = randomUUID(), mail = true } = options;
  await sql`select private.notify(${id}, ${kind}, ${JSON.stringify(values)}::text::jsonb, ${path},
    ${key}, ${mail})`;
}

/** Chooses for somebody that what arrives in their inbox comes by mail, too. */
export async function chooseMail<Who extends { id: string }>(who: Who): Promise<Who> {
  await sql`update public.profiles set wants_mail = true where resident_id = ${who.id}`;
  return who;
}

/** The mails written to a resident, oldest first, with what became of them. */
export const mailsFor = async ({ id }: { id: string }) => [
  ...(await sql`
    select id::integer, attempts, last_error, sent_at is not null as sent,
      failed_at is not null as failed, leased_until > now() as leased
    from private.outbox where resident_id = ${id} order by id`),
];

/** A connection with the secret key, as the jobs of the site have it. */
export const jobs = () =>
  createClient<Database>(inject('stack').apiUrl, inject('stack').secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });

/** Puts everything that waits out of the way, so that a test meets its own mails only. */
export const emptyOutbox = () =>
  sql`update private.outbox set sent_at = now() where sent_at is null and failed_at is null`;
