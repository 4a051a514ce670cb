import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** Which wave a code invites to, and whether it was used; refuses with invitation_unknown or wave_closed. */
export async function checkInvitation(
  client: Client,
  code: string,
): Promise<{ waveId: string; isUsed: boolean }> {
  const { data, error } = await client.rpc('check_invitation', { p_code: code }).single();
  if (error) throw refusalOf(error);
  return { waveId: data.wave_id, isUsed: data.is_used };
}
