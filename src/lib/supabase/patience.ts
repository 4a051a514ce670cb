import { Refusal } from '../errors';

/**
 * How long a page waits for the API, in milliseconds: hosted Supabase ends a statement of somebody signed in after 8 s
 * itself, and the reader's service worker gives up on the server after 10 s.
 */
export const patience = 9_000;

/** Like fetch, but an answer that is not whole after so many milliseconds is an AbortError, which nobody tries again. */
export const fetchWithin =
  (milliseconds: number): typeof fetch =>
  async (input, init) => {
    const tired = AbortSignal.timeout(milliseconds);
    const signal = init?.signal ? AbortSignal.any([init.signal, tired]) : tired;
    try {
      return await fetch(input, { ...init, signal });
    } catch (error) {
      if (tired.aborted) throw new DOMException('The API took too long.', 'AbortError');
      throw error;
    }
  };

/** What something came to, or the refusal `offline` when that takes longer than so many milliseconds. */
export async function within<Result>(
  milliseconds: number,
  doing: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal({ code: 'offline', values: {} })), milliseconds);
  });
  try {
    return await Promise.race([doing, tired]);
  } finally {
    clearTimeout(timer);
  }
}
