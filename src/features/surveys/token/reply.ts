import { refusalOf } from '../../../lib/errors';

const headers = { 'Cache-Control': 'no-store' };

/** A refusal as rooms read it: its stable code and the values of its sentence. */
export const refuse = (code: string, status: number, values: Record<string, unknown> = {}) =>
  Response.json({ code, values }, { status, headers });

/** The refusal of an API that said no; 503 where it said nothing. */
export function refuseAs(error: Parameters<typeof refusalOf>[0], status: number): Response {
  const { code, values } = refusalOf(error).problem;
  return refuse(code, status >= 400 ? status : 503, values);
}

/** What a request brings as JSON; undefined where it is none, or longer than so many bytes. */
export async function readJson(request: Request, longest: number): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return undefined;
  if (Number(request.headers.get('content-length') ?? longest + 1) > longest) return undefined;
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
