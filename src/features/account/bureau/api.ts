import type { Locale } from '../../../i18n/locale';
import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Places, RoleGrant } from './scope';

/** Everyone who holds a role. For administrators. */
export async function readStaff(client: Client) {
  const { data, error } = await client.rpc('list_staff');
  if (error) throw refusalOf(error);
  return data;
}
export type StaffMember = Awaited<ReturnType<typeof readStaff>>[number];

/** What a role can be limited to, named in the reader's language: the shops, bases and towns there are. */
export async function readPlaces(client: Client, locale: Locale): Promise<Places> {
  const [merchants, bases, towns] = await Promise.all([
    client.from('merchants').select('id, name_zh, name_en').order('name_zh'),
    client.from('bases').select('id, name_zh, name_en').order('name_zh'),
    client.from('towns').select('code, name_zh, name_en').order('kind').order('code'),
  ]);
  const nameOf = (row: { name_zh: string; name_en: string }) =>
    locale === 'en' ? row.name_en : row.name_zh;
  for (const { error } of [merchants, bases, towns]) if (error) throw refusalOf(error);
  return {
    merchant: (merchants.data ?? []).map((row) => ({ id: row.id, name: nameOf(row) })),
    base: (bases.data ?? []).map((row) => ({ id: row.id, name: nameOf(row) })),
    town: (towns.data ?? []).map((row) => ({ id: row.code, name: nameOf(row) })),
  };
}

/** Gives the account with this address a role. For administrators. */
export async function grantRole(client: Client, { email, role, place }: RoleGrant): Promise<void> {
  const { error } = await client.rpc('grant_staff_role', {
    p_email: email,
    p_role: role,
    ...(place?.kind === 'merchant' ? { p_merchant_id: place.id } : {}),
    ...(place?.kind === 'base' ? { p_base_id: place.id } : {}),
    ...(place?.kind === 'town' ? { p_town_code: place.id } : {}),
  });
  if (error) throw refusalOf(error);
}

/** Takes a role in its place away, by the id of its grant. For administrators. */
export async function revokeRole(client: Client, id: string): Promise<void> {
  const { error } = await client.rpc('revoke_staff_role', { p_id: id });
  if (error) throw refusalOf(error);
}
