import { refusalOf } from '../../../../lib/errors';
import type { Client } from '../../../../lib/supabase/client';
import type { Stored } from '../../../../lib/use-versioned-form';
import type { Questionnaire } from '../../questionnaire/schema';
import { contentOf, type QuestionnaireContent } from './content';

/** A questionnaire as an analyst edits it; undefined when there is none with this id. */
export async function readQuestionnaire(
  client: Client,
  id: string,
): Promise<Stored<QuestionnaireContent> | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const { data, error } = await client
    .from('questionnaires')
    .select('id, title_zh, title_en, is_template, draft, version')
    .eq('id', id)
    .maybeSingle();
  if (error) throw refusalOf(error);
  return data ? { version: data.version, content: contentOf(data) } : undefined;
}

/** The published versions of a questionnaire, the newest first. */
export async function readVersions(client: Client, id: string) {
  const { data, error } = await client
    .from('questionnaire_versions')
    .select('version, published_at, sha256')
    .eq('questionnaire_id', id)
    .order('version', { ascending: false });
  if (error) throw refusalOf(error);
  return data;
}
export type PublishedVersion = Awaited<ReturnType<typeof readVersions>>[number];

/** What a published version asks. */
export async function readVersion(
  client: Client,
  id: string,
  version: number,
): Promise<Questionnaire> {
  const { data, error } = await client
    .from('questionnaire_versions')
    .select('content')
    .eq('questionnaire_id', id)
    .eq('version', version)
    .single();
  if (error) throw refusalOf(error);
  return data.content as unknown as Questionnaire;
}

/** Saves a questionnaire on top of a version; 0 for a new one. Refuses with newer_version when there is a newer one. */
export async function saveQuestionnaire(
  client: Client,
  { id, sections, ...fields }: QuestionnaireContent,
  version: number,
): Promise<Stored<QuestionnaireContent>> {
  const { data, error } = await client.rpc('save_questionnaire', {
    p_id: id,
    p_version: version,
    p_content: JSON.parse(JSON.stringify({ ...fields, draft: { sections } })),
  });
  if (error) throw refusalOf(error);
  return { version: data.version, content: contentOf(data) };
}

/** Publishes the draft of this version; gives the number of the version residents are asked. */
export async function publishQuestionnaire(
  client: Client,
  id: string,
  version: number,
): Promise<number> {
  const { data, error } = await client.rpc('publish_questionnaire', {
    p_id: id,
    p_version: version,
  });
  if (error) throw refusalOf(error);
  return data;
}
