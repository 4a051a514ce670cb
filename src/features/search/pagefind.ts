// The index of the built pages, as pagefind's own script reads it in the browser.
import type { Entry, Search, SearchKind } from './entry';
import { hasLoneCharacter, plainText, runsOf } from './query';

interface Found {
  url: string;
  content: string;
  meta: { title?: string };
  filters: { kind?: SearchKind[]; town?: string[] };
}

interface Index {
  search(
    text: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<Found> }[] }>;
  destroy(): Promise<void>;
}

let attempts = 0;
let opened: Promise<Index> | undefined;

async function open(folder: string): Promise<Index> {
  attempts += 1;
  // A browser remembers that a script could not be had; under another address it asks again.
  const address = `${folder}pagefind.js${attempts > 1 ? `?attempt=${attempts}` : ''}`;
  const { createInstance } = await import(/* @vite-ignore */ address);
  const index = createInstance({ basePath: folder, baseUrl: '/' });
  await index.init();
  return index;
}

/** After a failure nothing is kept, so that the next search begins anew. */
async function forget(): Promise<void> {
  const broken = opened;
  opened = undefined;
  await (await broken?.catch((): undefined => undefined))?.destroy();
}

/** Throws where the network is away: a part of the index that does not arrive looks like one that holds nothing. */
const checkNetwork = (folder: string): Promise<Response> =>
  fetch(`${folder}pagefind-entry.json`, { cache: 'no-store' });

function entryOf({ url, content, meta, filters }: Found, town: string | undefined): Entry {
  const title = meta.title ?? url;
  const at = filters.town ?? [];
  return {
    kind: filters.kind?.[0] ?? 'page',
    path: url,
    title,
    text: content.startsWith(title) ? content.slice(title.length).replace(/^[。. ]+/, '') : content,
    town: town && at.includes(town) ? town : at[0],
  };
}

/** What the index holds for a search, in its order; all of it where it could not tell, for its texts are judged again. */
export async function searchIndex(folder: string, { q, kind, town }: Search): Promise<Entry[]> {
  opened ??= open(folder);
  try {
    const index = await opened;
    const filters = { ...(kind && { kind }), ...(town && { town }) };
    const text = hasLoneCharacter(runsOf(q)) ? null : plainText(q) || null;
    const { results } = await index.search(text, { filters });
    if (results.length === 0) await checkNetwork(folder);
    const found = await Promise.all(results.map((result) => result.data()));
    return found.map((one) => entryOf(one, town));
  } catch (error) {
    await forget();
    throw error;
  }
}
