import type { Json } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Answer, CheckInList, Scan } from './schema';

/** The sessions a host may check people in at: about to begin, or over for less than a week. */
export async function readHostSessions(client: Client) {
  const { data, error } = await client.rpc('list_check_in_sessions');
  if (error) throw refusalOf(error);
  return data;
}
export type HostSession = Awaited<ReturnType<typeof readHostSessions>>[number];

/** Everything a phone needs at the gate of one session. */
export async function downloadList(client: Client, sessionId: string): Promise<CheckInList> {
  const { data, error } = await client.rpc('get_check_in_list', { p_session_id: sessionId });
  if (error) throw refusalOf(error);
  // The database says JSON; what is in it is said by the function's comment and held by its tests.
  return data as unknown as CheckInList;
}

/** Hands scans over; a nonce the server knows is answered and changes nothing. */
export async function recordCheckIns(
  client: Client,
  sessionId: string,
  device: string,
  scans: Scan[],
): Promise<Answer[]> {
  const { data, error } = await client.rpc('record_check_ins', {
    p_session_id: sessionId,
    p_device: device,
    p_scans: scans as unknown as Json,
  });
  if (error) throw refusalOf(error);
  return data as Answer[];
}

/** Checks the caller in with the code on the host's phone; the same nonce is the same check-in. */
export async function checkInWithCode(
  client: Client,
  sessionId: string,
  code: string,
  nonce: string,
) {
  const { data, error } = await client.rpc('check_in_with_code', {
    p_session_id: sessionId,
    p_code: code,
    p_nonce: nonce,
  });
  if (error) throw refusalOf(error);
  return data;
}
