import type { APIRoute } from 'astro';
import { readPhoto, readPublishedOne } from '../../../../features/feedback/api';
import { publicClient } from '../../../../lib/supabase/server';

export const prerender = false;

/** A photo of a published report, by its place: 1.webp. Everything else does not exist. */
export const GET: APIRoute = async ({ params }) => {
  const number = /^\d{1,15}$/.test(params.number ?? '') ? Number(params.number) : 0;
  const published = await readPublishedOne(publicClient(), number).catch(() => undefined);
  const name = published?.item.photos_public.find((one) => one.slice(37) === params.photo);
  if (!name) return new Response(null, { status: 404 });
  const photo = await readPhoto(publicClient(), name).catch(() => undefined);
  if (!photo) return new Response(null, { status: 404 });
  return new Response(await photo.arrayBuffer(), {
    headers: {
      'Content-Type': name.endsWith('.webp') ? 'image/webp' : 'image/jpeg',
      // It may be withdrawn: nobody else keeps it for longer than a minute.
      'Cache-Control': 'public, max-age=60',
    },
  });
};
