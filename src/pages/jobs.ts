import { PUBLIC_SURVEY_KEYS } from 'astro:env/client';
import {
  JOBS_KEY,
  MAIL_FROM,
  SMTP_URL,
  SUPABASE_SECRET_KEY,
  SURVEY_KEYS_DIR,
} from 'astro:env/server';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIRoute } from 'astro';
import { markPhotos } from '../features/green-actions/photo-marks/mark-photos';
import { type RoomJobs, runJobs } from '../features/inbox/jobs';
import { keepKeys } from '../features/surveys/token/keep-keys';
import { trustedClient } from '../lib/supabase/server';

export const prerender = false;

const rooms: RoomJobs = {
  photos: (client) => markPhotos(client),
  surveys: (client) => keepKeys(client, SURVEY_KEYS_DIR, PUBLIC_SURVEY_KEYS.split(',')),
};

const headers = { 'Cache-Control': 'no-store' };
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether the header carries the key; takes as long for a wrong one as for the right one. */
const isKey = (header: string | null, key: string) =>
  timingSafeEqual(digest(header ?? ''), digest(`Bearer ${key}`));

/**
 * For a scheduler, every minute or so: does what is due and sends the mails. Without the right key in
 * `Authorization: Bearer …`, or where the site has none, it is as if nothing were here.
 */
export const POST: APIRoute = async ({ request, site, url }) => {
  if (!JOBS_KEY || !isKey(request.headers.get('authorization'), JOBS_KEY)) {
    return new Response(null, { status: 404, headers });
  }
  if (!SUPABASE_SECRET_KEY) {
    return Response.json({ missing: 'SUPABASE_SECRET_KEY' }, { status: 503, headers });
  }
  const post =
    SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM, site: site ?? url } : undefined;
  try {
    const client = trustedClient(SUPABASE_SECRET_KEY);
    return Response.json(await runJobs(client, post, rooms), { headers });
  } catch (error) {
    console.error('The jobs failed:', error);
    return Response.json({ failed: true }, { status: 503, headers });
  }
};
