import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** One line of the audit with all that was written down; undefined when there is none of that number. */
export async function readAuditEntry(client: Client, id: string) {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  const { data, error } = await client
    .from('audit_view')
    .select('*')
    .eq('id', Number(id))
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}
export type AuditEntry = NonNullable<Awaited<ReturnType<typeof readAuditEntry>>>;
