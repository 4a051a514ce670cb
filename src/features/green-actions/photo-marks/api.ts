import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Marks } from './read-marks';

/** A photo that waits for its marks, for two minutes nobody else's to mark. */
export interface Unmarked {
  log_id: string;
  path: string;
}

/** Takes so many photos that wait for their marks. With the secret key. */
export async function takeUnmarked(client: Client, limit: number): Promise<Unmarked[]> {
  const { data, error } = await client.rpc('take_unmarked_evidence', { p_limit: limit });
  if (error) throw refusalOf(error);
  return data;
}

/** Downloads a photo from the private bucket. With the secret key. */
export async function downloadPhoto(client: Client, path: string): Promise<Uint8Array> {
  const { data, error } = await client.storage.from('evidence').download(path);
  if (error) throw refusalOf({ message: error.message });
  return new Uint8Array(await data.arrayBuffer());
}

/** Saves the marks of a photo, which the database compares with all earlier ones; twice is once. With the secret key. */
export async function saveMarks(client: Client, logId: string, marks: Marks): Promise<void> {
  const { error } = await client.rpc('save_evidence_marks', {
    p_log_id: logId,
    p_sha256: marks.sha256,
    p_dhash: marks.dhash,
  });
  if (error) throw refusalOf(error);
}

/** Writes down that a photo cannot be read. With the secret key. */
export async function giveUp(client: Client, logId: string): Promise<void> {
  const { error } = await client.rpc('give_up_evidence', { p_log_id: logId });
  if (error) throw refusalOf(error);
}
