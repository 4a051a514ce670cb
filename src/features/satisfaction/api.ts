import { refusalOf } from '../../lib/errors';
import type { Client } from '../../lib/supabase/client';
import type { SnapshotContent } from './snapshot/content';

/** A released snapshot. */
export interface Release {
  id: string;
  /** The one it corrects, and the one that corrects it. */
  replaces: string | null;
  replacedBy: string | null;
  content: SnapshotContent;
  /** The content as text; `sha256` is its SHA-256. */
  text: string;
  sha256: string;
  frozenAt: string;
  releasedAt: string;
}

/** Everything that was released, the latest waves first. Readable by everyone. */
export async function readReleases(client: Client): Promise<Release[]> {
  const { data, error } = await client.rpc('get_released_satisfaction');
  if (error) throw refusalOf(error);
  return data.map((row) => ({
    id: row.id,
    // The generated types do not know which columns of a function may be empty.
    replaces: row.replaces as string | null,
    replacedBy: row.replaced_by as string | null,
    content: JSON.parse(row.content) as SnapshotContent,
    text: row.content,
    sha256: row.sha256,
    frozenAt: row.frozen_at,
    releasedAt: row.released_at,
  }));
}

/** The releases of a series that stand now, the latest wave first; those of the demonstration only where there are no others. */
export function standing(
  releases: readonly Release[],
  series: SnapshotContent['wave']['series'],
): Release[] {
  const all = releases.filter(
    ({ replacedBy, content }) => replacedBy === null && content.wave.series === series,
  );
  const real = all.filter(({ content }) => !content.wave.is_demo);
  return real.length > 0 ? real : all;
}
