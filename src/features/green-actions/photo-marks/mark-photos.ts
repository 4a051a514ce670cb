import type { Client } from '../../../lib/supabase/client';
import { downloadPhoto, giveUp, saveMarks, takeUnmarked, type Unmarked } from './api';
import { readMarks } from './read-marks';

/** What became of the photos of a round: later are those that could not be fetched or saved just now. */
export interface Marked {
  marked: number;
  unreadable: number;
  later: number;
}

const batch = 10;

async function markOne(client: Client, { log_id, path }: Unmarked): Promise<keyof Marked> {
  try {
    const marks = await readMarks(await downloadPhoto(client, path));
    await (marks ? saveMarks(client, log_id, marks) : giveUp(client, log_id));
    return marks ? 'marked' : 'unreadable';
  } catch (error) {
    // Its lease runs out and it is taken again, five times in all; the others need not wait for it.
    console.error(`The photo of log ${log_id} was not marked:`, error);
    return 'later';
  }
}

/**
 * Gives photos that wait for their marks what they are recognised by, at most so many in one round. Rounds may run
 * at once, and one that was cut off is gone on with by the next. With the secret key.
 */
export async function markPhotos(client: Client, limit = 200): Promise<Marked> {
  const done: Marked = { marked: 0, unreadable: 0, later: 0 };
  for (let left = limit; left > 0; ) {
    const size = Math.min(batch, left);
    const photos = await takeUnmarked(client, size);
    // One after the other: a picture is unpacked in memory while it is read.
    for (const photo of photos) done[await markOne(client, photo)] += 1;
    if (photos.length < size) break;
    left -= photos.length;
  }
  return done;
}
