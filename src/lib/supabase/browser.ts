import { PUBLIC_SUPABASE_PUBLISHABLE_KEY, PUBLIC_SUPABASE_URL } from 'astro:env/client';
import type { Database } from '../database.types';
import type { Client } from './client';
import { sessionCookie } from './session';

let client: Promise<Client> | undefined;

/** The browser's connection to the API. Its 60 KB arrive when it is first asked for, not before. */
export function browserClient(): Promise<Client> {
  client ??= import('@supabase/ssr').then(({ createBrowserClient }) =>
    createBrowserClient<Database>(PUBLIC_SUPABASE_URL, PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
      // People sign in with a password or a code they type; ?code= in an address is that of a place.
      auth: { detectSessionInUrl: false },
      cookieOptions: { name: sessionCookie, secure: location.protocol === 'https:' },
    }),
  );
  // A failed download may be tried again.
  client.catch(() => {
    client = undefined;
  });
  return client;
}

/**
 * A connection as nobody, even for somebody who is signed in: no session is read and no token sent.
 * With a tracking code it opens the photos of that report.
 */
export async function anonymousClient(trackingCode?: string): Promise<Client> {
  const { createClient } = await import('@supabase/supabase-js');
  return createClient<Database>(PUBLIC_SUPABASE_URL, PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    auth: {
      persistSession: false,
      autoRefreshToken: false,
      detectSessionInUrl: false,
      storageKey: 'nobody',
    },
    ...(trackingCode ? { global: { headers: { 'x-tracking-code': trackingCode } } } : {}),
  });
}
