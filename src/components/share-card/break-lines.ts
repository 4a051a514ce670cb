import type { Locale } from '../../i18n/locale';

/** What a line may not begin with, and what it may not end with. */
const closing = '，。、：；？！」』）》”’…％%';
const opening = '「『（《“‘';
const latin = '[\\p{Script=Latin}\\p{N}.,·%+-]';
const chineseAtom = new RegExp(
  `[${opening}]*(?:${latin}+(?: +${latin}+)*|[^${opening}${closing}])?[${closing}]*`,
  'gu',
);

/** What stays together: in English a word with the space after it, in Chinese a character with its marks. */
export function atomsOf(text: string, locale: Locale): string[] {
  const atoms = locale === 'en' ? text.match(/\S+\s*/g) : text.match(chineseAtom);
  return (atoms ?? []).filter((atom) => atom !== '');
}

/** A line that ends within a phrase costs as much as an empty one. */
const withinPhrase = 1;

const endsPhrase = (line: string) => /[，。、：；？！:;,.]['”’」]?\s*$/u.test(line);

/**
 * Breaks a text into as few lines as hold it, as even as can be, after its punctuation where there is a
 * choice. A single word longer than the width stands alone.
 */
export function breakLines(
  text: string,
  locale: Locale,
  widthOf: (line: string) => number,
  width: number,
): string[] {
  const atoms = atomsOf(text, locale);
  const lineOf = (from: number, to: number) => atoms.slice(from, to).join('').trimEnd();
  interface Break {
    lines: string[];
    cost: number;
  }
  const best: (Break | undefined)[] = [{ lines: [], cost: 0 }];
  for (let end = 1; end <= atoms.length; end += 1) {
    for (let start = end - 1; start >= 0; start -= 1) {
      const before = best[start];
      const line = lineOf(start, end);
      const slack = 1 - widthOf(line) / width;
      if (slack < 0 && end - start > 1) break;
      if (!before) continue;
      const isLast = end === atoms.length;
      const phrase = isLast || endsPhrase(line) ? 0 : withinPhrase;
      // What a line more costs, no evenness makes up for.
      const cost = before.cost + 3 + slack ** 2 + phrase;
      const standing = best[end];
      if (!standing || cost < standing.cost) best[end] = { lines: [...before.lines, line], cost };
    }
  }
  return best[atoms.length]?.lines ?? [];
}
