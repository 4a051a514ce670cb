import type { APIRoute } from 'astro';
import { readLastDay, readLastProof } from '../features/coins/books/api';
import { judgeBooks } from '../features/coins/books/health';
import { publicClient } from '../lib/supabase/server';

export const prerender = false;

/** What the last proof says of the books; unknown when it cannot be read. */
async function lookAtBooks() {
  const client = publicClient();
  try {
    const [through, facts] = await Promise.all([readLastDay(client), readLastProof(client)]);
    return judgeBooks(through, facts, new Date());
  } catch {
    return { status: 'unknown' as const };
  }
}

/**
 * Whether the API and the database answer, the newest migration, and which build this is. With `?deep` also what
 * the last proof of the books found; it is read, never run. 503 when anything is not as it should be.
 */
export const GET: APIRoute = async ({ url }) => {
  const [{ data, error, status }, books] = await Promise.all([
    publicClient().rpc('get_migration_version'),
    url.searchParams.has('deep') ? lookAtBooks() : undefined,
  ]);
  const api = error ? (status === 0 ? 'unreachable' : 'error') : 'ok';
  const isWell = !error && (!books || books.status === 'ok' || books.status === 'open');
  const body = {
    status: isWell ? 'ok' : 'degraded',
    api,
    database: error ? 'unknown' : 'ok',
    migration: data ?? null,
    build: import.meta.env.BUILD_ID,
    ...(books && { books }),
  };
  return Response.json(body, {
    status: isWell ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
};
