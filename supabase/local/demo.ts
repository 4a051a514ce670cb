import { createClient } from '@supabase/supabase-js';
import { codeVersion } from '../../scripts/code-version.mjs';
import { contentOf, type WaveFacts } from '../../src/features/satisfaction/snapshot/content.ts';
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
  { role: 'interviewer', email: 'interviewer@example.com' },
  { role: 'administrator', email: 'administrator@example.com' },
] as const;

/** Signs the demo accounts up through the API, as a person would, and gives them their roles. */
export async function addDemoAccounts(
  config: StackConfig,
  secrets: Secrets,
  sql: Sql,
  history = false,
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
      if (history && (await isYesterdayOpen(sql))) await fillWallet(sql, data.user.id);
      else {
        await sql`select ledger.award(${data.user.id}, 'waste-sorting', 60,
          'demo:opening', 'award:demo:opening', null)`;
      }
    } else {
      await sql`insert into public.staff_roles (resident_id, role, merchant_id, base_id)
        values (${data.user.id}, ${role}, ${role === 'merchant' ? demoMerchantId : null},
          ${role === 'host' ? demoBaseId : null})`;
    }
  }
}

/** Has the figures of the demo waves that are over frozen by the demo analyst and released by the demo administrator. */
export async function releaseDemoFigures(
  config: StackConfig,
  secrets: Secrets,
  sql: Sql,
): Promise<void> {
  const waves = await sql<{ id: string }[]>`
    select id from public.survey_waves w
    where is_demo and closed_at is not null
      and not exists (select from public.satisfaction_snapshots s where s.wave_id = w.id)`;
  if (waves.length === 0) return;
  const signIn = async (role: string) => {
    const client = createClient(apiUrl(config), secrets.publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    const { error } = await client.auth.signInWithPassword({
      email: `${role}@example.com`,
      password: secrets.demoPassword,
    });
    if (error) throw error;
    return client;
  };
  const [analyst, administrator] = [await signIn('analyst'), await signIn('administrator')];
  for (const { id } of waves) {
    const { data: facts } = await analyst.rpc('get_wave_answers', { p_wave_id: id }).throwOnError();
    const { data: frozen } = await analyst
      .rpc('freeze_snapshot', {
        p_id: id,
        p_wave_id: id,
        p_content: contentOf(facts as WaveFacts, codeVersion()),
      })
      .throwOnError();
    await administrator
      .rpc('release_snapshot', { p_id: id, p_sha256: frozen.sha256 })
      .throwOnError();
  }
}

/** Gives the demo resident coins of yesterday, before it is closed: so they have a receipt as soon as it is. */
async function fillWallet(sql: Sql, residentId: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select ledger.enter_books()`;
    await tx`
      with posted as (
        insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, action_code, reference,
          idempotency_key, posted_at)
        select ${residentId}, 'award', 'issuance', 'wallet', 60, ledger.year_of(), 'waste-sorting', 'demo:opening',
          'award:demo:opening', private.shanghai_midnight(private.shanghai_day()) - interval '8 hours'
        returning amount, vintage
      ),
      drawn as (
        update ledger.envelope_shards s set remaining = remaining - amount from posted p
        where s.year = p.vintage and s.action_code = 'waste-sorting' and s.shard = 0
      )
      update ledger.wallets set balance = balance + amount, earned = earned + amount from posted
      where resident_id = ${residentId}`;
  });
}

/** Whether something may still be written into yesterday: it is of this year, and not closed. */
async function isYesterdayOpen(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ open: boolean }[]>`
    select extract(year from private.shanghai_day() - 1) = ledger.year_of()
      and not exists (select from ledger.days where day >= private.shanghai_day() - 1) as open`;
  return row?.open ?? false;
}
