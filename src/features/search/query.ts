import type { Locale } from '../../i18n/locale';

/** A stretch of what was typed: Chinese characters without a break, or one word of letters. */
export interface Run {
  text: string;
  /** Its Chinese words of two characters or more; none for letters. */
  words: string[];
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** English words are compared by their beginnings, so that river finds rivers and recycling recycle. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ed|(?<=[sxz]|ch|sh)es|e|s)$/, '') : word;

/** Takes apart what was typed. Punctuation of any language separates and is otherwise ignored. */
export function runsOf(query: string): Run[] {
  // Browsers of a few years ago have none: then only the whole stretch counts.
  const segmenter = Intl.Segmenter && new Intl.Segmenter('zh', { granularity: 'word' });
  const texts =
    query
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}]|(?<=\p{N})\.(?=\p{N}))+/gu) ?? [];
  return texts.map((text) => ({
    text: isHan(text) ? text : stem(text),
    words:
      isHan(text) && segmenter
        ? [...segmenter.segment(text)]
            .map(({ segment }) => segment)
            .filter((word) => word.length > 1)
        : [],
  }));
}

/** What a run looks like in a text: letters count from the beginning of a word. */
export const patternOf = (run: string): string =>
  isHan(run) ? run : `(?<![a-z0-9])${run.replace('.', '\\.')}[\\p{Script=Latin}\\p{N}]*`;

/** How well a text holds all runs: 2 as they were typed, 1 by their words, 0 not at all. */
export function holding(text: string, runs: readonly Run[]): 0 | 1 | 2 {
  const lower = text.toLowerCase();
  const has = (part: string) => new RegExp(patternOf(part), 'u').test(lower);
  if (runs.every((run) => has(run.text))) return 2;
  const byWords = ({ text: whole, words }: Run) =>
    words.length > 0 ? words.every(has) : has(whole);
  return runs.every(byWords) ? 1 : 0;
}

/**
 * Whether the index may know better, which is for one English word: it knows its stem. Of Chinese, of
 * numbers and of several words it is content with a part.
 */
export const isOneWord = (runs: readonly Run[]): boolean =>
  runs.length === 1 && runs.every(({ text }) => /^[^\p{Script=Han}\p{N}]+$/u.test(text));

/** Whether a Chinese character stands by itself. The index has cut texts into words, and not every character is found in one. */
export const hasLoneCharacter = (runs: readonly Run[]): boolean =>
  runs.some(({ text }) => /^\p{Script=Han}$/u.test(text));

/** What was typed without its punctuation, which the index would take for a command or for part of a word. */
export const plainText = (query: string): string =>
  query
    .normalize('NFKC')
    .replace(/(?!(?<=\p{N})\.(?=\p{N}))[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How much of a text an excerpt shows, in characters. */
export const excerptLength = (locale: Locale): number => (locale === 'en' ? 180 : 90);
