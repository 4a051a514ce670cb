import { createServerClient } from '@supabase/ssr';
import { sessionCookie } from '../../../src/lib/supabase/session.ts';
import { apiUrl } from '../../../supabase/local/config.ts';
import type { Stack } from '../../../supabase/local/stack.ts';

/** The cookies of somebody who has signed in, as their browser would send them. */
export async function cookiesOf({ config, secrets }: Stack, email: string): Promise<string> {
  const kept = new Map<string, string>();
  const client = createServerClient(apiUrl(config), secrets.publishableKey, {
    cookieOptions: { name: sessionCookie },
    cookies: {
      getAll: () => [...kept].map(([name, value]) => ({ name, value })),
      setAll: (cookies) => {
        for (const { name, value } of cookies) kept.set(name, value);
      },
    },
  });
  const { error } = await client.auth.signInWithPassword({
    email,
    password: secrets.demoPassword,
  });
  if (error) throw error;
  return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
}
