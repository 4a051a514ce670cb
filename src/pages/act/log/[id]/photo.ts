import type { APIRoute } from 'astro';
import { readMyPhoto } from '../../../../features/green-actions/log/api';

export const prerender = false;

/** The photo of a log, for the resident who sent it. For everybody else it does not exist. */
export const GET: APIRoute = async ({ params, locals: { resident } }) => {
  const photo =
    resident && (await readMyPhoto(resident.client, params.id ?? '').catch(() => undefined));
  if (!photo) return new Response(null, { status: 404 });
  const isWebp = photo.type === 'image/webp';
  return new Response(await photo.arrayBuffer(), {
    headers: {
      'Content-Type': isWebp ? 'image/webp' : 'image/jpeg',
      'Cache-Control': 'private, no-store',
    },
  });
};
