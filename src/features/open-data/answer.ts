import { createHash } from 'node:crypto';

/** Anybody's program may read it, from a page of any site too. */
const open = { 'Access-Control-Allow-Origin': '*' };

/** How long a reader may keep a file, in seconds. */
export const keptFor = { builtIn: 3600, living: 60 } as const;

/** A text for machines, with a tag of its own, so that asking again costs little. */
export const dataAnswer = (text: string, type: string, seconds: number): Response =>
  new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': `public, max-age=${seconds}`,
      ETag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
      ...open,
    },
  });

/** The answer while the database is away: programs come back. */
export const awayAnswer = (): Response =>
  new Response(null, {
    status: 503,
    headers: { 'Retry-After': '60', 'Cache-Control': 'no-store', ...open },
  });
