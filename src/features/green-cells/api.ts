import type { Enums } from '../../lib/database.types';
import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';

/** A cell the reader belongs to. */
export interface MyCell {
  id: string;
  kind: Enums<'cell_kind'>;
  name_zh: string;
  name_en: string;
  members: number;
  /** The code to invite by; only of one's household. */
  join_code: string | null;
  is_demo: boolean;
}

/** The cells the caller belongs to, in the order they joined. */
export async function readMyCells(client: Client): Promise<MyCell[]> {
  const { data, error } = await client
    .from('my_cells')
    .select('id, kind, name_zh, name_en, members, join_code, is_demo')
    .order('joined_at');
  if (error) throw refusalOf(error);
  return data as MyCell[];
}

/** Makes a household with this id; the same id and name again are the same household. */
export async function createHousehold(client: Client, id: string, name: string): Promise<void> {
  const { error } = await client.rpc('create_household', { p_id: id, p_name: name });
  if (error) throw refusalOf(error);
}

/** Joins the cell with this code and gives its id. */
export async function joinCell(client: Client, code: string): Promise<string> {
  const { data, error } = await client.rpc('join_cell', { p_code: code });
  if (error) throw refusalOf(error);
  return data;
}

/** Leaves a cell; doing it twice changes nothing. */
export async function leaveCell(client: Client, id: string): Promise<void> {
  const { error } = await client.rpc('leave_cell', { p_id: id });
  if (error) throw refusalOf(error);
}

/** Gives a cell another code and gives it back; the old one ends. */
export async function renewCellCode(client: Client, id: string): Promise<string> {
  const { data, error } = await client.rpc('renew_cell_code', { p_id: id });
  if (error) throw refusalOf(error);
  return data;
}
