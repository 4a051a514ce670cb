import { createHash } from 'node:crypto';
import { z } from 'zod';
import { publicClient, type Resident } from '../../../lib/supabase/server';
import { fromHex } from './hex';
import { readPrivateKey } from './key-ring';
import { readJson, refuse, refuseAs } from './reply';
import { signBlinded } from './sign';

const asked = z.strictObject({
  wave: z.uuid(),
  blinded: z.string().regex(/^[0-9a-f]{512}$/),
  // Who was drawn needs no account; a code opens one wave, and interviewers say how they took the answer.
  invitation: z.string().max(40).optional(),
  mode: z.enum(['web', 'phone', 'paper']).default('web'),
});
type Asked = z.infer<typeof asked>;

/** Has the database write down whose token this is, by their session or by an invitation. */
function issueTo({ wave, invitation, mode }: Asked, hash: string, resident: Resident | undefined) {
  if (invitation === undefined) {
    return resident?.client.rpc('issue_token', { p_wave_id: wave, p_blinded_sha256: hash });
  }
  // Who redeems their own invitation is nobody's business; who enters for others has to be an interviewer.
  const client = (mode === 'web' ? undefined : resident?.client) ?? publicClient();
  return client.rpc('issue_token_by_invitation', {
    p_code: invitation,
    p_mode: mode,
    p_blinded_sha256: hash,
  });
}

/** Whether a page of this very site asks; browsers name the origin of every POST. */
function isFromHere({ headers }: Request, { host }: URL): boolean {
  const origin = headers.get('origin') ?? '';
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Answers `POST /survey/token`: signs one blinded token of an open wave for the resident who asks or for an invitation,
 * null where another was signed for them. That it was is written down before it leaves, so no second one ever is.
 */
export async function answerIssue(
  { request, url }: { request: Request; url: URL },
  resident: Resident | undefined,
  dir: string | undefined,
): Promise<Response> {
  if (!isFromHere(request, url)) return refuse('not_found', 403);
  const parsed = asked.safeParse(await readJson(request, 4_096));
  if (!parsed.success) return refuse('token_invalid', 400);
  const { wave, blinded, invitation } = parsed.data;
  // Before it is redeemed: an invitation to another wave is not used up here.
  if (invitation !== undefined) {
    const invited = await publicClient().rpc('check_invitation', { p_code: invitation }).single();
    if (invited.error) return refuseAs(invited.error, invited.status);
    if (invited.data.wave_id !== wave) return refuse('wave_unknown', 404);
  }
  const keys = await publicClient().rpc('get_survey_keys').eq('wave_id', wave);
  if (keys.error) return refuseAs(keys.error, keys.status);
  const id = keys.data[0]?.key_id;
  const key = id && dir ? await readPrivateKey(dir, id) : undefined;
  // The database says why there is no key; where there is one and its file is not here, the operator has to look.
  if (id && !key) return refuse('survey_key_missing', 503);
  const bytes = fromHex(blinded);
  const signature = key && signBlinded(key, bytes);
  if (key && !signature) return refuse('token_invalid', 400);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const issued = await issueTo(parsed.data, hash, resident);
  if (!issued) return refuse('sign_in_first', 401);
  const reply = (text: string | null) =>
    Response.json({ signature: text }, { headers: { 'Cache-Control': 'no-store' } });
  // Nothing is wrong with somebody who has signed in on a second device, so it is no error.
  if (['token_issued', 'invitation_used'].includes(issued.error?.hint ?? '')) return reply(null);
  if (issued.error) return refuseAs(issued.error, issued.status);
  return signature ? reply(signature.toString('hex')) : refuse('wave_unknown', 404);
}
