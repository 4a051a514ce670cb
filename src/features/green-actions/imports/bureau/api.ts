import type { Enums, Tables } from '../../../../lib/database.types';
import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';
import type { Stored } from '../../../../lib/use-versioned-form';
import { contentOf, type PartnerContent } from './partner-content';
import type { FileRow } from './read-rows';

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** A partner as an administrator edits it, and whether it is demo data; undefined when there is none with this id. */
export async function readPartner(
  client: Client,
  id: string,
): Promise<(Stored<PartnerContent> & { isDemo: boolean }) | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client
    .from('partners')
    .select('id, action_code, name_zh, name_en, unit_zh, unit_en, is_open, is_demo, version')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data
    ? { version: data.version, content: contentOf(data), isDemo: data.is_demo }
    : undefined;
}

/** Saves a partner on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function savePartner(
  client: Client,
  content: PartnerContent,
  version: number,
): Promise<Stored<PartnerContent>> {
  const { id, ...fields } = content;
  const { data, error } = await client.rpc('save_partner', {
    p_id: id,
    p_version: version,
    p_content: fields,
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOf(data) };
}

type Verdict = Enums<'import_verdict'>;

/** A file that was read and is about to be judged or posted; lines say where each row stands in it. */
export interface ImportFile {
  id: string;
  partner: string;
  name: string;
  sha256: string;
  rows: FileRow[];
  lines: number[];
}

/** What a file comes to: rows counted from one, and none of them known once they are forgotten. */
export interface Judgement {
  rows: number;
  accepted: number;
  coins: number;
  rejected: { line: number; verdict: Verdict }[] | null;
}

const argumentsOf = (file: ImportFile) => ({
  p_partner_id: file.partner,
  p_file_name: file.name,
  p_sha256: file.sha256,
  p_rows: file.rows as unknown as Record<string, string>[],
});

/** What posting a file would do now. */
export async function previewImport(client: Client, file: ImportFile): Promise<Judgement> {
  const { data, error } = await client.rpc('preview_import', argumentsOf(file));
  if (error) throw refusalOf(error);
  return data as unknown as Judgement;
}

/** Posts a file, once; the same id again gives the same answer. */
export async function postImport(client: Client, file: ImportFile): Promise<Judgement> {
  const { data, error } = await client.rpc('post_import', { p_id: file.id, ...argumentsOf(file) });
  if (error) throw refusalOf(error);
  return data as unknown as Judgement;
}

/** A file that was posted; undefined when there is none with this id. */
export async function readImport(
  client: Client,
  id: string,
): Promise<Tables<'desk_imports'> | undefined> {
  if (!isId(id)) return undefined;
  const { data, error } = await client.from('desk_imports').select('*').eq('id', id).maybeSingle();
  if (error) throw refusalOf(error);
  return data ?? undefined;
}

/** A row that did not count, as it stood in its file. */
export interface RejectedRow {
  line: number;
  member: string;
  day: string;
  quantity: string;
  verdict: Verdict;
}

/** The rows of a posted file that did not count; none once they are forgotten. */
export async function readRejects(client: Client, id: string): Promise<RejectedRow[]> {
  const { data, error } = await client.rpc('list_import_rejects', { p_import_id: id });
  if (error) throw refusalOf(error);
  return data;
}
