import { patternOf, type Run } from './query';

/** A piece of an excerpt; marked where it is what was looked for. */
export interface Part {
  text: string;
  isMarked: boolean;
}

/** Cuts a text in two kinds of pieces: what was looked for, and what stands between. */
export function markedParts(text: string, runs: readonly Run[]): Part[] {
  const wanted = runs.flatMap(({ text: whole, words }) => [whole, ...words]);
  if (wanted.length === 0) return text ? [{ text, isMarked: false }] : [];
  // The longest first: a regular expression takes the first alternative that fits.
  const longestFirst = wanted.toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(`(${longestFirst.map(patternOf).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((piece, at) => ({ text: piece, isMarked: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The stretch of a text around what was looked for, or its beginning. */
export function excerptOf(text: string, runs: readonly Run[], length: number): Part[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const first = runs
    .flatMap(({ text: whole, words }) => [[whole], words])
    .flatMap((group) => group.map((part) => flat.search(new RegExp(patternOf(part), 'iu'))))
    .find((at) => at >= 0);
  const around = Math.max(0, (first ?? 0) - Math.round(length / 3));
  const end = Math.min(flat.length, around + length);
  const start = Math.max(0, Math.min(around, end - length));
  // Letters are not cut inside a word.
  const before = start > 0 ? flat.slice(start).replace(/^[a-z0-9’']+\s/i, '') : flat.slice(start);
  const shown = before.slice(0, end - start);
  const tail = end < flat.length ? shown.replace(/\s[a-z0-9’']+$/i, '') : shown;
  return markedParts(`${start > 0 ? '…' : ''}${tail}${end < flat.length ? '…' : ''}`, runs);
}
