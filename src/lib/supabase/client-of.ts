import { PUBLIC_SUPABASE_PUBLISHABLE_KEY, PUBLIC_SUPABASE_URL } from 'astro:env/client';
import type { Database } from '../database.types';
import { Refusal, refusalOf } from '../errors';
import { browserClient } from './browser';
import type { Client } from './client';

/**
 * A connection as one person, whatever happens to the session meanwhile. Refuses with sign_in_first when somebody else
 * is signed in here by now, or nobody.
 */
export async function clientOf(owner: string): Promise<Client> {
  const [{ data, error }, { createClient }] = await Promise.all([
    browserClient().then((client) => client.auth.getSession()),
    import('@supabase/supabase-js'),
  ]);
  if (error) throw refusalOf(error);
  const { session } = data;
  if (session?.user.id !== owner) throw new Refusal({ code: 'sign_in_first', values: {} });
  return createClient<Database>(PUBLIC_SUPABASE_URL, PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    accessToken: async () => session.access_token,
  });
}
