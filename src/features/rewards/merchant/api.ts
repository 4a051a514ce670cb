import { Refusal, refusalOf } from '../../../lib/errors';
import { forgetPersonalPages } from '../../../lib/offline/kept-pages';
import type { Client } from '../../../lib/supabase/client';

/** Takes a voucher at the caller's shop, once; the same key again gives the same answer. */
export async function takeVoucher(client: Client, code: string, key: string) {
  const { data, error } = await client
    .rpc('take_voucher', { p_voucher_code: code, p_take_key: key })
    .single();
  if (error) throw refusalOf(error);
  return data;
}

/** What the caller's shop took today, newest first. */
export async function readTakenToday(client: Client) {
  const { data, error } = await client.rpc('list_taken_vouchers');
  if (error) throw refusalOf(error);
  return data;
}

interface MaybeProblem {
  problem: string;
  next_at: string | null;
  tries_left: number;
}

/** A wrong PIN comes as an answer, which keeps the database's count of it; here it is a refusal like others. */
function withoutProblem<Row extends MaybeProblem>(rows: Row[]): Row[] {
  const [first] = rows;
  if (first?.problem) {
    const { problem: code, next_at, tries_left } = first;
    throw new Refusal({ code, values: next_at ? { next_at } : { tries_left } });
  }
  return rows;
}

/** What proves that a tablet may take vouchers. */
export interface TabletProof {
  deviceKey: string;
  pin: string;
}

/** Takes a voucher at the shop of a tablet, once; the same key again gives the same answer. */
export async function takeOnTablet(
  client: Client,
  { deviceKey, pin }: TabletProof,
  code: string,
  key: string,
) {
  const { data, error } = await client.rpc('take_voucher_on_tablet', {
    p_device_key: deviceKey,
    p_pin: pin,
    p_voucher_code: code,
    p_take_key: key,
  });
  if (error) throw refusalOf(error);
  const [taken] = withoutProblem(data);
  if (!taken) throw new Refusal({ code: 'unknown', values: {} });
  return taken;
}

/** What the shop of a tablet took today, newest first; refused when the PIN is wrong. */
export async function readTakenOnTablet(client: Client, { deviceKey, pin }: TabletProof) {
  const { data, error } = await client.rpc('list_taken_on_tablet', {
    p_device_key: deviceKey,
    p_pin: pin,
  });
  if (error) throw refusalOf(error);
  return withoutProblem(data);
}

/** The tablets of the caller's shop, newest first. */
export async function readTablets(client: Client) {
  const { data, error } = await client.rpc('list_tablets');
  if (error) throw refusalOf(error);
  return data;
}
export type TabletRow = Awaited<ReturnType<typeof readTablets>>[number];

/** Sets a tablet up and gives its device key, which cannot be asked for again. */
export async function createTablet(
  client: Client,
  { id, name, pin }: { id: string; name: string; pin: string },
): Promise<string> {
  const { data, error } = await client.rpc('create_tablet', { p_id: id, p_name: name, p_pin: pin });
  if (error) throw refusalOf(error);
  return data;
}

/** Ends a tablet for good. */
export async function revokeTablet(client: Client, id: string): Promise<void> {
  const { error } = await client.rpc('revoke_tablet', { p_id: id });
  if (error) throw refusalOf(error);
}

/** Ends the session of this device, which from now on is a tablet for everybody at the counter. */
export async function leaveAccount(client: Client): Promise<void> {
  const { error } = await client.auth.signOut({ scope: 'local' });
  if (error) throw refusalOf(error);
  await forgetPersonalPages();
}
