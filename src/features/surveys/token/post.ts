import { type Problem, Refusal } from '../../../lib/errors';

/** Sends JSON; gives the answer's own, or throws the refusal. A server that cannot answer is `offline`. */
export async function post(
  address: string | URL,
  body: string,
  init: RequestInit = {},
): Promise<unknown> {
  const offline = new Refusal({ code: 'offline', values: {} });
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    cache: 'no-store',
    ...init,
  }).catch(() => {
    throw offline;
  });
  if (response.status === 204) return undefined;
  const answer: unknown = await response.json().catch(() => {
    throw offline;
  });
  if (response.ok) return answer;
  throw response.status >= 500 ? offline : new Refusal(answer as Problem);
}
