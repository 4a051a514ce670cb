import { randomBytes } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { inject } from 'vitest';
import type { Database } from '../../src/lib/database.types.ts';
import type { SignedIn } from './actors.ts';
import { sql } from './database.ts';
import { answer } from './refusals.ts';

/** A connection with the secret key, as the jobs of the site have it. */
export const jobs = () =>
  createClient<Database>(inject('stack').apiUrl, inject('stack').secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });

/** A SHA-256 that no other file has, in hexadecimal. */
export const newSha256 = () => randomBytes(32).toString('hex');

/** A difference hash of its own, in hexadecimal; random ones of 64 bits are far from each other. */
export const newDhash = () => randomBytes(8).toString('hex');

/** The same hash with these bits turned over, counted from the left. */
export function turnBits(dhash: string, ...bits: number[]): string {
  const turned = bits.reduce((hash, bit) => hash ^ (1n << BigInt(63 - bit)), BigInt(`0x${dhash}`));
  return turned.toString(16).padStart(16, '0');
}

/** Gives the photo of a log its marks, as the jobs do. */
export const mark = (
  logId: string,
  { sha256 = newSha256(), dhash = newDhash() }: { sha256?: string; dhash?: string } = {},
) => jobs().rpc('save_evidence_marks', { p_log_id: logId, p_sha256: sha256, p_dhash: dhash });

/** The marks of a log's photo as they are kept. */
export const marksOf = async (logId: string) => {
  const [row] = await sql`
    select encode(sha256, 'hex') as sha256, dhash::text, attempts::integer, marked_at is not null as marked,
      failed_at is not null as failed from private.evidence_marks where log_id = ${logId}`;
  return row;
};

/** A reason to look closer, as a moderator is given it. */
export interface Reason {
  kind: string;
  logs?: { id: string; by_same_resident: boolean; is_open_to_caller: boolean }[];
  accounts?: number;
  count?: number;
  mean?: number;
}

/** Reasons to look closer at a log, as a moderator sees them. */
export async function reasonsFor(moderator: SignedIn, logId: string): Promise<Reason[]> {
  const [item] = await answer(moderator.api.rpc('get_moderation_item', { p_log_id: logId }));
  return (item?.closer ?? []) as unknown as Reason[];
}

/** Puts the photos of other tests out of the way: one's own are then those that wait. */
export const clearMarks = () => sql`delete from private.evidence_marks`;

/** Lets whoever took photos to mark not have come back. */
export const endLeases = () =>
  sql`update private.evidence_marks set leased_until = now() - interval '1 second'
    where leased_until is not null`;
