import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** A certificate of the caller's own with what it attests; undefined when they have none with this id. */
export async function readCertificate(client: Client, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const { data, error } = await client
    .from('certificates')
    .select('registration_id, code, name, issued_at')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  if (!data) return undefined;
  const { data: attended, error: unread } = await client
    .from('my_registrations')
    .select('title_zh, title_en, base_name_zh, base_name_en, starts_at, ends_at, is_demo')
    .eq('id', data.registration_id)
    .single();
  if (unread) throw refusalOf(unread);
  return { ...data, ...attended };
}

/** What a certificate with this code attests; undefined when none was issued. Readable by everyone. */
export async function verifyCertificate(client: Client, code: string) {
  const { data, error } = await client.rpc('verify_certificate', { p_code: code }).maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}
export type Attested = NonNullable<Awaited<ReturnType<typeof verifyCertificate>>>;
