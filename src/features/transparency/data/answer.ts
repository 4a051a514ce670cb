import { createHash } from 'node:crypto';
import type { APIContext } from 'astro';
import { en } from '../../../i18n/en';
import { fill } from '../../../i18n/fill';
import { zhCN } from '../../../i18n/zh-CN';
import { publicClient } from '../../../lib/supabase/server';
import { bodyOf } from './body';
import { type Format, fileNamed } from './files';
import { mostDays, type RangeProblem, rangeOf } from './range';
import { readRows } from './rows';

/** Anybody's program may read them, from a page of any site too. */
const open = { 'Access-Control-Allow-Origin': '*' };
const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/** What is wrong with the range, in both languages, as RFC 9457 has it. */
function refuse(problem: RangeProblem, schema: string): Response {
  const [chinese, english] = [zhCN, en].map((t) =>
    fill(t.transparencyData.problems[problem], { days: mostDays }),
  );
  const body = { type: schema, status: 400, code: problem, title: english, title_zh: chinese };
  return new Response(JSON.stringify(body), {
    status: 400,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...open },
  });
}

/** Answers `/transparency/data/<file>.csv` and `.json`; 400 says what is wrong with from or to. */
export async function answerData({ params, url, site, cache }: APIContext): Promise<Response> {
  const asked = fileNamed(params.file ?? '');
  if (!asked) return new Response(null, { status: 404 });
  const schema = new URL(`/transparency/data/#${asked.file}`, site ?? url).href;
  const range = rangeOf(asked.file, url.searchParams, new Date());
  if ('problem' in range) return refuse(range.problem, schema);
  const rows = await readRows(publicClient(), asked.file, range).catch((): undefined => undefined);
  if (!rows) {
    return new Response(null, {
      status: 503,
      headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
    });
  }
  cache.set({ maxAge: 60, swr: 600, tags: ['books'] });
  const body = bodyOf(asked, rows, { range, schema });
  return new Response(body, {
    headers: {
      'Content-Type': types[asked.format],
      'Content-Disposition': `${asked.format === 'csv' ? 'attachment' : 'inline'}; filename="green-yiwu-${asked.file}.${asked.format}"`,
      'Cache-Control': 'public, max-age=300',
      ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      ...open,
    },
  });
}
