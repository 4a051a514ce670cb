import { anonymousClient } from '../../../lib/supabase/browser';
import type { Client } from '../../../lib/supabase/client';

let client: Promise<Client> | undefined;

/** The browser's connection as nobody, also of somebody signed in: what is public is asked for without a name. */
export function nobody(): Promise<Client> {
  client ??= anonymousClient();
  // A failed download may be tried again.
  client.catch(() => {
    client = undefined;
  });
  return client;
}
