// The places where the embedded API differs from hosted Supabase in a way the site would notice.

type Handler = (request: Request) => Promise<Response> | Response;

/** Hosted Supabase knows the type "email" for every one-time code; the embedded one says "magiclink". */
async function nameCodeType(request: Request): Promise<Request> {
  if (request.method !== 'POST' || !request.url.includes('/auth/v1/verify')) return request;
  const text = await request.text();
  return new Request(request.url, {
    method: 'POST',
    headers: request.headers,
    body: text.replace('"type":"email"', '"type":"magiclink"'),
  });
}

const preflight = (request: Request) =>
  new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? '',
      'Access-Control-Max-Age': '86400',
    },
  });

/** Where no second factor is offered, hosted Supabase says so with a code; here there is no such page. */
const noSecondFactor = () =>
  Response.json(
    {
      code: 422,
      error_code: 'mfa_totp_enroll_not_enabled',
      msg: 'MFA enroll is disabled for TOTP',
    },
    { status: 422, headers: { 'Access-Control-Allow-Origin': '*' } },
  );

/**
 * Hosted Supabase stands behind servers that say where a request came from, whatever the caller said:
 * they set the one header and add to the other. Here nobody does.
 */
function nameAddress(request: Request, peer: string | undefined): Request {
  const headers = new Headers(request.headers);
  headers.delete('cf-connecting-ip');
  headers.delete('x-forwarded-for');
  if (peer) {
    const before = request.headers.get('x-forwarded-for');
    headers.set('cf-connecting-ip', peer);
    headers.set('x-forwarded-for', before ? `${before}, ${peer}` : peer);
  }
  return new Request(request, { headers });
}

/**
 * A number or an object where a moment is wanted: the embedded API's driver breaks before it asks the database, and
 * answers 500. PostgREST hands it on as text, and PostgreSQL says that it is no moment.
 */
async function nameWrongMoment(answer: Response): Promise<Response> {
  if (answer.status !== 500 || !(await answer.clone().text()).includes('[ERR_INVALID_ARG_TYPE]')) {
    return answer;
  }
  const message = 'invalid input syntax for a date or time';
  return Response.json({ code: '22007', details: null, hint: null, message }, { status: 400 });
}

/**
 * Answers as hosted Supabase would: preflight requests name the headers they allow (the embedded API
 * leaves some unnamed, and the browser then sends nothing), one-time codes verify, a second factor is said not to be offered, what is
 * no moment is a mistake of the caller's, and the database learns from which address (`peer`) a request came.
 */
export async function asHosted(
  request: Request,
  peer: string | undefined,
  handle: Handler,
): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight(request);
  if (new URL(request.url).pathname.startsWith('/auth/v1/factors')) return noSecondFactor();
  const answer = await nameWrongMoment(
    await handle(nameAddress(await nameCodeType(request), peer)),
  );
  const headers = new Headers(answer.headers);
  headers.set('Access-Control-Allow-Origin', '*');
  return new Response(answer.body, { status: answer.status, headers });
}
