// Where a page begins: the place of a row in the order of the list, which stays true when rows come and go.

/** A row's value in the column sorted by (empty: null), and its id. */
export interface Key {
  value: string | null;
  id: string;
}

/** A key as a word for the address. */
export const keyToText = ({ value, id }: Key): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([value, id]))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The key a word of the address stands for; undefined for a word that is none. */
export function keyFromText(text: string | null): Key | undefined {
  if (!text) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const [value, id, ...rest] = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    ) as unknown[];
    const isKey =
      typeof id === 'string' && (value === null || typeof value === 'string') && rest.length === 0;
    return isKey ? { value, id } : undefined;
  } catch {
    return undefined;
  }
}

/** The key of a row, read from it as the API gave it. */
export function keyOf(row: Record<string, unknown>, sortColumn: string, idColumn: string): Key {
  const value = row[sortColumn];
  return {
    value: value === null || value === undefined ? null : String(value),
    id: String(row[idColumn]),
  };
}
