import { Refusal, refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';

/** How far somebody is with a second factor: their app's factor, and whether this session proved it. */
export interface SecondFactor {
  /** The factor that is set up; none when there is none yet. */
  factorId?: string | undefined;
  isProved: boolean;
}

/** How far the caller is with a second factor. */
export async function readSecondFactor(client: Client): Promise<SecondFactor> {
  const [factors, level] = await Promise.all([
    client.auth.mfa.listFactors(),
    client.auth.mfa.getAuthenticatorAssuranceLevel(),
  ]);
  if (factors.error) throw refusalOf(factors.error);
  if (level.error) throw refusalOf(level.error);
  return {
    factorId: factors.data.totp[0]?.id,
    isProved: level.data.currentLevel === 'aal2',
  };
}

/** What an authenticator app is given: a picture to scan, and the same as text to type. */
export interface Enrolment {
  factorId: string;
  /** An SVG as a data address. */
  picture: string;
  secret: string;
}

/**
 * Begins to set up an authenticator app. Refuses with mfa_totp_enroll_not_enabled where the platform
 * offers no second factor.
 */
export async function startEnrolment(client: Client): Promise<Enrolment> {
  const { data: known } = await client.auth.mfa.listFactors();
  // Begun before and never finished: its secret is not shown a second time.
  for (const { id, status } of known?.all ?? []) {
    if (status === 'unverified') await client.auth.mfa.unenroll({ factorId: id });
  }
  const { data, error } = await client.auth.mfa.enroll({
    factorType: 'totp',
    issuer: '两山义行 Green Yiwu',
    friendlyName: new Date().toISOString(),
  });
  if (error) throw refusalOf(error);
  return { factorId: data.id, picture: data.totp.qr_code, secret: data.totp.secret };
}

/** Proves the factor with the six digits the app shows; the session is a proved one from then on. */
export async function proveFactor(client: Client, factorId: string, code: string): Promise<void> {
  if (!/^\d{6}$/.test(code)) throw new Refusal({ code: 'mfa_verification_failed', values: {} });
  const { error } = await client.auth.mfa.challengeAndVerify({ factorId, code });
  if (error) throw refusalOf(error);
}

/** Gives the factor up; only a session that proved it may. */
export async function removeFactor(client: Client, factorId: string): Promise<void> {
  const { error } = await client.auth.mfa.unenroll({ factorId });
  if (error) throw refusalOf(error);
}
