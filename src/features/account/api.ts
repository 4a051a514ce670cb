import type { Locale } from '../../i18n/locale';
import type { Tables } from '../../lib/database.types';
import { refusalOf } from '../../lib/errors';
import { forgetPersonalPages } from '../../lib/offline/kept-pages';
import { privacyVersion } from '../../lib/site';
import type { Client } from '../../lib/supabase/client';
import type { ProfileInput } from './schema';

/** What somebody who signs up says of mails: their language, and whether they want any. */
export interface MailChoice {
  locale: Locale;
  wantsMail: boolean;
}

/**
 * Consent to the privacy note and the choice of mails travel with the sign-up and are written down in
 * the same transaction.
 */
const withConsent = ({ locale, wantsMail }: MailChoice) => ({
  data: { privacy_version: privacyVersion, locale, wants_mail: wantsMail },
});

export async function signIn(client: Client, email: string, password: string): Promise<void> {
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw refusalOf(error);
  await forgetPersonalPages();
}

/** Opens an account; false when the address has to be confirmed by mail first. */
export async function signUp(
  client: Client,
  email: string,
  password: string,
  mails: MailChoice,
): Promise<boolean> {
  const options = withConsent(mails);
  const { data, error } = await client.auth.signUp({ email, password, options });
  if (error) throw refusalOf(error);
  await forgetPersonalPages();
  return data.session !== null;
}

/** Sends a one-time code; opens an account for a new address only when given its choice of mails. */
export async function sendCode(client: Client, email: string, newWith?: MailChoice): Promise<void> {
  const { error } = await client.auth.signInWithOtp({
    email,
    options: newWith ? withConsent(newWith) : { shouldCreateUser: false },
  });
  if (error) throw refusalOf(error);
}

export async function verifyCode(client: Client, email: string, token: string): Promise<void> {
  const { error } = await client.auth.verifyOtp({ email, token, type: 'email' });
  if (error) throw refusalOf(error);
  await forgetPersonalPages();
}

/**
 * Agrees and chooses mails as somebody who signed up by code did. Some servers open the account before they know what was
 * said. An address that had an account all along keeps the mails it chose.
 */
export async function tellChoices(client: Client, { locale, wantsMail }: MailChoice) {
  await giveConsent(client);
  const { data } = await client.auth.getSession();
  if (!wantsMail || !data.session) return;
  const { error } = await client
    .from('profiles')
    .update({ locale, wants_mail: true })
    .eq('resident_id', data.session.user.id);
  if (error) throw refusalOf(error);
}

/** Ends the session here, or on every device. */
export async function signOut(client: Client, scope: 'local' | 'global'): Promise<void> {
  const { error } = await client.auth.signOut({ scope });
  if (error) throw refusalOf(error);
  // Pages kept on the device for places without network go with the session.
  await forgetPersonalPages();
}

export async function readProfile(client: Client): Promise<ProfileInput> {
  const { data, error } = await client
    .from('profiles')
    .select('display_name, town_code, locale, wants_mail')
    .single();
  if (error) throw refusalOf(error);
  return { ...data, locale: data.locale === 'en' ? 'en' : 'zh-CN' };
}

export async function saveProfile(
  client: Client,
  residentId: string,
  profile: ProfileInput,
): Promise<void> {
  const { error } = await client.from('profiles').update(profile).eq('resident_id', residentId);
  if (error) throw refusalOf(error);
}

/** The newest version of the privacy note the caller agreed to, and when; undefined if none. */
export async function readConsent(client: Client) {
  const { data, error } = await client
    .from('consents')
    .select('version, given_at')
    .eq('document', 'privacy')
    .order('version', { ascending: false })
    .limit(1);
  if (error) throw refusalOf(error);
  return data[0];
}

/** Agrees to today's privacy note; doing it twice is the same as once. */
export async function giveConsent(client: Client): Promise<void> {
  const { error } = await client
    .from('consents')
    .insert({ document: 'privacy', version: privacyVersion });
  if (error && error.code !== '23505') throw refusalOf(error);
}

/** The roles the caller holds. */
export async function readRoles(client: Client) {
  const { data, error } = await client.from('staff_roles').select('role');
  if (error) throw refusalOf(error);
  return data.map(({ role }) => role);
}

/** One role of a member of staff, with the shop, base or town it is limited to. */
export type StaffGrant = Tables<'staff_roles'>;

/**
 * The caller's roles for a page of staff, none for a resident; keeps their session alive. Refuses
 * with staff_session_ended when it did nothing for too long, and with second_factor_needed.
 */
export async function enterConsole(client: Client): Promise<StaffGrant[]> {
  const { data, error } = await client.rpc('enter_console');
  if (error) throw refusalOf(error);
  return data;
}
