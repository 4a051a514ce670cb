import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '../database.types';

/** A connection to the API, in the browser or on the server, as whoever it was made for. */
export type Client = SupabaseClient<Database>;
