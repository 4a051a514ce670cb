// A page of the survey opened by invitation. The code comes scanned (?code=) or typed (a form), goes into a cookie
// of this visit and out of the address, so that it stays in no history and a reload keeps it.
import type { AstroCookies } from 'astro';
import { type Problem, problemOf } from '../../../lib/errors';
import { publicClient } from '../../../lib/supabase/server';
import { checkInvitation } from './api';
import { invitationCodeOf } from './code';

const cookie = 'survey_invitation';

/** What a code opens, or why it opens nothing. */
export interface Invitation {
  code: string;
  /** The wave it invites to; undefined where it opens nothing. */
  waveId?: string;
  isUsed: boolean;
  problem?: Problem;
}

const asTyped = (text: unknown): string => String(text ?? '').slice(0, 40);

/** What a code opens. */
export async function readInvitation(typed: string): Promise<Invitation> {
  const code = invitationCodeOf(typed);
  const nothing = { code: typed, isUsed: false };
  if (!code) return { ...nothing, problem: { code: 'invitation_malformed', values: {} } };
  try {
    return { code, ...(await checkInvitation(publicClient(), code)) };
  } catch (error) {
    return { ...nothing, problem: problemOf(error) };
  }
}

/** The invitation of this visit, if there is one; or the way to go on without its code in the address. */
export async function openInvitation(context: {
  request: Request;
  url: URL;
  cookies: AstroCookies;
}): Promise<Invitation | Response | undefined> {
  const { request, url, cookies } = context;
  const given =
    request.method === 'POST'
      ? asTyped((await request.formData()).get('code'))
      : url.searchParams.get('code');
  if (given !== null) {
    const code = asTyped(given);
    const options = {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
    } as const;
    if (code) cookies.set(cookie, code, options);
    else cookies.delete(cookie, { path: '/' });
    return new Response(null, { status: 303, headers: { Location: url.pathname } });
  }
  const kept = cookies.get(cookie)?.value;
  return kept ? readInvitation(kept) : undefined;
}
