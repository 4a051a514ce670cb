import { createClient } from '@supabase/supabase-js';
import { privacyVersion } from '../../src/lib/site.ts';
import { apiUrl, type StackConfig } from './config.ts';
import type { Sql } from './migrate.ts';
import type { Secrets } from './secrets.ts';

const demoMerchantId = '11111111-1111-4111-8111-111111111111';
const demoBaseId = '50000001-1111-4111-8111-111111111111';

/** One demo account of each role; the resident's holds coins to spend. */
export const demoAccounts = [
  { role: 'resident', email: 'resident@example.com' },
  { role: 'merchant', email: 'merchant@example.com' },
  { role: 'host', email: 'host@example.com' },
  { role: 'editor', email: 'editor@example.com' },
  { role: 'moderator', email: 'moderator@example.com' },
  { role: 'analyst', email: 'analyst@example.com' },
  { role: 'administrator', email: 'administrator@example.com' },
] as const;

/** Signs the demo accounts up through the API, as a person would, and gives them their roles. */
export async function addDemoAccounts(
  config: StackConfig,
  secrets: Secrets,
  sql: Sql,
): Promise<void> {
  for (const { role, email } of demoAccounts) {
    const [known] = await sql`select id from auth.users where email = ${email}`;
    if (known) continue;
    const client = createClient(apiUrl(config), secrets.publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    const { data, error } = await client.auth.signUp({
      email,
      password: secrets.demoPassword,
      options: { data: { privacy_version: privacyVersion } },
    });
    if (error || !data.user) throw error ?? new Error(`${email} could not be signed up.`);
    if (role === 'resident') {
      await sql`select ledger.post_transfer(${data.user.id}, 'award', 'issuance', 'wallet', 60,
        'demo:opening', 'demo:opening', null)`;
    } else {
      await sql`insert into public.staff_roles (resident_id, role, merchant_id, base_id)
        values (${data.user.id}, ${role}, ${role === 'merchant' ? demoMerchantId : null},
          ${role === 'host' ? demoBaseId : null})`;
    }
  }
}
