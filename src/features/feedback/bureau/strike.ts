/** What a struck-out character is shown as. */
const bar = '▇';

type PersonalKind = 'phone' | 'id' | 'email' | 'name';

export interface Personal {
  kind: PersonalKind;
  text: string;
  start: number;
  end: number;
}

/** What is looked for, the surest first: where two overlap, the first one counts. */
const patterns: [PersonalKind, RegExp][] = [
  // An identity number: 17 digits and a digit or X, perhaps spaced.
  ['id', /(?<!\d)\d{6}[ -]?(?:19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?!\d)/g],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  // A mobile number, with or without +86, spaces or dashes; a landline with its area code.
  ['phone', /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g],
  ['phone', /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g],
  // A short number after a word that announces one: 电话 85123456.
  ['phone', /(?<=(?:电话|手机|微信|QQ|tel|phone)[号码]{0,2}[：:\s是]{0,3})[\w-]{5,20}/gi],
  // A name after a word that announces one.
  [
    'name',
    /(?<=(?:姓名|联系人|我叫|我是|本人)(?:姓名)?[：:\s是]{0,3})(?!一|这|那|个|住|在|附|村|居|市|本)[\u4e00-\u9fff]{2,3}(?=[，。、；：,.;\s（(]|$)/g,
  ],
];

/** What looks like personal data in a text, in the order of the text. A person looks once more. */
export function findPersonal(text: string): Personal[] {
  const found: Personal[] = [];
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((one) => start < one.end && one.start < end)) continue;
      found.push({ kind, text: match[0], start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with a part struck out: three bars, whatever its length, which would tell something too. */
export const strikeOut = (text: string, start: number, end: number): string =>
  start < end ? `${text.slice(0, start)}${bar.repeat(3)}${text.slice(end)}` : text;

/** The text with several parts struck out. */
export const strikeAll = (
  text: string,
  parts: readonly Pick<Personal, 'start' | 'end'>[],
): string =>
  parts
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => strikeOut(left, start, end), text);
