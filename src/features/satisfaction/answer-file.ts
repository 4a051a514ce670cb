import { createHash } from 'node:crypto';
import type { APIContext } from 'astro';
import { publicClient } from '../../lib/supabase/server';
import { type Release, readReleases } from './api';
import {
  answersFile,
  type FileEnd,
  figuresFile,
  files,
  marginsFile,
  settingsFile,
  spssFile,
} from './snapshot/files';

const makers: Record<FileEnd, (release: Release) => string> = {
  // As it was hashed, to the byte.
  '.json': ({ text }) => text,
  '.csv': ({ content }) => answersFile(content),
  '-margins.csv': ({ content }) => marginsFile(content),
  '-settings.json': ({ content }) => settingsFile(content),
  '-figures.csv': ({ content }) => figuresFile(content),
  '.sps': ({ id, content }) => spssFile(id, content),
};

/** Answers `/satisfaction/data/<id of a release><end>`; 404 for whatever is not released. */
export async function answerFile({ params, cache }: APIContext): Promise<Response> {
  const [, id, end] = /^([0-9a-f-]{36})([-a-z.]+)$/.exec(params.file ?? '') ?? [];
  if (!id || !end || !Object.hasOwn(files, end)) return new Response(null, { status: 404 });
  const releases = await readReleases(publicClient()).catch((): undefined => undefined);
  if (!releases) {
    return new Response(null, {
      status: 503,
      headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
    });
  }
  const release = releases.find((one) => one.id === id);
  if (!release) return new Response(null, { status: 404 });
  cache.set({ maxAge: 60, swr: 600, tags: ['satisfaction'] });
  const body = makers[end as FileEnd](release);
  return new Response(body, {
    headers: {
      'Content-Type': files[end as FileEnd],
      'Content-Disposition': `${end === '.json' ? 'inline' : 'attachment'}; filename="${id}${end}"`,
      'Cache-Control': 'public, max-age=300',
      ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      'Access-Control-Allow-Origin': '*',
    },
  });
}
