import type { APIRoute } from 'astro';
import { publicClient } from '../lib/supabase/server';

export const prerender = false;

/** Whether the API and the database answer, the newest migration, and which build this is. */
export const GET: APIRoute = async () => {
  const { data, error, status } = await publicClient().rpc('get_migration_version');
  const api = error ? (status === 0 ? 'unreachable' : 'error') : 'ok';
  const body = {
    status: error ? 'degraded' : 'ok',
    api,
    database: error ? 'unknown' : 'ok',
    migration: data ?? null,
    build: import.meta.env.BUILD_ID,
  };
  return Response.json(body, {
    status: error ? 503 : 200,
    headers: { 'Cache-Control': 'no-store' },
  });
};
