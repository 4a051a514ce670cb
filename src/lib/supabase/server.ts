import { PUBLIC_SUPABASE_PUBLISHABLE_KEY, PUBLIC_SUPABASE_URL } from 'astro:env/client';
import { createServerClient, parseCookieHeader } from '@supabase/ssr';
import { createClient, isAuthRetryableFetchError } from '@supabase/supabase-js';
import type { AstroCookies } from 'astro';
import type { Database } from '../database.types';
import { Refusal } from '../errors';
import type { Client } from './client';
import { fetchWithin, patience, within } from './patience';
import { hasSessionCookie, sessionCookie } from './session';

/** Somebody signed in, and a connection that acts as them. */
export interface Resident {
  id: string;
  email: string;
  client: Client;
}

let anonymous: Client | undefined;

/** A connection as nobody in particular: for what everyone may read. */
export function publicClient(): Client {
  anonymous ??= createClient<Database>(PUBLIC_SUPABASE_URL, PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: fetchWithin(patience) },
  });
  return anonymous;
}

/** A connection of a trusted server, past row-level security. It never leaves the server, and no page waits for it. */
export const trustedClient = (secretKey: string): Client =>
  createClient<Database>(PUBLIC_SUPABASE_URL, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });

/**
 * Who sent this request, if their session is valid; renews it when it is about to end. Throws a refusal when the API
 * does not say, because whoever is signed in then must not look as if they were not.
 */
export async function residentOf(context: {
  request: Request;
  url: URL;
  cookies: AstroCookies;
  clientAddress: string;
}): Promise<Resident | undefined> {
  const header = context.request.headers.get('cookie') ?? '';
  if (!hasSessionCookie(header)) return undefined;
  const client = createServerClient<Database>(
    PUBLIC_SUPABASE_URL,
    PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      cookieOptions: { name: sessionCookie, secure: context.url.protocol === 'https:' },
      // The audit says from where something was done: from the reader, not from this server. What the
      // servers before this one say is handed on; the database believes those it is told to trust.
      global: {
        fetch: fetchWithin(patience),
        headers: {
          'x-forwarded-for': [context.request.headers.get('x-forwarded-for'), context.clientAddress]
            .filter(Boolean)
            .join(', '),
          'user-agent': context.request.headers.get('user-agent') ?? '',
        },
      },
      cookies: {
        getAll: () =>
          parseCookieHeader(header).map(({ name, value }) => ({ name, value: value ?? '' })),
        setAll: (cookies) => {
          for (const { name, value, options } of cookies) context.cookies.set(name, value, options);
        },
      },
    },
  );
  // Renewing a session tries again by itself, so its time is limited as a whole.
  const { data, error } = await within(patience, client.auth.getUser());
  if (isAuthRetryableFetchError(error)) throw new Refusal({ code: 'offline', values: {} });
  return data.user ? { id: data.user.id, email: data.user.email ?? '', client } : undefined;
}
