import type { Enums } from '../../../lib/database.types';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** Everyone who holds a role. For administrators. */
export async function readStaff(client: Client) {
  const { data, error } = await client.rpc('list_staff');
  if (error) throw refusalOf(error);
  return data;
}
export type StaffMember = Awaited<ReturnType<typeof readStaff>>[number];

/** The merchants a merchant role can be at. */
export async function readMerchants(client: Client) {
  const { data, error } = await client
    .from('merchants')
    .select('id, name_zh, name_en')
    .order('name_zh');
  if (error) throw refusalOf(error);
  return data;
}

/** Gives the account with this address a role. For administrators. */
export async function grantRole(
  client: Client,
  email: string,
  role: Enums<'staff_role'>,
  merchantId: string | undefined,
): Promise<void> {
  const { error } = await client.rpc('grant_staff_role', {
    p_email: email,
    p_role: role,
    ...(merchantId ? { p_merchant_id: merchantId } : {}),
  });
  if (error) throw refusalOf(error);
}

/** Takes a role away. For administrators. */
export async function revokeRole(client: Client, member: StaffMember): Promise<void> {
  const { error } = await client.rpc('revoke_staff_role', {
    p_id: member.id,
  });
  if (error) throw refusalOf(error);
}
