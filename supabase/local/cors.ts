type Handler = (request: Request) => Promise<Response> | Response;

/**
 * Lets browsers of any origin call the API, as hosted Supabase does. The embedded API answers some
 * preflight requests without naming the headers it allows, and the browser then sends nothing.
 */
export async function withCors(request: Request, handle: Handler): Promise<Response> {
  if (request.method === 'OPTIONS') {
    return new Response(null, {
      status: 204,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
        'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? '',
        'Access-Control-Max-Age': '86400',
      },
    });
  }
  const answer = await handle(request);
  const headers = new Headers(answer.headers);
  headers.set('Access-Control-Allow-Origin', '*');
  return new Response(answer.body, { status: answer.status, headers });
}
