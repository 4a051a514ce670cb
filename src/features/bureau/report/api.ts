import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';

/** What was held in a year of Shanghai, by base and theme. */
export async function readTotals(client: Client, year: number) {
  const { data, error } = await client.rpc('get_education_totals', { p_year: year });
  if (error) throw refusalOf(error);
  return data;
}

/** The names of the bases by id, as far as the caller may read them. */
export async function readBaseNames(client: Client) {
  const { data, error } = await client.from('bases').select('id, name_zh, name_en');
  if (error) throw refusalOf(error);
  return new Map(data.map(({ id, ...names }) => [id, names]));
}
