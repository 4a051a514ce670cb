import type { APIRoute } from 'astro';
import { readPicture } from '../../../../features/rewards/api';
import { publicClient } from '../../../../lib/supabase/server';

export const prerender = false;

/** The picture of a reward from the site itself, as its policy lets images come from nowhere else. */
export const GET: APIRoute = async ({ params }) => {
  const name = `${params.reward}/${params.file}`;
  const picture = await readPicture(publicClient(), name).catch(() => undefined);
  if (!picture) return new Response(null, { status: 404 });
  return new Response(picture, {
    headers: {
      'Content-Type': name.endsWith('.webp') ? 'image/webp' : 'image/jpeg',
      // A name is never given twice.
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
};
