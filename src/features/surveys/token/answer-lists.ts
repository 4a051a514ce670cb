import { publicClient } from '../../../lib/supabase/server';
import { refuseAs } from './reply';

/** Answers `GET /survey/keys.json`: the waves that are open today, each with its public key. */
export async function answerKeys(): Promise<Response> {
  const { data, error, status } = await publicClient().rpc('get_survey_keys');
  if (error) return refuseAs(error, status);
  return Response.json(data, { headers: { 'Cache-Control': 'public, max-age=60' } });
}

/** Answers `GET /survey/waves/<id>/tokens.csv`: the tokens that were counted, once the wave is closed. */
export async function answerTokens(waveId: string): Promise<Response> {
  const { data, error, status } = await publicClient().rpc('get_survey_tokens', {
    p_wave_id: waveId,
  });
  // An address that names no wave at all.
  if (error?.code === '22P02') return new Response(null, { status: 404 });
  if (error) return refuseAs(error, status);
  return new Response(`token_sha256\n${data ? `${data}\n` : ''}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="tokens-${waveId}.csv"`,
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
