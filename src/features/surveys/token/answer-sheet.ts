import { z } from 'zod';
import type { Json } from '../../../lib/database.types';
import { publicClient } from '../../../lib/supabase/server';
import { sheetBytes } from './pad';
import { readJson, refuse, refuseAs } from './reply';

const sent = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{16}$/),
  prepared: z.string().regex(/^[0-9a-f]{128}$/),
  signature: z.string().regex(/^[0-9a-f]{512}$/),
  mode: z.enum(['web', 'phone', 'paper']),
  strata: z.record(z.string(), z.unknown()),
  answers: z.record(z.string(), z.unknown()),
  padding: z.string().regex(/^ *$/),
});

async function count(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > sheetBytes) {
    return refuse('answer_too_long', 413);
  }
  const parsed = sent.safeParse(await readJson(request, sheetBytes));
  if (!parsed.success) return refuse('answer_invalid', 400);
  const { key, prepared, signature, mode, strata, answers } = parsed.data;
  // As nobody, from this server: the database learns neither who sends nor from where.
  const { error, status } = await publicClient().rpc('submit_answer', {
    p_key_id: key,
    p_prepared: prepared,
    p_signature: signature,
    p_mode: mode,
    p_strata: strata as Json,
    p_answers: answers as Json,
  });
  return error ? refuseAs(error, status) : new Response(null, { status: 204 });
}

/** The site may stand at another address than the one that takes answers; neither wants to know who asks. */
const fromAnywhere = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Max-Age': '86400',
};

/**
 * Answers `POST /survey/answers`: counts one answer. It reads no cookie and no address and writes no line; whatever
 * goes wrong is told to the sender alone.
 */
export async function answerSheet(request: Request): Promise<Response> {
  const response = await count(request).catch(() => refuse('offline', 503));
  for (const [name, value] of Object.entries(fromAnywhere)) response.headers.set(name, value);
  return response;
}

/** Lets a page of another address send its answer here. */
export const letSend = () => new Response(null, { status: 204, headers: fromAnywhere });
