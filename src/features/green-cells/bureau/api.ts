import { refusalOf } from '../../../lib/errors';
import type { Client } from '../../../lib/supabase/client';
import type { Stored } from '../../../lib/use-versioned-form';
import { type CellContent, contentOfCell } from './content';

/** A cell as an editor edits it, and the code that lets people in; undefined when there is none with this id. */
export async function readCell(
  client: Client,
  id: string,
): Promise<{ stored: Stored<CellContent>; code: string } | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const { data, error } = await client
    .from('green_cells')
    .select('id, kind, name_zh, name_en, town_code, join_code, is_open, version')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  if (!data) return undefined;
  return {
    stored: { version: data.version, content: contentOfCell(data) },
    code: data.join_code,
  };
}

/** Saves a cell on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function saveCell(
  client: Client,
  content: CellContent,
  version: number,
): Promise<Stored<CellContent>> {
  const { id, ...fields } = content;
  const { data, error } = await client.rpc('save_cell', {
    p_id: id,
    p_version: version,
    p_content: fields,
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOfCell(data) };
}
