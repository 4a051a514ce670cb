import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import { destroyKey, readRing } from './key-ring';

/** What a round did to the ring. */
export interface RingRound {
  registered: number;
  destroyed: number;
}

/**
 * Makes the public keys of the ring known to the database, but only those that came with the built site: a wave
 * must not take a key that browsers refuse. Then destroys the private keys of closed waves and says so. With the
 * secret key; a server without a ring does nothing.
 */
export async function keepKeys(
  client: Client,
  dir: string | undefined,
  pins: string[],
): Promise<RingRound> {
  if (!dir) return { registered: 0, destroyed: 0 };
  const ring = (await readRing(dir)).filter(({ fingerprint }) => pins.includes(fingerprint));
  const registered = await client.rpc('register_survey_keys', {
    p_keys: ring.map(({ spki }) => spki.toString('hex')),
  });
  if (registered.error) throw refusalOf(registered.error);
  const due = await client.rpc('get_survey_keys_to_destroy');
  if (due.error) throw refusalOf(due.error);
  for (const id of due.data) {
    await destroyKey(dir, id);
    const told = await client.rpc('survey_key_destroyed', { p_key_id: id });
    if (told.error) throw refusalOf(told.error);
  }
  return { registered: registered.data, destroyed: due.data.length };
}
